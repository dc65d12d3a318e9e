import React from 'react';
import type { Flag } from '../../../../src/contract/seat-replies';
import { announce } from '../../hooks/announce';
import { useAction } from '../../hooks/use-action';
import { plainMessage } from '../../view-models/message';
import { ReasonModal } from '../reason-modal';

interface DismissModalProps {
  readonly flag: Flag;
  readonly onClose: () => void;
  readonly onDismissed: () => void;
}

/** Takes a flag off the page; the reason stays. */
export function DismissModal({ flag, onClose, onDismissed }: DismissModalProps) {
  const dismiss = useAction('dismiss-flag');
  const send = async (reason: string): Promise<void> => {
    const left = await dismiss.run({ flagId: flag.id, reason });
    if (left === null) return;
    onClose();
    announce('Flag dismissed', 'Your reason is kept in the evidence.');
    onDismissed();
  };
  return (
    <ReasonModal
      title="Dismiss this flag"
      text={`${plainMessage(flag.text)} Dismissing it changes no seat; the next review still asks about it.`}
      confirm="Dismiss"
      busy={dismiss.busy}
      error={dismiss.error}
      onConfirm={(reason) => void send(reason)}
      onClose={onClose}
    />
  );
}
