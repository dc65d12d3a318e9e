import React from 'react';
import type { SettingsView } from '../../../../src/contract/settings-replies';
import { announce } from '../../hooks/announce';
import { useAction } from '../../hooks/use-action';
import { ReasonModal } from '../reason-modal';

interface RemoveKeyModalProps {
  readonly onClose: () => void;
  readonly onRemoved: (settings: SettingsView) => void;
}

/** Forgets the organization key. */
export function RemoveKeyModal({ onClose, onRemoved }: RemoveKeyModalProps) {
  const remove = useAction('remove-org-key');
  const send = async (reason: string): Promise<void> => {
    const after = await remove.run({ reason });
    if (after === null) return;
    onClose();
    onRemoved(after);
    announce('Organization key removed', 'Scans read the Jira family alone from now on.', 'warning');
  };
  return (
    <ReasonModal
      title="Remove the organization key"
      text="Confluence, group owners and last use can no longer be read, and a run that is under way stops. Stored evidence stays."
      confirm="Remove key"
      danger
      busy={remove.busy}
      error={remove.error}
      onConfirm={(reason) => void send(reason)}
      onClose={onClose}
    />
  );
}
