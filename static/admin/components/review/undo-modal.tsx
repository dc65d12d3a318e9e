import React from 'react';
import type { CycleView, LineRow } from '../../../../src/contract/review-replies';
import { announce } from '../../hooks/announce';
import type { ReplyError } from '../../hooks/call-resolver';
import { useAction } from '../../hooks/use-action';
import { counted } from '../../view-models/counts';
import { givingBack } from '../../view-models/lines';
import { ReasonModal } from '../reason-modal';

interface UndoModalProps {
  readonly cycleId: string;
  readonly lines: readonly LineRow[];
  readonly onClose: () => void;
  readonly onDone: (cycle: CycleView) => void;
  readonly onStale: (error: ReplyError) => void;
}

/** Takes decisions back; the record of them stays. */
export function UndoModal({ cycleId, lines, onClose, onDone, onStale }: UndoModalProps) {
  const undo = useAction('undo-decision', onStale);
  const send = async (reason: string): Promise<void> => {
    const after = await undo.run(givingBack(cycleId, lines, reason));
    if (after === null) return;
    onDone(after);
    announce('Decision taken back', `${counted(lines.length, 'line')} undecided again: decide anew.`);
  };
  return (
    <ReasonModal
      title={`Undo the decision on ${counted(lines.length, 'line')}`}
      text="The lines return to undecided, and questions that no owner has answered are withdrawn. The earlier decision stays in the evidence."
      confirm="Undo"
      busy={undo.busy}
      error={undo.error}
      onConfirm={(reason) => void send(reason)}
      onClose={onClose}
    />
  );
}
