import { AppError } from '../lib/app-error';
import { BUDGETS } from '../lib/budgets';
import type { Actor } from '../domain/evidence/record';
import { policyInForce, type OrganizationState } from '../domain/organization-state';
import { isRunGoingOn, type Cycle, type Run } from '../domain/review/cycle';
import { refuseUnlessOpen } from '../domain/review/find-lines';
import type { Line } from '../domain/review/line';
import type { MembershipWriter } from '../ports/membership-writer';
import { newId, type TimeLeft } from '../ports/platform';
import type { OrganizationDirectory, SiteDirectory } from '../ports/site-directory';
import type { Jobs, SnapshotStore } from '../ports/stores';
import { commandCycle, getCycle, recordFact } from './cycle-ledger';
import type { RemovalContext } from './execute/removal-context';
import { keyIsRefused, removePerson } from './execute/remove-person';
import { loadOrganization, type LedgerTools } from './organization-ledger';
import { planFor } from './plan-removals';

/** Seconds until a removal is first checked: directory reads lag seconds, role reads up to 30. */
const FIRST_CHECK_SECONDS = 90;
const LOOK_AGAIN_MS = 3_000;
const KEY_REFUSED =
  'Stopped: Atlassian no longer accepts the organization key. Store a new one; the rest stays approved.';

export interface ExecuteTools extends LedgerTools {
  readonly snapshots: SnapshotStore;
  readonly jobs: Jobs;
  readonly jira: SiteDirectory;
  readonly organization: OrganizationDirectory | null;
  readonly writer: MembershipWriter;
  readonly timeLeft: TimeLeft;
}

/** Starts a run on exactly the plan that was shown; the caller was proved a site administrator just now. */
export async function startRun(
  command: { readonly cycleId: string; readonly fingerprint: string },
  actor: Actor,
  tools: ExecuteTools,
): Promise<{ cycle: Cycle; run: Run }> {
  const runId = `${command.cycleId}.${newId(tools.platform, 'run')}`;
  const organization = await loadOrganization(tools);
  const before = await getCycle(tools, command.cycleId);
  const snapshot = await tools.snapshots.find(before.snapshotId);
  if (snapshot === undefined)
    throw new AppError('run.not-allowed', 'The snapshot that this review rests on is gone.');
  const cycle = await commandCycle(tools, {
    cycleId: command.cycleId,
    actor,
    rule: (newest) => {
      const plan = planFor(newest, snapshot, organization);
      if (plan.fingerprint !== command.fingerprint)
        return {
          ok: false,
          code: 'plan.changed',
          message: 'The plan changed since you looked at it. Look at it again before you start.',
        };
      const refusal = mayNotStart(newest, plan.people, actor.accountId ?? '');
      if (refusal !== null) return { ok: false, code: 'run.not-allowed', message: refusal };
      return {
        ok: true,
        event: { kind: 'run-started', runId, fingerprint: plan.fingerprint, items: plan.people },
      };
    },
  });
  return { cycle, run: getRun(cycle, runId) };
}

/** Why this person may not start this plan, as a sentence; null when they may. */
export function mayNotStart(
  cycle: Cycle,
  people: readonly { readonly accountId: string; readonly lines: readonly number[] }[],
  accountId: string,
): string | null {
  const closed = refuseUnlessOpen(cycle);
  if (closed !== null) return closed.message;
  if (cycle.rehearsal) return 'This is a rehearsal: nothing of it is ever removed.';
  if (isRunGoingOn(cycle)) return 'A run is going on already.';
  if (people.length === 0) return 'Nothing is approved and ready to be removed.';
  if (people.some((person) => person.accountId === accountId))
    return 'Your own account is in the plan: somebody else must start this run.';
  if (cycle.rules.separation === 'three-person') {
    const lines = people.flatMap((person) => person.lines.map((number) => cycle.lines[number - 1]));
    const hasPart = (line: Line | undefined): boolean =>
      line !== undefined && [...line.deciders, line.approvedBy, line.approvedInsteadOf].includes(accountId);
    if (lines.some(hasPart)) return 'Under the three-person rule whoever decided or approved may not remove.';
  }
  return null;
}

