import { FileCard, FilePicker, Inline, Text } from '@forge/react';
import { useState } from 'react';
import { Section } from './section';

export function FilesSection() {
  const [taken, setTaken] = useState('no file');
  return (
    <Section title="Files">
      <FilePicker
        label="User export"
        description="The CSV of Atlassian Administration"
        onChange={(files) => setTaken(files.map((file) => `${file.name}: ${file.data}`).join(', '))}
      />
      <Text>Taken: {taken}</Text>
      <Inline space="space.200">
        <FileCard
          fileName="evidence.csv"
          fileSize={20_480}
          fileType="text/csv"
          onDownload={() => new Blob(['account,verdict\n'], { type: 'text/csv' })}
          onDelete={() => undefined}
        />
        <FileCard fileName="upload.csv" isUploading uploadProgress={60} />
        <FileCard fileName="broken.csv" error="This is no user export." />
      </Inline>
    </Section>
  );
}
