import React from 'react';
import type { CycleView, LineRow } from '../../../../src/contract/review-replies';
import { announce } from '../../hooks/announce';
import type { ReplyError } from '../../hooks/call-resolver';
import { useAction } from '../../hooks/use-action';
import { counted } from '../../view-models/counts';
import { givingBack } from '../../view-models/lines';
import { ReasonModal } from '../reason-modal';

interface ReturnModalProps {
  readonly cycle: CycleView;
  readonly lines: readonly LineRow[];
  readonly onClose: () => void;
  readonly onDone: (cycle: CycleView) => void;
  readonly onStale: (error: ReplyError) => void;
}

/** Sends lines back to the reviewers, who decide them anew. */
export function ReturnModal({ cycle, lines, onClose, onDone, onStale }: ReturnModalProps) {
  const giveBack = useAction('return-lines', onStale);
  const send = async (reason: string): Promise<void> => {
    const after = await giveBack.run(givingBack(cycle.cycleId, lines, reason));
    if (after === null) return;
    onDone(after);
    announce(`${counted(lines.length, 'line')} returned`, 'They are undecided again and show your reason.');
  };
  return (
    <ReasonModal
      title={`Return ${counted(lines.length, 'line')}`}
      text="The lines become undecided again. Your reason shows on each of them."
      confirm="Return"
      busy={giveBack.busy}
      error={giveBack.error}
      onConfirm={(reason) => void send(reason)}
      onClose={onClose}
    />
  );
}
