import { Button, Lozenge, Stack, Text, User } from '@forge/react';
import React, { useState } from 'react';
import type { CycleSummary } from '../../../../src/contract/review-replies';
import { CYCLE_STATE_APPEARANCE } from '../../view-models/appearances';
import { cycleRows } from '../../view-models/evidence';
import { CYCLE_STATE_LABELS } from '../../view-models/labels';
import { PAGE_SIZE } from '../../view-models/seats';
import { DataTable } from '../data-table';
import { PagerOf } from '../pager';

const COLUMNS = [
  { key: 'title', title: 'Review', width: 26 },
  { key: 'state', title: 'State', width: 14 },
  { key: 'when', title: 'When', width: 34 },
  { key: 'lines', title: 'Lines', width: 12 },
  { key: 'show', title: 'Actions', width: 14 },
];

interface CyclesTableProps {
  readonly cycles: readonly CycleSummary[];
  /** The review whose evidence is shown below. */
  readonly shown: string;
  readonly onShow: (cycleId: string) => void;
}

export function CyclesTable({ cycles, shown, onShow }: CyclesTableProps) {
  const [offset, setOffset] = useState(0);
  const part = cycles.slice(offset, offset + PAGE_SIZE);
  const signers = new Map(part.map(({ cycleId, signedOffBy }) => [cycleId, signedOffBy]));
  return (
    <>
      <DataTable
        label="Reviews"
        columns={COLUMNS}
        empty="No review yet."
        rows={cycleRows(part).map(({ cycleId, title, state, when, lines }) => ({
          key: cycleId,
          isHighlighted: cycleId === shown,
          cells: [
            title,
            <Lozenge key="state" appearance={CYCLE_STATE_APPEARANCE[state]}>
              {CYCLE_STATE_LABELS[state]}
            </Lozenge>,
            <SignedBy key="when" when={when} by={signers.get(cycleId) ?? null} />,
            lines,
            <Button
              key="show"
              spacing="compact"
              isSelected={cycleId === shown}
              onClick={() => onShow(cycleId)}
            >
              Show evidence
            </Button>,
          ],
        }))}
      />
      {cycles.length > PAGE_SIZE ? (
        <PagerOf
          offset={offset}
          shown={part.length}
          total={cycles.length}
          unit="review"
          onOffset={setOffset}
        />
      ) : null}
    </>
  );
}

function SignedBy({ when, by }: { readonly when: string; readonly by: string | null }) {
  return (
    <Stack>
      <Text>{when}</Text>
      {by === null ? null : (
        <Text size="small" color="color.text.subtle">
          {'by '}
          <User accountId={by} />
        </Text>
      )}
    </Stack>
  );
}
