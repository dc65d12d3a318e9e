import { Button, User } from '@forge/react';
import React from 'react';
import type { SeatRow } from '../../../../src/contract/seat-replies';
import { lastUse, verdictNote } from '../../view-models/seats';
import { DataTable } from '../data-table';
import { PathTags, VerdictCell } from '../lozenges';

const COLUMNS = [
  { key: 'person', title: 'Person', width: 20 },
  { key: 'product', title: 'Product', width: 13 },
  { key: 'verdict', title: 'Verdict', width: 20 },
  { key: 'last-active', title: 'Last active', width: 15 },
  { key: 'paths', title: 'Held through', width: 22 },
  { key: 'why', title: 'Actions', width: 10 },
];

interface SeatTableProps {
  readonly rows: readonly SeatRow[];
  readonly now: string;
  readonly isLoading: boolean;
  readonly onChoose: (row: SeatRow) => void;
}

export function SeatTable({ rows, now, isLoading, onChoose }: SeatTableProps) {
  return (
    <DataTable
      label="Seats"
      columns={COLUMNS}
      isLoading={isLoading}
      empty="No seat on this page."
      rows={rows.map((row) => ({
        key: `${row.product}/${row.accountId}`,
        cells: [
          <User key="person" accountId={row.accountId} />,
          row.productName,
          <VerdictCell key="verdict" verdict={row.verdict} note={verdictNote(row)} />,
          lastUse(row, now),
          <PathTags key="paths" paths={row.paths} />,
          <Button key="why" spacing="compact" onClick={() => onChoose(row)}>
            Why billable
          </Button>,
        ],
      }))}
    />
  );
}
