import {
  Button,
  ButtonGroup,
  Inline,
  Lozenge,
  ModalTransition,
  ProgressBar,
  Stack,
  Text,
  User,
} from '@forge/react';
import React, { useState } from 'react';
import { useSession } from '../../hooks/session-context';
import type { RunControl } from '../../hooks/use-run';
import { RUN_STATE_APPEARANCE } from '../../view-models/appearances';
import { formatTime } from '../../view-models/dates';
import { RUN_STATE_LABELS } from '../../view-models/labels';
import { runInWords, runShare } from '../../view-models/run';
import { Panel } from '../panel';
import { ActionError } from '../reply-message';
import { Sentence } from '../rich-text';
import { RunTable } from './run-table';
import { StopModal } from './stop-modal';

/** A run of removals: progress, live counts, each item's outcome, and the ways to hold it. */
export function RunPanel({ control }: { readonly control: RunControl }) {
  const { run, driving, error } = control;
  const [stopping, setStopping] = useState(false);
  if (run === null) return null;
  return (
    <Panel
      title={run.state === 'running' ? 'Removals under way' : 'Last run'}
      actions={<RunButtons control={control} onStop={() => setStopping(true)} />}
    >
      <Inline space="space.100" alignBlock="center" shouldWrap>
        <Lozenge appearance={RUN_STATE_APPEARANCE[run.state]}>{RUN_STATE_LABELS[run.state]}</Lozenge>
        <Text weight="medium">{runInWords(run)}</Text>
        {run.state === 'running' && !driving ? (
          <Text>This page only watches. When nobody sends the next slice, continue here.</Text>
        ) : null}
      </Inline>
      <Stack space="space.050">
        <ProgressBar
          value={runShare(run)}
          appearance={run.state === 'ended' ? 'success' : 'default'}
          ariaLabel={runInWords(run)}
        />
        <Sentence text={run.message} />
        <Text color="color.text.subtle">
          {`Started ${formatTime(run.startedAt)} by `}
          <User accountId={run.startedBy} />
        </Text>
      </Stack>
      <ActionError error={error} />
      <RunTable run={run} />
      <ModalTransition>
        {stopping ? <StopModal run={run} control={control} onClose={() => setStopping(false)} /> : null}
      </ModalTransition>
    </Panel>
  );
}

interface RunButtonsProps {
  readonly control: RunControl;
  readonly onStop: () => void;
}

function RunButtons({ control, onStop }: RunButtonsProps) {
  const { roles } = useSession();
  const { run, driving, drive, pause } = control;
  if (run?.state !== 'running') return null;
  return (
    <ButtonGroup>
      {driving ? (
        <Button onClick={pause}>Pause</Button>
      ) : roles.siteAdmin ? (
        <Button appearance="primary" onClick={() => drive(run)}>
          Continue removals
        </Button>
      ) : null}
      {roles.reviewer ? (
        <Button appearance="danger" onClick={onStop}>
          Stop removals
        </Button>
      ) : null}
    </ButtonGroup>
  );
}
