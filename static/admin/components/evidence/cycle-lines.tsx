import { Button, EmptyState, Stack, Text, User } from '@forge/react';
import React from 'react';
import type { LineList, LineRow } from '../../../../src/contract/review-replies';
import { useNavigation } from '../../hooks/navigation-context';
import { useResolver } from '../../hooks/use-resolver';
import { formatDay } from '../../view-models/dates';
import { decisionInWords, lineQuery } from '../../view-models/lines';
import { verdictNote } from '../../view-models/seats';
import { DataTable } from '../data-table';
import { LineStateLozenge, VerdictCell, VerificationLozenge } from '../lozenges';
import { Pager } from '../pager';
import { Panel } from '../panel';
import { Person } from '../person';
import { LineFilters } from '../review/line-filters';
import { Remote } from '../states';

const COLUMNS = [
  { key: 'line', title: 'Line', width: 8 },
  { key: 'person', title: 'Person and product', width: 18 },
  { key: 'verdict', title: 'Verdict', width: 16 },
  { key: 'decision', title: 'Decision', width: 23 },
  { key: 'approval', title: 'Approved by', width: 13 },
  { key: 'outcome', title: 'Outcome', width: 14 },
  { key: 'trace', title: 'Records', width: 8 },
];

/** Every line of a review to read: nothing here changes anything. */
export function CycleLines({ cycleId }: { readonly cycleId: string }) {
  const { filters, go } = useNavigation();
  const lines = useResolver('list-lines', lineQuery(cycleId, filters));
  return (
    <Panel
      title="Lines"
      description="One line is one seat that was reviewed, as it was frozen, with what was decided and what became of it."
      actions={
        <Button onClick={() => go('evidence', { cycle: cycleId, view: 'sample' })}>Draw a sample</Button>
      }
    >
      <Remote state={lines} what="the lines">
        {(list) => (
          <Stack space="space.150">
            <LineFilters list={list} />
            <LinesFound
              list={list}
              isLoading={lines.loading}
              onTrace={(line) => go('evidence', { cycle: cycleId, line: String(line) })}
            />
          </Stack>
        )}
      </Remote>
    </Panel>
  );
}

interface LinesFoundProps {
  readonly list: LineList;
  readonly isLoading: boolean;
  readonly onTrace: (line: number) => void;
}

function LinesFound({ list, isLoading, onTrace }: LinesFoundProps) {
  if (list.total === 0)
    return <EmptyState header="No line matches" description="No line of this review fits the filters." />;
  return (
    <Stack space="space.150">
      <DataTable
        label="Lines of the review"
        columns={COLUMNS}
        isLoading={isLoading}
        empty="No line on this page."
        rows={list.rows.map((line) => ({ key: String(line.line), cells: cellsOf(line, onTrace) }))}
      />
      <Pager offset={list.offset} shown={list.rows.length} total={list.total} unit="line" />
    </Stack>
  );
}

function cellsOf(line: LineRow, onTrace: (line: number) => void): React.ReactNode[] {
  return [
    `Line ${String(line.line)}`,
    <Stack key="person" space="space.050" alignInline="start">
      <User accountId={line.accountId} />
      <Text>{line.productName}</Text>
    </Stack>,
    <VerdictCell key="verdict" verdict={line.verdict} note={verdictNote(line)} />,
    <DecisionCell key="decision" line={line} />,
    line.approvedBy === null ? '' : <User key="approval" accountId={line.approvedBy} />,
    <Stack key="outcome" space="space.050" alignInline="start">
      <LineStateLozenge line={line} />
      {line.verification === null ? null : <VerificationLozenge verification={line.verification} />}
    </Stack>,
    <Button key="trace" spacing="compact" onClick={() => onTrace(line.line)}>
      Trace
    </Button>,
  ];
}

function DecisionCell({ line }: { readonly line: LineRow }) {
  return (
    <Stack space="space.050" alignInline="start">
      <Text>{decisionInWords(line)}</Text>
      {line.decision === null ? null : (
        <Text size="small" color="color.text.subtle">
          {'by '}
          <Person id={line.decision.by} />
          {` on ${formatDay(line.decision.at)}`}
        </Text>
      )}
    </Stack>
  );
}
