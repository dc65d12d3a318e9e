import React from 'react';
import { announce } from '../../hooks/announce';
import { useAction } from '../../hooks/use-action';
import { ReasonModal } from '../reason-modal';

interface StopUndoModalProps {
  readonly cycleId: string;
  readonly undoId: string;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Ends an undo between two additions, for everybody who drives it. */
export function StopUndoModal({ cycleId, undoId, onClose, onDone }: StopUndoModalProps) {
  const stop = useAction('stop-undo');
  const send = async (reason: string): Promise<void> => {
    if ((await stop.run({ cycleId, undoId, reason })) === null) return;
    onClose();
    onDone();
    announce('Undo stopped', 'What was not given back stays removed, and can be undone again.', 'warning');
  };
  return (
    <ReasonModal
      title="Stop the undo"
      text="The addition that is being sent now is finished, no other one starts. What was not given back stays removed, and can be undone again."
      confirm="Stop the undo"
      danger
      busy={stop.busy}
      error={stop.error}
      onConfirm={(reason) => void send(reason)}
      onClose={onClose}
    />
  );
}
