import type { FileCard as ForgeFileCard, FilePicker as ForgeFilePicker } from '@forge/react';
import type { DragEvent } from 'react';
import { useId, useState } from 'react';
import Button, { IconButton } from '@atlaskit/button/new';
import { ErrorMessage, HelperMessage, Label } from '@atlaskit/form';
import DeleteIcon from '@atlaskit/icon/core/delete';
import DownloadIcon from '@atlaskit/icon/core/download';
import FileIcon from '@atlaskit/icon/core/file';
import UploadIcon from '@atlaskit/icon/core/upload';
import ProgressBar from '@atlaskit/progress-bar';
import type { NodeProps } from './node-props';
import { bytesText, toSerializedFile } from './file-data';

type FileCardProps = Parameters<typeof ForgeFileCard>[0];
type FilePickerProps = Parameters<typeof ForgeFilePicker>[0];

/** Where a file picker's files go once read: `{data, name, size, type}`, data in base64. */
export function FilePicker({ props: { label, description, onChange, testId } }: NodeProps<FilePickerProps>) {
  const inputId = useId();
  const [isOver, setIsOver] = useState(false);
  const [names, setNames] = useState<readonly string[]>([]);
  const take = async (files: readonly File[]) => {
    setNames(files.map((file) => file.name));
    await onChange?.(await Promise.all(files.map(toSerializedFile)));
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    void take([...event.dataTransfer.files]);
  };
  return (
    <div data-testid={testId}>
      {label === undefined ? null : <Label htmlFor={inputId}>{label}</Label>}
      <div
        className={isOver ? 'file-picker file-picker-over' : 'file-picker'}
        onDragOver={(event) => {
          event.preventDefault();
          setIsOver(true);
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={drop}
      >
        <UploadIcon label="" />
        <span>Drag and drop your files here, or</span>
        <Button onClick={() => document.getElementById(inputId)?.click()}>Choose files</Button>
        <input
          id={inputId}
          type="file"
          multiple
          aria-label={label ?? 'Choose files'}
          onChange={(event) => void take([...(event.target.files ?? [])])}
        />
        {names.length === 0 ? null : <span className="subtle">{names.join(', ')}</span>}
      </div>
      {description === undefined ? null : <HelperMessage>{description}</HelperMessage>}
    </div>
  );
}

export function FileCard({ props }: NodeProps<FileCardProps>) {
  const { fileName, fileSize, fileType, error, isUploading, uploadProgress, onDelete, onDownload, testId } =
    props;
  const [failure, setFailure] = useState<string>();
  const details = [fileType, fileSize === undefined ? undefined : bytesText(fileSize)]
    .filter(Boolean)
    .join(' · ');
  const download = async () => {
    setFailure(undefined);
    try {
      const blob = await onDownload?.();
      if (blob instanceof Blob) saveAs(blob, fileName);
    } catch (thrown) {
      setFailure(thrown instanceof Error ? thrown.message : 'The download failed.');
    }
  };
  const problem = error ?? failure;
  return (
    <div className="file-card" data-testid={testId}>
      <FileIcon label="" />
      <div className="file-card-text">
        <span className="file-card-name">{fileName}</span>
        {details === '' ? null : <span className="subtle">{details}</span>}
        {isUploading === true ? (
          <ProgressBar value={(uploadProgress ?? 0) / 100} ariaLabel={`Uploading ${fileName}`} />
        ) : null}
        {problem === undefined ? null : <ErrorMessage>{problem}</ErrorMessage>}
      </div>
      {onDownload === undefined ? null : (
        <IconButton
          icon={DownloadIcon}
          label={`Download ${fileName}`}
          appearance="subtle"
          onClick={() => void download()}
        />
      )}
      {onDelete === undefined ? null : (
        <IconButton
          icon={DeleteIcon}
          label={`Delete ${fileName}`}
          appearance="subtle"
          onClick={() => onDelete()}
        />
      )}
    </div>
  );
}

/** A Blob from `onDownload` becomes a download of the browser, under the card's file name. */
function saveAs(blob: Blob, fileName: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
