import { Checkbox, Lozenge, Text, User } from '@forge/react';
import React, { useState } from 'react';
import type { HandoffRow } from '../../../../src/contract/handoff-replies';
import { useSession } from '../../hooks/session-context';
import { HANDOFF_STATUS_APPEARANCE } from '../../view-models/appearances';
import { handoffInWords } from '../../view-models/handoffs';
import { HANDOFF_STATUS_LABELS } from '../../view-models/labels';
import { PAGE_SIZE } from '../../view-models/seats';
import { DataTable } from '../data-table';
import { PagerOf } from '../pager';
import { Sentence } from '../rich-text';

const COLUMNS = [
  { key: 'line', title: 'Line', width: 14 },
  { key: 'person', title: 'Person', width: 24 },
  { key: 'product', title: 'Product', width: 16 },
  { key: 'status', title: 'Status', width: 14 },
  { key: 'next', title: 'Answer and next step', width: 32 },
];

interface HandoffsTableProps {
  readonly rows: readonly HandoffRow[];
  readonly chosen: ReadonlySet<string>;
  /** Null for whoever may not record answers. */
  readonly onToggle: ((id: string) => void) | null;
}

export function HandoffsTable({ rows, chosen, onToggle }: HandoffsTableProps) {
  const { now } = useSession();
  const [offset, setOffset] = useState(0);
  const shown = rows.slice(offset, offset + PAGE_SIZE);
  return (
    <>
      <DataTable
        label="Handoffs"
        columns={COLUMNS}
        empty="No handoff in this case."
        rows={shown.map((row) => ({
          key: row.handoffId,
          cells: [
            onToggle !== null && row.status === 'open' ? (
              <Checkbox
                key="line"
                label={`Line ${String(row.line)}`}
                isChecked={chosen.has(row.handoffId)}
                onChange={() => onToggle(row.handoffId)}
              />
            ) : (
              <Text key="line">{`Line ${String(row.line)}`}</Text>
            ),
            <User key="person" accountId={row.accountId} />,
            row.productName,
            <Lozenge
              key="status"
              appearance={row.overdue ? 'removed' : HANDOFF_STATUS_APPEARANCE[row.status]}
            >
              {row.overdue ? 'Overdue' : HANDOFF_STATUS_LABELS[row.status]}
            </Lozenge>,
            <Sentence key="next" text={handoffInWords(row, now)} />,
          ],
        }))}
      />
      {rows.length > PAGE_SIZE ? (
        <PagerOf
          offset={offset}
          shown={shown.length}
          total={rows.length}
          unit="handoff"
          onOffset={setOffset}
        />
      ) : null}
    </>
  );
}
