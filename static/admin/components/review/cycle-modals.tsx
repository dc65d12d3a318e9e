import { ModalTransition } from '@forge/react';
import React from 'react';
import type { CycleView } from '../../../../src/contract/review-replies';
import { announce } from '../../hooks/announce';
import { useRefreshSession } from '../../hooks/session-context';
import { useAction } from '../../hooks/use-action';
import { endDecidingInWords } from '../../view-models/cycle';
import { ReasonModal } from '../reason-modal';

interface CycleModalProps {
  readonly cycle: CycleView;
  readonly onClose: () => void;
  readonly onDone: (cycle: CycleView) => void;
  /** Called when somebody else changed the review first. */
  readonly onStale: () => void;
}

/** Ends the time to decide: the rule chosen in Settings closes what nobody decided. */
export function EndDecidingModal({ cycle, onClose, onDone, onStale }: CycleModalProps) {
  const end = useAction('end-deciding', onStale);
  const send = async (reason: string): Promise<void> => {
    const after = await end.run({ cycleId: cycle.cycleId, reason });
    if (after === null) return;
    onClose();
    onDone(after);
    announce('Deciding ended', 'What was decided now waits for approval on the Approvals page.');
  };
  return (
    <ModalTransition>
      <ReasonModal
        title="End deciding"
        text={endDecidingInWords(cycle)}
        confirm="End deciding"
        busy={end.busy}
        error={end.error}
        onConfirm={(reason) => void send(reason)}
        onClose={onClose}
      />
    </ModalTransition>
  );
}

export function CancelReviewModal({ cycle, onClose, onDone, onStale }: CycleModalProps) {
  const cancel = useAction('cancel-cycle', onStale);
  const refreshSession = useRefreshSession();
  const send = async (reason: string): Promise<void> => {
    const after = await cancel.run({ cycleId: cycle.cycleId, reason });
    if (after === null) return;
    onClose();
    onDone(after);
    if (cycle.rehearsal) refreshSession();
    announce('Review cancelled', 'Its records stay as evidence. Open another one when you are ready.');
  };
  return (
    <ModalTransition>
      <ReasonModal
        title="Cancel this review"
        text="Its decisions and approvals lose their effect; the records are kept. Once something was removed under it, a review can only be finished and signed off."
        confirm="Cancel review"
        danger
        busy={cancel.busy}
        error={cancel.error}
        onConfirm={(reason) => void send(reason)}
        onClose={onClose}
      />
    </ModalTransition>
  );
}
