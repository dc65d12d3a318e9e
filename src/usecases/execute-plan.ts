import { AppError } from '../lib/app-error';
import { BUDGETS } from '../lib/budgets';
import type { Actor } from '../domain/evidence/record';
import type { KeyFacts } from '../domain/organization-state';
import { isRunGoingOn, type Cycle } from '../domain/review/cycle';
import { refuseUnlessOpen } from '../domain/review/find-lines';
import type { Line } from '../domain/review/line';
import { cycleIdOf, getRun, isAccountId, type Executor, type Run, type RunKey } from '../domain/review/run';
import { newId } from '../ports/platform';
import type { Jobs, KeyStore, RunStore, SnapshotStore } from '../ports/stores';
import { commandCycle, getCycle } from './cycle-ledger';
import { exportMissing, keyMissing } from './execute/means-of-checking';
import type { ExecuteTools } from './execute/removal-context';
import { heldUntil, workOnRun, worksAgainAt } from './execute/work-on-run';
import { loadOrganization, type LedgerTools } from './organization-ledger';
import { planFor } from './plan-removals';
import { sendOnItsWay } from './run-with-key';
import { tellUntoldKey } from './store-organization-key';

const LOOK_AGAIN_MS = 3_000;

export interface StartTools extends LedgerTools {
  readonly snapshots: SnapshotStore;
  readonly keys: KeyStore;
  readonly runs: RunStore;
  readonly jobs: Jobs;
}

/** Starts a run on exactly the plan that was shown; the caller was proved a site administrator just now. */
export async function startRun(
  command: { readonly cycleId: string; readonly fingerprint: string; readonly executor: Executor },
  actor: Actor,
  tools: StartTools,
): Promise<{ cycle: Cycle; run: Run }> {
  const { cycleId, fingerprint, executor } = command;
  const runId = `${cycleId}.${newId(tools.platform, 'run')}`;
  await tellUntoldKey(tools);
  const organization = await loadOrganization(tools);
  const before = await getCycle(tools, cycleId);
  const snapshot = await tools.snapshots.find(before.snapshotId);
  if (snapshot === undefined)
    throw new AppError('run.not-allowed', 'The snapshot that this review rests on is gone.');
  const missing = keyMissing(executor, organization, snapshot.header.mode);
  if (missing !== null) throw new AppError('key.missing', missing);
  const key =
    executor === 'organization-key' && organization.key !== null ? runKeyOf(organization.key) : null;
  const cycle = await commandCycle(tools, {
    cycleId,
    actor,
    rule: (newest, at) => {
      const plan = planFor(newest, snapshot, organization, at);
      if (plan.fingerprint !== fingerprint)
        return {
          ok: false,
          code: 'plan.changed',
          message: 'The plan changed since you looked at it. Look at it again before you start.',
        };
      const refusal =
        exportMissing(organization, at) ?? mayNotStart(newest, plan.people, actor.accountId ?? '', key);
      if (refusal !== null) return { ok: false, code: 'run.not-allowed', message: refusal };
      const started = { kind: 'run-started' as const, runId, fingerprint, items: plan.people };
      return { ok: true, event: key === null ? started : { ...started, executor, key } };
    },
  });
  if (key !== null) await sendOnItsWay(runId, tools);
  return { cycle, run: getRun(cycle, runId) };
}

/** The stored key as a run tells it. */
function runKeyOf({ createdBy, storedAt }: KeyFacts): RunKey {
  return { createdBy, storedAt };
}

/** Why this person may not start this plan, as a sentence; null when they may. `key` is what it is written with. */
export function mayNotStart(
  cycle: Cycle,
  people: readonly { readonly accountId: string; readonly lines: readonly number[] }[],
  accountId: string,
  key: RunKey | null = null,
): string | null {
  const closed = refuseUnlessOpen(cycle);
  if (closed !== null) return closed.message;
  if (cycle.rehearsal) return 'This is a rehearsal: nothing of it is ever removed.';
  if (isRunGoingOn(cycle)) return 'A run is going on already.';
  if (people.length === 0) return 'Nothing is approved and ready to be removed.';
  const inPlan = (id: string): boolean => people.some((person) => person.accountId === id);
  if (inPlan(accountId)) return 'Your own account is in the plan: somebody else must start this run.';
  const creator = key?.createdBy ?? null;
  if (creator !== null && inPlan(creator))
    return 'The account that created the organization key is in the plan: nobody removes themselves.';
  if (cycle.rules.separation === 'three-person') {
    const lines = people.flatMap((person) => person.lines.map((number) => cycle.lines[number - 1]));
    const hasPart = (id: string) => lines.some((line) => line !== undefined && decidedOrApproved(line, id));
    if (hasPart(accountId)) return 'Under the three-person rule whoever decided or approved may not remove.';
    if (key !== null && !isAccountId(creator))
      return 'Under the three-person rule it must be known whose the organization key is: store it again with the account id of whoever created it.';
    if (creator !== null && hasPart(creator))
      return 'Under the three-person rule the organization key may not be of somebody who decided or approved.';
  }
  return null;
}

function decidedOrApproved({ deciders, approvedBy, approvedInsteadOf }: Line, accountId: string): boolean {
  return [...deciders, approvedBy, approvedInsteadOf].includes(accountId);
}

/**
 * Works for one slice, well inside a resolver's time, on a run that the acting administrator carries out; the page
 * asks again until it is done.
 */
export async function runSlice(runId: string, actor: Actor, tools: ExecuteTools): Promise<Cycle> {
  const now = (): number => tools.platform.now();
  const cycle = await getCycle(tools, cycleIdOf(runId));
  const run = getRun(cycle, runId);
  if (run.state !== 'running') return cycle;
  if (run.executor !== 'acting-administrator')
    throw new AppError('run.not-allowed', 'This run goes on by itself, with the organization key.');
  refuseUnlessStarter(run, actor);
  if (heldUntil(cycle, runId, now()) !== null) return cycle;
  const worked = await workOnRun(cycle, { runId, actor, workMs: BUDGETS.sliceMs }, tools);
  // Somebody's write had no clear answer yet: the next slice looks again.
  const isHeld = getRun(worked, runId).state === 'running' && worksAgainAt(worked, runId, now()) > now();
  if (isHeld) await tools.platform.sleep(LOOK_AGAIN_MS);
  return worked;
}

export function refuseUnlessStarter({ startedBy }: Run, { accountId }: Actor): void {
  if (startedBy !== accountId)
    throw new AppError(
      'run.not-allowed',
      'Only the person who started a run goes on with it; it can be stopped and started anew.',
    );
}
