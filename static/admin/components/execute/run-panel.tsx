import { Inline, Lozenge, ModalTransition, ProgressBar, Stack, Text, User } from '@forge/react';
import React, { useState } from 'react';
import type { RunControl } from '../../hooks/use-run';
import { RUN_STATE_APPEARANCE } from '../../view-models/appearances';
import { formatTime } from '../../view-models/dates';
import { RUN_STATE_LABELS } from '../../view-models/labels';
import { executorInWords, isUnended, runInWords, runShare } from '../../view-models/run';
import { Panel } from '../panel';
import { ActionError } from '../reply-message';
import { Sentence } from '../rich-text';
import { UndoButton } from '../undo/undo-button';
import { RunButtons } from './run-buttons';
import { RunTable } from './run-table';
import { StopModal } from './stop-modal';

/** A run of removals: progress, live counts, each item's outcome, and the ways to hold it. */
export function RunPanel({
  control,
  onUndone,
}: {
  readonly control: RunControl;
  readonly onUndone: () => void;
}) {
  const { run, driving, error } = control;
  const [stopping, setStopping] = useState(false);
  if (run === null) return null;
  return (
    <Panel
      title={isUnended(run) ? 'Removals under way' : 'Last run'}
      actions={<RunButtons control={control} onStop={() => setStopping(true)} />}
    >
      <Inline space="space.100" alignBlock="center" shouldWrap>
        <Lozenge appearance={RUN_STATE_APPEARANCE[run.state]}>{RUN_STATE_LABELS[run.state]}</Lozenge>
        <Text weight="medium">{runInWords(run)}</Text>
        {run.state === 'running' && !driving && run.executor === 'acting-administrator' ? (
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
        <Sentence text={executorInWords(run)} isSubtle />
      </Stack>
      <ActionError error={error} />
      {isUnended(run) || run.sent === 0 ? null : (
        <Inline>
          <UndoButton
            cycleId={run.cycleId}
            of={{ runId: run.runId }}
            label="Undo this run"
            what="everything that this run removed"
            onDone={onUndone}
          />
        </Inline>
      )}
      <RunTable run={run} />
      <ModalTransition>
        {stopping ? <StopModal run={run} control={control} onClose={() => setStopping(false)} /> : null}
      </ModalTransition>
    </Panel>
  );
}
