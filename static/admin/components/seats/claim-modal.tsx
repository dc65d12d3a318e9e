import React, { useState } from 'react';
import { Text } from '@forge/react';
import type { MySeat, MySeats } from '../../../../src/contract/seat-replies';
import { announce } from '../../hooks/announce';
import { useAction } from '../../hooks/use-action';
import { FormDialog } from '../dialog';
import { LongTextInput } from '../fields';

interface ClaimModalProps {
  readonly seat: MySeat;
  readonly onClose: () => void;
  readonly onClaimed: (seats: MySeats) => void;
}

/** Shortest note that the back end takes, in characters. */
const SHORTEST_NOTE = 3;

/** "I still need this", with a reason, and what happens next. */
export function ClaimModal({ seat, onClose, onClaimed }: ClaimModalProps) {
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const claim = useAction('claim-seat');
  const missing = note.trim().length < SHORTEST_NOTE;
  const send = async (): Promise<void> => {
    setTried(true);
    if (missing) return;
    const after = await claim.run({ product: seat.product, note: note.trim() });
    if (after === null) return;
    onClaimed(after);
    announce('The removal is cancelled', 'The review decides anew about your seat and reads what you wrote.');
  };
  return (
    <FormDialog
      title={`I still need ${seat.productName}`}
      confirm="I still need this"
      busy={claim.busy}
      error={claim.error}
      onClose={onClose}
      onConfirm={() => void send()}
    >
      <Text>
        The approved removal is cancelled at once. A reviewer decides anew and reads what you write, and so
        does whoever approves. It is kept in the evidence of the review. Should your seat be removed after
        all, you are told again first.
      </Text>
      <LongTextInput
        id="claim-note"
        label="Why you still need it"
        help="For example what you use it for, and when."
        isRequired
        error={tried && missing ? 'Write why you still need it.' : undefined}
        start=""
        onText={setNote}
      />
    </FormDialog>
  );
}
