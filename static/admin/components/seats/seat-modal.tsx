import React from 'react';
import { useResolver } from '../../hooks/use-resolver';
import { ReadingDialog } from '../dialog';
import { Remote } from '../states';
import { SeatExplanation } from './seat-explanation';

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
      <Remote state={seat} what="the seat">
        {(detail) => <SeatExplanation seat={detail} />}
      </Remote>
    </ReadingDialog>
  );
}
