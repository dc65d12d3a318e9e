import { ModalTransition, ProgressBar, SectionMessage, Stack, Text } from '@forge/react';
import React, { useState } from 'react';
import type { PayloadOf } from '../../../../src/contract/resolvers';
import { announce } from '../../hooks/announce';
import { useUndo } from '../../hooks/use-undo';
import { afterUndo, refusedInWords, undoInWords, undoShare } from '../../view-models/undo';
import { FormDialog } from '../dialog';
import { LongTextInput } from '../fields';
import { SentenceList } from '../rich-text';

/** Shortest reason that the back end takes, in characters. */
const SHORTEST_REASON = 3;

interface UndoModalProps {
  readonly cycleId: string;
  readonly of: PayloadOf<'start-undo'>['of'];
  /** What is given back, to follow “Gives back”. */
  readonly what: string;
  readonly onClose: () => void;
  /** Called when something was given back, so that the page reads again. */
  readonly onDone: () => void;
}

/** Gives back what the app removed: with a reason, with progress, and with what was refused. */
export function UndoModal({ cycleId, of, what, onClose, onDone }: UndoModalProps) {
  const { undo, busy, error, start } = useUndo();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const isMissing = reason.trim().length < SHORTEST_REASON;
  const send = async (): Promise<void> => {
    if (undo?.state === 'done') return onClose();
    setTried(true);
    if (isMissing) return;
    const done = await start({ cycleId, of, reason: reason.trim() });
    if (done === null) return;
    announce(undoInWords(done), afterUndo(done), done.refused === 0 ? 'success' : 'warning');
    onDone();
    if (done.refused === 0) onClose();
  };
  const refused = undo === null ? [] : refusedInWords(undo);
  return (
    <ModalTransition>
      <FormDialog
        title="Undo removals"
        confirm={undo === null ? 'Undo removals' : undo.state === 'done' ? 'Close' : 'Go on'}
        busy={busy}
        error={error}
        onClose={onClose}
        onConfirm={() => void send()}
      >
        <Text>
          {`Gives back ${what}: exactly the memberships that were removed here, within 30 days. Each group is read again first; what is synced, gives administration or grants more than before is refused. Evidence keeps the removal and its undo.`}
        </Text>
        {undo === null ? (
          <LongTextInput
            id="undo-reason"
            label="Reason"
            help="Kept in the evidence with your name."
            isRequired
            error={tried && isMissing ? 'Write a reason.' : undefined}
            start=""
            onText={setReason}
          />
        ) : (
          <Stack space="space.050">
            <ProgressBar value={undoShare(undo)} ariaLabel={undoInWords(undo)} />
            <Text>{undoInWords(undo)}</Text>
          </Stack>
        )}
        {refused.length === 0 ? null : (
          <SectionMessage appearance="warning" title="Not given back">
            <SentenceList texts={refused} none="" />
          </SectionMessage>
        )}
      </FormDialog>
    </ModalTransition>
  );
}
