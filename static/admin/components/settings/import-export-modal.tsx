import { FilePicker, ProgressBar, SectionMessage, Stack, Text } from '@forge/react';
import React, { useState } from 'react';
import type { SettingsView } from '../../../../src/contract/settings-replies';
import { announce } from '../../hooks/announce';
import { useSession } from '../../hooks/session-context';
import { useAction } from '../../hooks/use-action';
import { useExportReading } from '../../hooks/use-export-reading';
import { pickerDayAfter, toPickerDay } from '../../view-models/dates';
import { textOfFile } from '../../view-models/export-file';
import { fileOf } from '../../view-models/input';
import { whyNotImportable, withMeaning, type ExportReading } from '../../view-models/user-export';
import { FormDialog } from '../dialog';
import { DayInput } from '../fields';
import { ActionError } from '../reply-message';
import { ExportUnderstood } from './export-understood';

/** How far back the day of an export may lie; an older one tells nothing anyway. */
const OLDEST_DAYS = 365;

interface ImportExportModalProps {
  readonly onClose: () => void;
  readonly onImported: (settings: SettingsView) => void;
}

/** File and day first, then what was understood of it; it counts once somebody says so. */
export function ImportExportModal({ onClose, onImported }: ImportExportModalProps) {
  const { now } = useSession();
  const [exportedOn, setExportedOn] = useState(toPickerDay(now));
  const [file, setFile] = useState<string | null>(null);
  const [columns, setColumns] = useState<ExportReading['columns'] | null>(null);
  const [tried, setTried] = useState(false);
  const { reading, progress, error, read } = useExportReading();
  const save = useAction('import-user-export');

  const readAgain = (text: string | null, day: string, as: ExportReading['columns'] | null): void => {
    setTried(false);
    if (text !== null && day !== '') void read({ text, exportedOn: day, columns: as });
  };
  const send = async (): Promise<void> => {
    setTried(true);
    if (reading === null || whyNotImportable(reading) !== null) return;
    const after = await save.run({ importId: reading.importId, parts: reading.parts });
    if (after === null) return;
    onClose();
    onImported(after);
    announce('User export imported', 'Scan now: the next scan goes by it.');
  };
  return (
    <FormDialog
      title="Import a user export"
      width="large"
      confirm="Import"
      busy={save.busy || progress !== null}
      error={save.error}
      onClose={onClose}
      onConfirm={() => void send()}
    >
      <Text>
        In Atlassian Administration, open Directory, Users, Export users, and include product access. Account
        ids and days are kept; names and e-mail addresses are not.
      </Text>
      <FilePicker
        label="File"
        description="CSV, at most 20,000 rows."
        onChange={(picked: unknown) => {
          const data = fileOf(picked);
          const text = data === null ? null : textOfFile(data);
          setFile(text);
          setColumns(null);
          readAgain(text, exportedOn, null);
        }}
      />
      <DayInput
        id="exported-on"
        label="Made on"
        help="The day on which the file was exported. It tells of activity for seven days from then."
        isRequired
        error={exportedOn === '' ? 'Choose the day of the export.' : undefined}
        value={exportedOn}
        earliest={pickerDayAfter(now, -OLDEST_DAYS)}
        latest={toPickerDay(now)}
        onDay={(day) => {
          setExportedOn(day);
          readAgain(file, day, columns);
        }}
      />
      {progress === null ? null : (
        <Stack space="space.050">
          <Text>Reading the file…</Text>
          <ProgressBar value={progress} ariaLabel="Share of the file that was read" />
        </Stack>
      )}
      <ActionError error={error} />
      {reading === null ? null : (
        <ExportUnderstood
          reading={reading}
          onMeaning={(index, meaning) => {
            const changed = withMeaning(reading.columns, index, meaning);
            setColumns(changed);
            readAgain(file, exportedOn, changed);
          }}
        />
      )}
      {tried && progress === null && whyNotImportable(reading) !== null ? (
        <SectionMessage appearance="warning" title="Not imported">
          <Text>{whyNotImportable(reading)}</Text>
        </SectionMessage>
      ) : null}
    </FormDialog>
  );
}
