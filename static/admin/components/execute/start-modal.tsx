import { List, ListItem } from '@forge/react';
import React, { useState } from 'react';
import type { PlanView, RunView } from '../../../../src/contract/execution-replies';
import { EXECUTORS } from '../../../../src/contract/words';
import { announce } from '../../hooks/announce';
import { useAction } from '../../hooks/use-action';
import { counted } from '../../view-models/counts';
import type { DependentsSummary } from '../../view-models/dependents';
import { executorChoices, peopleInRun } from '../../view-models/plan';
import { oneOf } from '../../view-models/route';
import { ChoiceInput } from '../fields';
import { ReasonModal } from '../reason-modal';
import { DependentsMessage } from './dependents-message';

interface StartModalProps {
  readonly plan: PlanView;
  readonly dependents: DependentsSummary;
  readonly onClose: () => void;
  readonly onStarted: (run: RunView) => void;
  readonly onStale: () => void;
}

const STARTED: Readonly<Record<RunView['executor'], string>> = {
  'acting-administrator': 'Keep this page open: it sends one slice after the other.',
  'organization-key': 'They go on by themselves: you may close this page and look again later.',
};

/** The last question before memberships are removed. */
export function StartModal({ plan, dependents, onClose, onStarted, onStale }: StartModalProps) {
  const start = useAction('start-run', onStale);
  const [executor, setExecutor] = useState(plan.proposed ?? 'acting-administrator');
  const send = async (): Promise<void> => {
    const { cycleId, fingerprint } = plan;
    const run = await start.run({ cycleId, fingerprint, executor });
    if (run === null) return;
    onStarted(run);
    announce('Removals started', STARTED[run.executor], 'info');
  };
  return (
    <ReasonModal
      title={`Start removals for ${counted(peopleInRun(plan), 'person')}`}
      text="Group memberships are removed, with you as their executor. No account is deleted, deactivated or suspended."
      confirm="Start removals"
      danger
      withoutReason
      busy={start.busy}
      error={start.error}
      onConfirm={() => void send()}
      onClose={onClose}
    >
      {dependents.appearance === 'success' ? null : <DependentsMessage summary={dependents} />}
      <ChoiceInput
        id="executor"
        label="Who removes"
        help="The page says why another way is not possible."
        choices={executorChoices(plan)}
        value={executor}
        onChoice={(choice) => {
          const chosen = oneOf(choice, EXECUTORS);
          if (chosen !== undefined) setExecutor(chosen);
        }}
      />
      <List type="unordered">
        <ListItem>
          Right before each removal the facts are read again; it is cancelled when they have changed.
        </ListItem>
        <ListItem>You can pause or stop between any two removals.</ListItem>
        <ListItem>What is removed can be given back from this page within 30 days.</ListItem>
      </List>
    </ReasonModal>
  );
}
