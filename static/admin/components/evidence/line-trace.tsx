import { Code, Inline, Stack, Text, User } from '@forge/react';
import React from 'react';
import type { LineTraceView } from '../../../../src/contract/evidence-replies';
import { useSession } from '../../hooks/session-context';
import { verdictNote } from '../../view-models/seats';
import { doneInWords, frozenInWords, traceRows } from '../../view-models/traces';
import { DataTable } from '../data-table';
import { LineStateLozenge, PathTags, VerdictLozenge } from '../lozenges';
import { Panel, Subheading } from '../panel';
import { Sentence, SentenceList } from '../rich-text';

const COLUMNS = [
  { key: 'record', title: 'Ledger and record', width: 20 },
  { key: 'when', title: 'When', width: 17 },
  { key: 'who', title: 'Who', width: 20 },
  { key: 'what', title: 'What', width: 43 },
];

/** One line from its frozen facts to its last record, on one page, so that it can be read and printed whole. */
export function LineTrace({ trace }: { readonly trace: LineTraceView }) {
  const { now } = useSession();
  return (
    <Panel title={`Line ${String(trace.line)}`}>
      <Inline space="space.100" alignBlock="center" shouldWrap>
        <User accountId={trace.accountId} />
        <Text weight="bold">{trace.productName}</Text>
        <VerdictLozenge verdict={trace.verdict} />
        <Text color="color.text.subtle">{verdictNote(trace)}</Text>
        <LineStateLozenge line={trace} />
        {trace.cause === null ? null : <Sentence text={trace.cause} />}
      </Inline>
      <Sentence text={trace.sentence} />
      <Stack space="space.100">
        <Subheading>As it was frozen</Subheading>
        <PathTags paths={trace.paths} />
        <SentenceList texts={frozenInWords(trace)} none="No fact is recorded." />
      </Stack>
      <Stack space="space.100">
        <Subheading>What was done</Subheading>
        <SentenceList texts={doneInWords(trace, now)} none="Nothing was done." />
      </Stack>
      <Stack space="space.100">
        <Subheading>Records</Subheading>
        <DataTable
          label={`Records of line ${String(trace.line)}`}
          columns={COLUMNS}
          empty="No record."
          rows={traceRows(trace).map(({ key, record, hash, when, who, what }) => ({
            key,
            cells: [
              <Stack key="record" space="space.025" alignInline="start">
                <Text>{record}</Text>
                <Code>{hash.slice(0, 16)}</Code>
              </Stack>,
              when,
              <Sentence key="who" text={who} />,
              <Sentence key="what" text={what} />,
            ],
          }))}
        />
      </Stack>
    </Panel>
  );
}
