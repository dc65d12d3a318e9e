import {
  Button,
  Inline,
  List,
  ListItem,
  LoadingButton,
  Lozenge,
  ProgressBar,
  Stack,
  Text,
} from '@forge/react';
import React from 'react';
import type { Overview } from '../../../src/contract/seat-replies';
import type { SettingsView } from '../../../src/contract/settings-replies';
import { PageHeader } from '../components/page-header';
import { Panel } from '../components/panel';
import { ActionError } from '../components/reply-message';
import { KeyAbilities } from '../components/settings/key-abilities';
import { SetupQuestions } from '../components/settings/setup-questions';
import { Remote } from '../components/states';
import { useNavigation } from '../hooks/navigation-context';
import { useSession } from '../hooks/session-context';
import { useResolver } from '../hooks/use-resolver';
import { useScan } from '../hooks/use-scan';
import { scanObstacle, scanView } from '../view-models/scan';
import type { SetupStep } from '../view-models/setup-steps';
import { setupSteps, STEP_STATES } from '../view-models/setup-steps';

/** A short guide to the first review, with what is done already. */
export function GetStartedPage() {
  const settings = useResolver('get-settings', {});
  const overview = useResolver('get-overview', {});
  return (
    <Stack space="space.200">
      <PageHeader
        title="Get started"
        description="From nothing to the first review in five steps. Each shows whether it is done."
      />
      <Panel title="What SeatTrace does">
        <List type="unordered">
          <ListItem>
            It says for every billable seat why it is billable, who may end it, and what proves that it ended.
          </ListItem>
          <ListItem>
            It sends each unused seat to local cleanup, or to the person who owns the decision.
          </ListItem>
          <ListItem>
            It removes group memberships only after a second person approved, and reads again afterwards.
          </ListItem>
          <ListItem>
            It never deletes, deactivates or suspends an account, never changes a group that an identity
            provider owns, and never reads unknown as no.
          </ListItem>
        </List>
      </Panel>
      <Remote state={settings} what="the settings">
        {(view) => (
          <Remote state={overview} what="the last scan">
            {(data) => <Steps settings={view} put={settings.put} overview={data} reload={overview.reload} />}
          </Remote>
        )}
      </Remote>
    </Stack>
  );
}

interface StepsProps {
  readonly settings: SettingsView;
  readonly put: (settings: SettingsView) => void;
  readonly overview: Overview;
  readonly reload: () => void;
}

function Steps({ settings, put, overview, reload }: StepsProps) {
  const session = useSession();
  const { scan, start, starting, error } = useScan(overview.scan, reload);
  const steps = setupSteps(session, settings, { ...overview, scan });
  const view = scanView(scan, session.now);
  const obstacle = scanObstacle(session, scan);
  return (
    <Stack space="space.200">
      {steps.map((step, index) => (
        <Step key={step.id} step={step} number={index + 1}>
          {step.id === 'key' ? <KeyAbilities settings={settings} onChecked={put} /> : null}
          {step.id === 'policy' ? <SetupQuestions settings={settings} onSaved={put} /> : null}
          {step.id === 'scan' ? (
            <Stack space="space.100" alignInline="start">
              {view.busy ? <ProgressBar value={view.progress} ariaLabel={view.headline} /> : null}
              {view.busy ? <Text>{view.message}</Text> : null}
              <LoadingButton
                appearance="primary"
                isLoading={starting}
                isDisabled={obstacle !== ''}
                onClick={() => void start()}
              >
                Scan now
              </LoadingButton>
              {obstacle === '' ? null : <Text color="color.text.subtle">{obstacle}</Text>}
              <ActionError error={error} />
            </Stack>
          ) : null}
        </Step>
      ))}
    </Stack>
  );
}

interface StepProps {
  readonly step: SetupStep;
  readonly number: number;
  readonly children: React.ReactNode;
}

function Step({ step, number, children }: StepProps) {
  const { go } = useNavigation();
  const { action } = step;
  const state = STEP_STATES[step.state];
  return (
    <Panel
      title={`${String(number)}. ${step.title}`}
      actions={<Lozenge appearance={state.appearance}>{state.label}</Lozenge>}
    >
      <Text>{step.text}</Text>
      <Text weight="medium">{step.status}</Text>
      {children}
      {action === null ? null : (
        <Inline>
          <Button onClick={() => go(action.page)}>{action.label}</Button>
        </Inline>
      )}
    </Panel>
  );
}
