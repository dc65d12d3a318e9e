import React from 'react';
import type { RunView } from '../../../../src/contract/execution-replies';
import { announce } from '../../hooks/announce';
import { useAction } from '../../hooks/use-action';
import type { RunControl } from '../../hooks/use-run';
import { ReasonModal } from '../reason-modal';

interface StopModalProps {
  readonly run: RunView;
  readonly control: RunControl;
  readonly onClose: () => void;
}

/** Ends a run between two removals, for everybody who drives it. */
export function StopModal({ run, control, onClose }: StopModalProps) {
  const stop = useAction('stop-run');
  const send = async (reason: string): Promise<void> => {
    const after = await stop.run({ runId: run.runId, reason });
    if (after === null) return;
    onClose();
    control.put(after);
    announce(
      'Removals stopped',
      'Approved lines stay approved. What was removed is verified as usual.',
      'warning',
    );
  };
  return (
    <ReasonModal
      title="Stop removals"
      text="The removal that is being sent now is finished, no other one starts. Approved lines stay approved."
      confirm="Stop removals"
      danger
      busy={stop.busy}
      error={stop.error}
      onConfirm={(reason) => void send(reason)}
      onClose={onClose}
    />
  );
}