/** Works on a run for one slice, well inside a resolver's time; the page asks again until it is done. */
export async function runSlice(runId: string, actor: Actor, tools: ExecuteTools): Promise<Cycle> {
  const started = tools.platform.now();
  let cycle: Cycle = await getCycle(tools, cycleIdOf(runId));
  const run = getRun(cycle, runId);
  if (run.state !== 'running') return cycle;
  if (run.startedBy !== actor.accountId)
    throw new AppError(
      'run.not-allowed',
      'Only the person who started a run goes on with it; it can be stopped and started anew.',
    );
  const context = await contextOf(cycle, actor, tools);
  const { organization } = context.tools;
  let longest = 0;
  let most = 0;
  for (const person of run.items) {
    if (getRun(cycle, runId).state !== 'running') return cycle;
    if (!isPending(cycle, person.lines)) continue;
    if (!mayStartAnother(tools.platform.now() - started, longest) || organization.requestsLeft() < 1.5 * most)
      return cycle;
    const begun = tools.platform.now();
    const left = organization.requestsLeft();
    try {
      cycle = await removePerson(cycle, { runId, person }, context);
    } catch (error) {
      if (!(error instanceof AppError) || !keyIsRefused(error)) throw error;
      return endRun(cycle, { runId, state: 'stopped', message: KEY_REFUSED }, actor, tools);
    }
    longest = Math.max(longest, tools.platform.now() - begun);
    most = Math.max(most, left - organization.requestsLeft());
    const failures = getRun(cycle, runId).failures;
    if (failures >= cycle.rules.stopAfterFailures)
      return endRun(
        cycle,
        {
          runId,
          state: 'stopped',
          message: `Stopped after ${String(failures)} refused removals; the rest stays approved.`,
        },
        actor,
        tools,
      );
  }
  if (getRun(cycle, runId).state !== 'running') return cycle;
  if (run.items.some((person) => isPending(cycle, person.lines))) {
    // Somebody's write had no clear answer yet: the next slice looks again.
    await tools.platform.sleep(LOOK_AGAIN_MS);
    return cycle;
  }
  return endRun(
    cycle,
    { runId, state: 'ended', message: 'Every person of the plan was worked on.' },
    actor,
    tools,
  );
}

/** The kill switch: nothing is written after it. Whoever is worked on at this moment is finished. */
export async function stopRun(
  command: { readonly runId: string; readonly reason: string },
  actor: Actor,
  tools: ExecuteTools,
): Promise<Cycle> {
  const { runId, reason } = command;
  const cycle = await commandCycle(tools, {
    cycleId: cycleIdOf(runId),
    actor,
    rule: (newest) =>
      getRun(newest, runId).state === 'running'
        ? { ok: true, event: { kind: 'run-ended', runId, state: 'stopped', message: `Stopped: ${reason}` } }
        : { ok: false, code: 'cycle.wrong-state', message: 'This run has ended already.' },
  });
  // After the record, for nothing may stand in the way of a stop. If this is lost, the hourly wake makes the check.
  await tools.jobs.verify({ cycleId: cycle.cycleId, runId }, FIRST_CHECK_SECONDS);
  return cycle;
}

/** Nobody is started who cannot be finished: a person takes about as long as the longest one before. */
function mayStartAnother(elapsed: number, longest: number): boolean {
  return longest === 0 || elapsed + 1.5 * longest < BUDGETS.sliceMs;
}

export function getRun(cycle: Cycle, runId: string): Run {
  const run = cycle.runs.find((each) => each.runId === runId);
  if (run === undefined) throw new AppError('input.invalid', 'There is no such run.');
  return run;
}

/** A run's id begins with its review's. */
export function cycleIdOf(runId: string): string {
  return runId.split('.')[0] ?? runId;
}

async function endRun(
  cycle: Cycle,
  end: { runId: string; state: 'stopped' | 'ended'; message: string },
  actor: Actor,
  tools: ExecuteTools,
): Promise<Cycle> {
  // Before the record, after which no slice would come here again: a check too many finds nothing to do.
  await tools.jobs.verify({ cycleId: cycle.cycleId, runId: end.runId }, FIRST_CHECK_SECONDS);
  const { cycle: ended } = await recordFact(tools, cycle, actor, {
    event: { kind: 'run-ended', ...end },
    unless: (newest) => getRun(newest, end.runId).state !== 'running',
  });
  return ended;
}

function isPending(cycle: Cycle, lines: readonly number[]): boolean {
  return lines.some((number) => cycle.lines[number - 1]?.state === 'executing');
}

/** What does not change from one person to the next is read once for each slice. */
async function contextOf(cycle: Cycle, actor: Actor, tools: ExecuteTools): Promise<RemovalContext> {
  const { organization } = tools;
  if (organization === null)
    throw new AppError(
      'key.missing',
      'Without the organization key nothing can be checked before a removal.',
    );
  const snapshot = await tools.snapshots.find(cycle.snapshotId);
  if (snapshot === undefined)
    throw new AppError('run.not-allowed', 'The snapshot that this review rests on is gone.');
  const state: OrganizationState = await loadOrganization(tools);
  return {
    tools: { ...tools, organization },
    actor,
    snapshot,
    policy: policyInForce(state),
    confirmedGroups: new Set(state.confirmedGroups.map(({ id }) => id)),
    administering: {
      admin: await tools.jira.readAdministeringGroups('admin'),
      siteAdmin: await tools.jira.readAdministeringGroups('site-admin'),
    },
    projects: await readAllProjects(tools.jira),
  };
}

export async function readAllProjects(jira: SiteDirectory): Promise<RemovalContext['projects']> {
  const projects: RemovalContext['projects'][number][] = [];
  for (let startAt: number | null = 0; startAt !== null;) {
    const page: Awaited<ReturnType<SiteDirectory['readProjects']>> = await jira.readProjects(startAt);
    projects.push(...page.rows);
    startAt = page.next;
  }
  return projects;
}
