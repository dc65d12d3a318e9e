import { Stack, Text, User } from '@forge/react';
import React, { useState } from 'react';
import type { CycleView, LineList } from '../../../../src/contract/review-replies';
import { useSession } from '../../hooks/session-context';
import { useResolver } from '../../hooks/use-resolver';
import { DECISION_LABELS } from '../../view-models/labels';
import { decisionInWords } from '../../view-models/lines';
import { lastUse, PAGE_SIZE, verdictNote } from '../../view-models/seats';
import { DataTable } from '../data-table';
import { VerdictCell } from '../lozenges';
import { PagerOf } from '../pager';
import { Panel } from '../panel';
import { Person } from '../person';
import { Remote } from '../states';

const COLUMNS = [
  { key: 'line', title: 'Line', width: 8 },
  { key: 'person', title: 'Person and product', width: 22 },
  { key: 'verdict', title: 'Verdict and last use', width: 22 },
  { key: 'recommended', title: 'Recommended', width: 14 },
  { key: 'kept', title: 'Kept by', width: 34 },
];

/**
 * Keeps are not approved, but the approver sees them: each departs from what was recommended (product.md §7,
 * Separation of duties).
 */
export function KeptPanel({ cycle: { cycleId, sequence } }: { readonly cycle: CycleView }) {
  const [offset, setOffset] = useState(0);
  const asked = { cycleId, decision: 'keep', outcome: 'kept', offset, limit: PAGE_SIZE } as const;
  const kept = useResolver('list-lines', asked, sequence);
  return (
    <Remote state={kept} what="the lines that are kept">
      {(list) => (list.total === 0 ? null : <KeptLines list={list} onOffset={setOffset} />)}
    </Remote>
  );
}

interface KeptLinesProps {
  readonly list: LineList;
  readonly onOffset: (offset: number) => void;
}

function KeptLines({ list, onOffset }: KeptLinesProps) {
  const { now } = useSession();
  return (
    <Panel
      title="Kept against the recommendation"
      description="These need no approval and bill on. They are shown so that a second person sees them."
    >
      <DataTable
        label="Kept against the recommendation"
        columns={COLUMNS}
        empty="No line on this page."
        rows={list.rows.map((line) => ({
          key: String(line.line),
          cells: [
            String(line.line),
            <Stack key="person" space="space.050" alignInline="start">
              <User accountId={line.accountId} />
              <Text>{line.productName}</Text>
            </Stack>,
            <VerdictCell
              key="verdict"
              verdict={line.verdict}
              note={`${verdictNote(line)} · ${lastUse(line, now)}`}
            />,
            DECISION_LABELS[line.recommended],
            <Stack key="kept" space="space.050">
              <Text>{decisionInWords(line)}</Text>
              {line.decision === null ? null : (
                <Text size="small" color="color.text.subtle">
                  {'By '}
                  <Person id={line.decision.by} />
                  {`: ${line.decision.note}`}
                </Text>
              )}
            </Stack>,
          ],
        }))}
      />
      <PagerOf
        offset={list.offset}
        shown={list.rows.length}
        total={list.total}
        unit="line"
        onOffset={onOffset}
      />
    </Panel>
  );
}
