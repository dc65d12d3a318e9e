import { Button, EmptyState, Stack } from '@forge/react';
import React from 'react';
import type { CycleView } from '../../../src/contract/review-replies';
import { NoticePanel } from '../components/execute/notice-panel';
import { PlanPanel } from '../components/execute/plan-panel';
import { RunPanel } from '../components/execute/run-panel';
import { VerificationPanel } from '../components/execute/verification-panel';
import { PageHeader } from '../components/page-header';
import { Remote } from '../components/states';
import { useNavigation } from '../hooks/navigation-context';
import { useResolver } from '../hooks/use-resolver';
import { useRun } from '../hooks/use-run';
import { announce } from '../hooks/announce';
import { isUnderWay } from '../view-models/cycle';
import { afterRun, isUnended, runInWords } from '../view-models/run';

/** From telling the people concerned over the approved plan to removed memberships and proof that access ended. */
export function ExecutePage() {
  const cycle = useResolver('get-cycle', {});
  const { go } = useNavigation();
  return (
    <Stack space="space.200">
      <PageHeader
        title="Execute"
        description="The exact removals that were approved, carried out one by one and read again afterwards."
      />
      <Remote state={cycle} what="the review">
        {(view) =>
          isUnderWay(view) && view.state !== 'draft' ? (
            <Execution key={view.cycleId} cycle={view} reload={cycle.reload} put={cycle.put} />
          ) : (
            <EmptyState
              header="Nothing to execute"
              description="Removals come from a review: decided there, approved by somebody else, then carried out here."
              primaryAction={<Button onClick={() => go('review')}>Go to Review</Button>}
            />
          )
        }
      </Remote>
    </Stack>
  );
}

interface ExecutionProps {
  readonly cycle: CycleView;
  readonly reload: () => void;
  readonly put: (cycle: CycleView) => void;
}

function Execution({ cycle, reload, put }: ExecutionProps) {
  const notice = useResolver('get-notice', { cycleId: cycle.cycleId }, cycle.sequence);
  const plan = useResolver('get-plan', { cycleId: cycle.cycleId }, cycle.sequence);
  const last = useResolver('get-run', cycle.runId === null ? null : { runId: cycle.runId });
  const control = useRun(last.data ?? null, (run) => {
    announce(
      runInWords(run),
      afterRun(run),
      run.state === 'ended' && run.blocked === 0 ? 'success' : 'warning',
    );
    plan.reload();
    reload();
  });
  return (
    <Stack space="space.200">
      {control.run?.state === 'running' ? null : (
        <Remote state={notice} what="the notice">
          {(view) => <NoticePanel notice={view} onTold={reload} />}
        </Remote>
      )}
      {control.run === null ? null : <RunPanel control={control} onUndone={reload} />}
      {control.run !== null && isUnended(control.run) ? null : (
        <Remote state={plan} what="the plan">
          {(view) => <PlanPanel plan={view} onStarted={control.drive} onStale={plan.reload} />}
        </Remote>
      )}
      <VerificationPanel cycle={cycle} onVerified={put} />
    </Stack>
  );
}
