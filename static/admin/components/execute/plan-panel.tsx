import { Button, EmptyState, ModalTransition, SectionMessage, Stack, Text } from '@forge/react';
import React, { useState } from 'react';
import type { PlanView, RunView } from '../../../../src/contract/execution-replies';
import { useNavigation } from '../../hooks/navigation-context';
import { useDependents } from '../../hooks/use-dependents';
import { executorsInWords, planInWords, startObstacle } from '../../view-models/plan';
import { Panel, Subheading } from '../panel';
import { Sentence, SentenceList } from '../rich-text';
import { ConfirmGroups } from './confirm-groups';
import { DependentsTable } from './dependents-table';
import { PlanTable } from './plan-table';
import { SkipsTable } from './skips-table';
import { StartModal } from './start-modal';

interface PlanPanelProps {
  readonly plan: PlanView;
  readonly onStarted: (run: RunView) => void;
  readonly onStale: () => void;
}

/** The plan: who leaves which groups, what ends and stays, what is left out and why. */
export function PlanPanel({ plan, onStarted, onStale }: PlanPanelProps) {
  const [starting, setStarting] = useState(false);
  const obstacle = startObstacle(plan);
  const dependents = useDependents(plan);
  if (plan.items.length === 0 && plan.skips.length === 0) return <NothingPlanned />;
  return (
    <Panel
      title="Plan"
      description={planInWords(plan)}
      actions={
        <Button appearance="primary" isDisabled={obstacle !== ''} onClick={() => setStarting(true)}>
          Start removals
        </Button>
      }
    >
      {obstacle === '' ? null : (
        <SectionMessage appearance="warning" title="Removals cannot start yet">
          <Sentence text={obstacle} />
        </SectionMessage>
      )}
      <ConfirmGroups groups={plan.toConfirm} onConfirmed={onStale} />
      <PlanTable items={plan.items} />
      <DependentsTable items={plan.items} control={dependents} onStale={onStale} />
      <SkipsTable plan={plan} />
      <Stack space="space.050">
        <Subheading>Who may remove</Subheading>
        <SentenceList texts={executorsInWords(plan)} none="" />
      </Stack>
      <SectionMessage appearance="information" title="Not checked">
        <SentenceList texts={plan.notChecked} none="Everything that a removal depends on was read." />
      </SectionMessage>
      <Stack>
        <Text size="small" color="color.text.subtle">
          {`Plan fingerprint ${plan.fingerprint.slice(0, 16)}. A plan that changed meanwhile is not started.`}
        </Text>
      </Stack>
      <ModalTransition>
        {starting ? (
          <StartModal
            plan={plan}
            dependents={dependents.summary}
            onClose={() => setStarting(false)}
            onStarted={(run) => {
              setStarting(false);
              onStarted(run);
            }}
            onStale={onStale}
          />
        ) : null}
      </ModalTransition>
    </Panel>
  );
}

function NothingPlanned() {
  const { go } = useNavigation();
  return (
    <EmptyState
      header="No approved removal waits"
      description="Decide lines on the Review page and let somebody else approve them; the plan then stands here."
      primaryAction={<Button onClick={() => go('approvals')}>Go to Approvals</Button>}
    />
  );
}
