import { Stack } from '@forge/react';
import React from 'react';
import { useResolver } from '../../hooks/use-resolver';
import { ReadingDialog } from '../dialog';
import { Remote } from '../states';
import { SeatExplanation } from './seat-explanation';
import { SeatHistory } from './seat-history';

interface SeatModalProps {
  readonly accountId: string;
  readonly product: string;
  readonly onClose: () => void;
}

/** Why one seat is billable, with everything that is known of it and everything that is not. */
export function SeatModal({ accountId, product, onClose }: SeatModalProps) {
  const seat = useResolver('get-seat', { accountId, product });
  return (
    <ReadingDialog title="Why billable" onClose={onClose}>
      <Stack space="space.250">
        <Remote state={seat} what="the seat">
          {(detail) => <SeatExplanation seat={detail} />}
        </Remote>
        <SeatHistory accountId={accountId} product={product} />
      </Stack>
    </ReadingDialog>
  );
}
