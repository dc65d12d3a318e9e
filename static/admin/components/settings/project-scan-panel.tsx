import { Inline, LoadingButton, SectionMessage, Stack, Text, User } from '@forge/react';
import React, { useState } from 'react';
import type { ProjectScanCost, SettingsView } from '../../../../src/contract/settings-replies';
import { announce } from '../../hooks/announce';
import { useSession } from '../../hooks/session-context';
import { useAction } from '../../hooks/use-action';
import { dayWithAge } from '../../view-models/dates';
import { costSentences } from '../../view-models/project-scan';
import { Panel } from '../panel';
import { ActionError } from '../reply-message';
import { SentenceList } from '../rich-text';

interface ProjectScanPanelProps {
  readonly settings: SettingsView;
  readonly onSaved: (settings: SettingsView) => void;
}

/** Whether a scan reads roles and permission schemes of every project. What that takes is shown first. */
export function ProjectScanPanel({ settings, onSaved }: ProjectScanPanelProps) {
  const { projectScan, mayChange } = settings;
  const { now } = useSession();
  const set = useAction('set-project-scan');
  const send = async (on: boolean): Promise<void> => {
    const after = await set.run({ on });
    if (after === null) return;
    onSaved(after);
    announce(
      on ? 'Full project scan switched on' : 'Full project scan switched off',
      on
        ? 'The next scan that somebody starts reads every project.'
        : 'What was read so far stays shown, with its date.',
    );
  };
  return (
    <Panel
      title="Full project scan"
      description="Reads who is in each project role and whom each permission scheme names, so that plans, handoffs and groups say what else ends in projects."
    >
      <Stack space="space.150">
        {projectScan === null ? (
          <Text>It is off: where groups are used in projects is not read.</Text>
        ) : (
          <Inline space="space.050" alignBlock="center" shouldWrap>
            <Text>{`It is on, since ${dayWithAge(projectScan.at, now)}. Switched on by`}</Text>
            <User accountId={projectScan.by} />
          </Inline>
        )}
        <ActionError error={set.error} />
        {!mayChange ? null : projectScan === null ? (
          <SwitchOn busy={set.busy} onSwitch={() => void send(true)} />
        ) : (
          <Inline space="space.100">
            <LoadingButton isLoading={set.busy} onClick={() => void send(false)}>
              Switch off
            </LoadingButton>
          </Inline>
        )}
      </Stack>
    </Panel>
  );
}

interface SwitchOnProps {
  readonly busy: boolean;
  readonly onSwitch: () => void;
}

/** Nobody switches on what they have not seen the cost of. */
function SwitchOn({ busy, onSwitch }: SwitchOnProps) {
  const [cost, setCost] = useState<ProjectScanCost | null>(null);
  const ask = useAction('get-project-scan-cost');
  const show = async (): Promise<void> => {
    const answer = await ask.run({});
    if (answer !== null) setCost(answer);
  };
  return (
    <Stack space="space.150">
      <ActionError error={ask.error} />
      {cost === null ? null : (
        <SectionMessage appearance="information" title="What it takes">
          <SentenceList texts={costSentences(cost)} none="" />
        </SectionMessage>
      )}
      <Inline space="space.100">
        <LoadingButton isLoading={ask.busy} onClick={() => void show()}>
          Show what it takes
        </LoadingButton>
        <LoadingButton appearance="primary" isDisabled={cost === null} isLoading={busy} onClick={onSwitch}>
          Switch on
        </LoadingButton>
      </Inline>
    </Stack>
  );
}
