import { ModalTransition, ProgressBar, SectionMessage, Stack, Text } from '@forge/react';
import React, { useState } from 'react';
import type { PayloadOf } from '../../../../src/contract/resolvers';
import { announce } from '../../hooks/announce';
import { useUndo } from '../../hooks/use-undo';
import { afterUndo, leftInWords, undoInWords, undoShare } from '../../view-models/undo';
import { FormDialog } from '../dialog';
import { LongTextInput } from '../fields';
import { SentenceList } from '../rich-text';

/** Shortest reason that the back end takes, in characters. */
const SHORTEST_REASON = 3;

interface UndoModalProps {
  readonly cycleId: string;
  /** What to begin, or the undo to go on with. */
  readonly of: PayloadOf<'start-undo'>['of'] | { readonly undoId: string };
  /** What is given back, to follow “Gives back”. */
  readonly what: string;
  readonly onClose: () => void;
  /** Called when an undo was begun or gone on with, so that the page reads again. */
  readonly onDone: () => void;
}

/** Gives back what the app removed: with a reason, with progress, and with what was not given back. */
export function UndoModal({ cycleId, of, what, onClose, onDone }: UndoModalProps) {
  const { undo, busy, error, start, goOn } = useUndo();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const undoId = undo?.undoId ?? ('undoId' in of ? of.undoId : null);
  const isMissing = undoId === null && reason.trim().length < SHORTEST_REASON;
  const leave = (): void => {
    onClose();
    if (undo !== null) onDone();
  };
  const send = async (): Promise<void> => {
    if (undo?.state === 'done') return leave();
    setTried(true);
    if (isMissing) return;
    const done =
      undoId === null && !('undoId' in of)
        ? await start({ cycleId, of, reason: reason.trim() })
        : await goOn({ cycleId, undoId: undoId ?? '' });
    if (done === null) return;
    const isWhole = done.refused + done.stopped === 0;
    announce(undoInWords(done), afterUndo(done), isWhole ? 'success' : 'warning');
    onDone();
    if (isWhole) onClose();
  };
  const left = undo === null ? [] : leftInWords(undo);
  return (
    <ModalTransition>
      <FormDialog
        title="Undo removals"
        confirm={undo?.state === 'done' ? 'Close' : undoId === null ? 'Undo removals' : 'Go on'}
        busy={busy}
        error={error}
        onClose={leave}
        onConfirm={() => void send()}
      >
        <Text>
          {`Gives back ${what}: exactly the memberships that were removed here, each within 30 days. Each group is read again first; what is synced, gives administration or grants more than before is refused. Evidence keeps the removal and its undo.`}
        </Text>
        {undoId === null ? (
          <LongTextInput
            id="undo-reason"
            label="Reason"
            help="Kept in the evidence with your name."
            isRequired
            error={tried && isMissing ? 'Write a reason.' : undefined}
            start=""
            onText={setReason}
          />
        ) : null}
        {undo === null ? null : (
          <Stack space="space.050">
            <ProgressBar value={undoShare(undo)} ariaLabel={undoInWords(undo)} />
            <Text>{undoInWords(undo)}</Text>
          </Stack>
        )}
        {undo === null || undo.message === '' ? null : (
          <SectionMessage appearance="warning" title="Waits for you">
            <Text>{undo.message}</Text>
          </SectionMessage>
        )}
        {left.length === 0 ? null : (
          <SectionMessage appearance="warning" title="Not given back">
            <SentenceList texts={left} none="" />
          </SectionMessage>
        )}
      </FormDialog>
    </ModalTransition>
  );
}
