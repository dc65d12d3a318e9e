import { Button, ModalTransition, Stack, Text, User } from '@forge/react';
import React, { useState } from 'react';
import { counted } from '../../view-models/counts';
import type { MembershipRow } from '../../view-models/population';
import { DataTable } from '../data-table';
import { ReadingDialog } from '../dialog';
import { Subheading } from '../panel';
import { SentenceList } from '../rich-text';

const COLUMNS = [
  { key: 'product', title: 'Product', width: 20 },
  { key: 'members', title: 'Members of granting groups', width: 20 },
  { key: 'between', title: 'Accounts between', width: 30 },
  { key: 'seats', title: 'Seats', width: 15 },
  { key: 'actions', title: 'Actions', width: 15 },
];

/** How the members of granting groups become seats; every account between them can be shown by name. */
export function MembershipTable({ rows }: { readonly rows: readonly MembershipRow[] }) {
  const [shown, setShown] = useState<MembershipRow | null>(null);
  return (
    <Stack space="space.100">
      <DataTable
        label="From members to seats"
        columns={COLUMNS}
        empty="No billable product was found."
        rows={rows.map((row) => ({
          key: row.product,
          cells: [
            row.name,
            row.members,
            <SentenceList key="between" texts={row.between.map(({ text }) => text)} none="Nobody" />,
            row.seats,
            row.between.length === 0 ? (
              ''
            ) : (
              <Button key="show" spacing="compact" onClick={() => setShown(row)}>
                Show accounts
              </Button>
            ),
          ],
        }))}
      />
      <ModalTransition>
        {shown === null ? null : <BetweenDialog row={shown} onClose={() => setShown(null)} />}
      </ModalTransition>
    </Stack>
  );
}

function BetweenDialog({ row, onClose }: { readonly row: MembershipRow; readonly onClose: () => void }) {
  return (
    <ReadingDialog title={`${row.name}: accounts between members and seats`} onClose={onClose}>
      <Stack space="space.200">
        {row.between.map(({ reason, text, accountIds, more }) => (
          <Stack key={reason} space="space.100">
            <Subheading>{text}</Subheading>
            {accountIds.map((accountId) => (
              <User key={accountId} accountId={accountId} />
            ))}
            {more === 0 ? null : (
              <Text>{`And ${counted(more, 'account')} more. The evidence of a review names all of them.`}</Text>
            )}
          </Stack>
        ))}
      </Stack>
    </ReadingDialog>
  );
}
