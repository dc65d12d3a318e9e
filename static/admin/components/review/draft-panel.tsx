import { ProgressBar, Stack, Text } from '@forge/react';
import React, { useCallback } from 'react';
import type { CycleView } from '../../../../src/contract/review-replies';
import { callResolver } from '../../hooks/call-resolver';
import { usePolling } from '../../hooks/use-polling';
import { formatTime } from '../../view-models/dates';
import { Panel } from '../panel';

/** How often the draft is looked at, in milliseconds. */
const LOOK_EVERY_MS = 2000;

interface DraftPanelProps {
  readonly cycle: CycleView;
  readonly put: (cycle: CycleView) => void;
}

/** A review whose account facts are still being read. */
export function DraftPanel({ cycle, put }: DraftPanelProps) {
  const look = useCallback(async () => {
    const reply = await callResolver('get-cycle', { cycleId: cycle.cycleId });
    if (reply.ok && reply.data !== null) put(reply.data);
  }, [cycle.cycleId, put]);
  usePolling(true, look, LOOK_EVERY_MS);
  return (
    <Panel title={cycle.title} description={`Snapshot of ${formatTime(cycle.snapshotTakenAt)}, frozen.`}>
      <Stack space="space.100">
        <ProgressBar isIndeterminate ariaLabel="Reading account facts" />
        <Text>
          Reading the account facts of would-be removals: roles on the account, project administration, use of
          API tokens. The review opens by itself when they are read.
        </Text>
      </Stack>
    </Panel>
  );
}
