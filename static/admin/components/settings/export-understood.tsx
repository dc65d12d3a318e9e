import { SectionMessage, Stack, Text } from '@forge/react';
import React from 'react';
import { counted, grouped } from '../../view-models/counts';
import { meaningChoices, personCells, problemText, type ExportReading } from '../../view-models/user-export';
import { DataTable } from '../data-table';
import { ChoiceInput } from '../fields';
import { Subheading } from '../panel';
import { SentenceList } from '../rich-text';

const SAMPLE_COLUMNS = [
  { key: 'row', title: 'Row', width: 8 },
  { key: 'person', title: 'Account', width: 32 },
  { key: 'added', title: 'Added', width: 15 },
  { key: 'uses', title: 'Last use', width: 45 },
];
/** Problems that fit on a screen; the rest are counted. */
const SHOWN = 5;

interface ExportUnderstoodProps {
  readonly reading: ExportReading;
  readonly onMeaning: (index: number, meaning: string) => void;
}

/** What became of a file: its problems, the first rows in words, and what each column tells. */
export function ExportUnderstood({ reading, onMeaning }: ExportUnderstoodProps) {
  const { problems, problemCount, rows, sample, columns } = reading;
  return (
    <Stack space="space.150">
      {problemCount === 0 ? (
        <SectionMessage appearance="success" title={`${counted(rows, 'row')} understood`}>
          <Text>Check the first rows and what each column tells, then import.</Text>
        </SectionMessage>
      ) : (
        <SectionMessage
          appearance="error"
          title={`${grouped(problemCount)} to correct before anything is imported`}
        >
          <SentenceList texts={problems.slice(0, SHOWN).map(problemText)} none="" />
          {problemCount > SHOWN ? <Text>{`And ${counted(problemCount - SHOWN, 'row')} more.`}</Text> : null}
        </SectionMessage>
      )}
      {sample.length === 0 ? null : (
        <DataTable
          label="First rows as they were understood"
          columns={SAMPLE_COLUMNS}
          empty="No rows."
          rows={sample.map((person) => ({ key: String(person.row), cells: personCells(person) }))}
        />
      )}
      <Subheading>What each column tells</Subheading>
      {columns.map(({ heading, meaning }, index) => (
        <ChoiceInput
          key={`${heading} ${String(index)}`}
          id={`column-${String(index)}`}
          label={heading === '' ? `Column ${String(index + 1)}` : heading}
          error={meaning === null ? 'Say what this column tells.' : undefined}
          choices={meaningChoices(columns)}
          value={meaning ?? ''}
          onChoice={(choice) => onMeaning(index, choice)}
        />
      ))}
    </Stack>
  );
}
