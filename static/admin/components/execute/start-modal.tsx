import { List, ListItem } from '@forge/react';
import React from 'react';
import type { PlanView, RunView } from '../../../../src/contract/execution-replies';
import { announce } from '../../hooks/announce';
import { useAction } from '../../hooks/use-action';
import { counted } from '../../view-models/counts';
import { peopleInRun } from '../../view-models/plan';
import { ReasonModal } from '../reason-modal';

interface StartModalProps {
  readonly plan: PlanView;
  readonly onClose: () => void;
  readonly onStarted: (run: RunView) => void;
  readonly onStale: () => void;
}

/** The last question before memberships are removed. */
export function StartModal({ plan, onClose, onStarted, onStale }: StartModalProps) {
  const start = useAction('start-run', onStale);
  const send = async (): Promise<void> => {
    const run = await start.run({ cycleId: plan.cycleId, fingerprint: plan.fingerprint });
    if (run === null) return;
    onStarted(run);
    announce('Removals started', 'Keep this page open: it sends one slice after the other.', 'info');
  };
  return (
    <ReasonModal
      title={`Start removals for ${counted(peopleInRun(plan), 'person')}`}
      text="Group memberships are removed in your name. No account is deleted, deactivated or suspended."
      confirm="Start removals"
      danger
      withoutReason
      busy={start.busy}
      error={start.error}
      onConfirm={() => void send()}
      onClose={onClose}
    >
      <List type="unordered">
        <ListItem>
          Right before each removal the facts are read again; it is cancelled when they have changed.
        </ListItem>
        <ListItem>You can pause or stop between any two removals. Nobody is left half done.</ListItem>
        <ListItem>
          To give access back, somebody adds the person to the group in Atlassian Administration: there is no
          undo button.
        </ListItem>
      </List>
    </ReasonModal>
  );
}
