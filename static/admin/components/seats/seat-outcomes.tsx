import { Lozenge, Stack, Text } from '@forge/react';
import React from 'react';
import type { SeatDetail } from '../../../../src/contract/seat-replies';
import { capitalised } from '../../view-models/counts';
import { otherProducts, outcomeInWords, outcomeName, supposition } from '../../view-models/seat-detail';
import { DataTable } from '../data-table';
import { PathTags } from '../lozenges';
import { Subheading } from '../panel';
import { Sentence } from '../rich-text';

const COLUMNS = [
  { key: 'product', title: 'Product', width: 24 },
  { key: 'use', title: 'Use', width: 16 },
  { key: 'outcome', title: 'What becomes of it', width: 24 },
  { key: 'through', title: 'Still held through', width: 36 },
];

/** What a removal leaves, for this and every other product of the account. */
export function SeatOutcomes({ seat }: { readonly seat: SeatDetail }) {
  const others = otherProducts(seat);
  return (
    <Stack space="space.100">
      <Subheading>What would remain, on every product</Subheading>
      <Sentence text={supposition(seat)} />
      <DataTable
        label="What would remain"
        columns={COLUMNS}
        empty="No product of this account was found."
        rows={seat.outcomes.map((outcome) => ({
          key: outcome.product,
          isHighlighted: outcome.product === seat.product,
          cells: [
            outcomeName(outcome),
            capitalised(outcome.use),
            <Lozenge key="outcome" appearance={outcome.ends ? 'removed' : 'default'} maxWidth="320px">
              {outcomeInWords(outcome)}
            </Lozenge>,
            outcome.through.length === 0 ? 'Nothing' : <PathTags key="through" paths={outcome.through} />,
          ],
        }))}
      />
      {seat.inProjects === '' ? null : <Sentence text={seat.inProjects} />}
      {others === '' ? null : <Text color="color.text.subtle">{others}</Text>}
    </Stack>
  );
}
