import { Button, Lozenge, Stack, Text } from '@forge/react';
import React from 'react';
import type { GroupRow } from '../../../../src/contract/group-replies';
import { grouped } from '../../view-models/counts';
import { FINDING_LABELS, grantAsPath, staleShare } from '../../view-models/groups';
import { DataTable } from '../data-table';
import { PathTags } from '../lozenges';

const COLUMNS = [
  { key: 'name', title: 'Group', width: 24 },
  { key: 'grants', title: 'Grants', width: 24 },
  { key: 'people', title: 'People', width: 10 },
  { key: 'alone', title: 'Seats on it alone', width: 14 },
  { key: 'stale', title: 'Stale', width: 16 },
  { key: 'actions', title: 'Actions', width: 12 },
];

interface GroupTableProps {
  readonly rows: readonly GroupRow[];
  readonly isLoading: boolean;
  readonly onChoose: (row: GroupRow) => void;
}

export function GroupTable({ rows, isLoading, onChoose }: GroupTableProps) {
  return (
    <DataTable
      label="Groups"
      columns={COLUMNS}
      isLoading={isLoading}
      empty="No group on this page."
      rows={rows.map((row) => ({
        key: row.id,
        cells: [
          <GroupName key="name" group={row} />,
          <PathTags key="grants" paths={row.grants.map((grant) => grantAsPath(row, grant))} />,
          grouped(row.people),
          grouped(row.alone),
          staleShare(row),
          <Button key="open" spacing="compact" onClick={() => onChoose(row)}>
            What hangs on it
          </Button>,
        ],
      }))}
    />
  );
}

function GroupName({ group }: { readonly group: GroupRow }) {
  return (
    <Stack space="space.050" alignInline="start">
      <Text weight="medium">{group.name}</Text>
      {group.findings.map((finding) => (
        <Lozenge key={finding} appearance="moved">
          {FINDING_LABELS[finding]}
        </Lozenge>
      ))}
    </Stack>
  );
}
