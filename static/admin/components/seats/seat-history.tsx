import { Stack, Text } from '@forge/react';
import React from 'react';
import { useResolver } from '../../hooks/use-resolver';
import { openLineInWords } from '../../view-models/seat-next';
import { Subheading } from '../panel';
import { Remote } from '../states';
import { HistoryTable } from './history-table';

interface SeatHistoryProps {
  readonly accountId: string;
  readonly product: string;
}

/** What every review so far recorded of a seat. */
export function SeatHistory({ accountId, product }: SeatHistoryProps) {
  const history = useResolver('get-seat-history', { accountId, product });
  return (
    <Stack space="space.100">
      <Subheading>History in all reviews</Subheading>
      <Remote state={history} what="the history">
        {(data) => (
          <Stack space="space.100">
            {data.open === null ? null : <Text>{openLineInWords(data)}</Text>}
            {data.entries.length === 0 ? (
              <Text>
                No review has had a line for this seat yet. Reviews take up seats that are neither active nor
                protected.
              </Text>
            ) : (
              <HistoryTable entries={data.entries} />
            )}
          </Stack>
        )}
      </Remote>
    </Stack>
  );
}
