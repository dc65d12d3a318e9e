import type { Actor } from '../domain/evidence/record';
import type { Cycle } from '../domain/review/cycle';
import { cycleIdOf, getRun, isUnended, type Run } from '../domain/review/run';
import { refuse, type Ruling } from '../domain/review/ruling';
import type { Jobs, RunStore } from '../ports/stores';
import { commandCycle, getCycle } from './cycle-ledger';
import { refuseUnlessStarter } from './execute-plan';
import { FIRST_CHECK_SECONDS } from './execute/work-on-run';
import type { LedgerTools } from './organization-ledger';
import { sendOnItsWay } from './run-with-key';

export interface HoldTools extends LedgerTools {
  readonly runs: RunStore;
  readonly jobs: Jobs;
}

/** The kill switch: nothing is written after it, whoever is worked on at this moment. What was not reached stays approved. */
export async function stopRun(
  { runId, reason }: { readonly runId: string; readonly reason: string },
  actor: Actor,
  tools: HoldTools,
): Promise<Cycle> {
  const cycle = await commandRun(runId, actor, tools, (run) =>
    isUnended(run)
      ? { ok: true, event: { kind: 'run-ended', runId, state: 'stopped', message: `Stopped: ${reason}` } }
      : ENDED_ALREADY,
  );
  // After the record, for nothing may stand in the way of a stop. If this is lost, the hourly wake makes the check.
  await tools.jobs.verify({ cycleId: cycle.cycleId, runId }, FIRST_CHECK_SECONDS);
  return cycle;
}

/** Holds a run where it stands: nothing is written until somebody resumes it, and its lines stay its own. */
export function pauseRun(runId: string, actor: Actor, tools: HoldTools): Promise<Cycle> {
  return commandRun(runId, actor, tools, ({ state }) => {
    if (state === 'paused') return refuse('cycle.wrong-state', 'This run is paused already.');
    return state === 'running' ? { ok: true, event: { kind: 'run-paused', runId } } : ENDED_ALREADY;
  });
}

/** Lets a paused run go on where it stood; a run of the acting administrator waits for that person's next slice. */
export async function resumeRun(runId: string, actor: Actor, tools: HoldTools): Promise<Cycle> {
  refuseUnlessStarter(getRun(await getCycle(tools, cycleIdOf(runId)), runId), actor);
  const cycle = await commandRun(runId, actor, tools, ({ state }) => {
    if (state === 'running') return refuse('cycle.wrong-state', 'This run is not paused.');
    return state === 'paused' ? { ok: true, event: { kind: 'run-resumed', runId } } : ENDED_ALREADY;
  });
  if (getRun(cycle, runId).executor === 'organization-key') await sendOnItsWay(runId, tools);
  return cycle;
}

const ENDED_ALREADY = refuse('cycle.wrong-state', 'This run has ended already.');

function commandRun(
  runId: string,
  actor: Actor,
  tools: HoldTools,
  rule: (run: Run) => Ruling,
): Promise<Cycle> {
  const command = { cycleId: cycleIdOf(runId), actor };
  return commandCycle(tools, { ...command, rule: (newest) => rule(getRun(newest, runId)) });
}
