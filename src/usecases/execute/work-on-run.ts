import { AppError } from '../../lib/app-error';
import { toMillis } from '../../lib/duration';
import type { Actor } from '../../domain/evidence/record';
import { blackoutEnd } from '../../domain/plan/blackout';
import type { Cycle } from '../../domain/review/cycle';
import type { GroupRemoval } from '../../domain/review/line';
import { getRun, isUnended, type Run } from '../../domain/review/run';
import { recordFact } from '../cycle-ledger';
import { contextOf, refreshed, type ExecuteTools } from './removal-context';
import { keyIsRefused, removePerson } from './remove-person';
import { UNCLEAR_MS } from './write-once';

/** Seconds until a removal is first checked: directory reads lag seconds, role reads up to 30. */
export const FIRST_CHECK_SECONDS = 90;
export const KEY_REFUSED = 'Atlassian no longer accepts the organization key: store a new one.';

export interface Shift {
  readonly runId: string;
  readonly actor: Actor;
  /** Milliseconds of work within which everybody who is begun must be finished. */
  readonly workMs: number;
}

/**
 * Works on a run person by person, until it ends, waits, is held by somebody, or the time or the requests of this
 * invocation run short. A person takes about as much as the one before who took most, so that nobody is begun who
 * cannot be finished (product.md §8).
 */
export async function workOnRun(before: Cycle, shift: Shift, tools: ExecuteTools): Promise<Cycle> {
  const after = await work(before, shift, tools);
  // One check for all that this part of the run removed; the end of a run asks for its own.
  if (getRun(after, shift.runId).state === 'running' && waitingIn(after) > waitingIn(before))
    await tools.jobs.verify({ cycleId: after.cycleId, runId: shift.runId }, FIRST_CHECK_SECONDS);
  return after;
}

/** Removals that wait for a check. */
function waitingIn({ lines }: Cycle): number {
  return lines.filter(({ state }) => state === 'verifying').length;
}

async function work(before: Cycle, { runId, actor, workMs }: Shift, tools: ExecuteTools): Promise<Cycle> {
  const now = (): number => tools.platform.now();
  const started = now();
  let cycle = before;
  let context = await contextOf(cycle, actor, tools);
  const requestsLeft = (): number => tools.organization?.requestsLeft() ?? Number.MAX_SAFE_INTEGER;
  let longest = 0;
  let most = 0;
  for (const person of getRun(cycle, runId).items) {
    if (!isPending(cycle, person.lines)) continue;
    if (heldUntil(cycle, runId, now()) !== null) return cycle;
    if (longest > 0 && now() - started + 1.5 * longest >= workMs) return cycle;
    if (requestsLeft() < 1.5 * most) return cycle;
    context = await refreshed(context, tools, cycle);
    const begun = now();
    const left = requestsLeft();
    try {
      cycle = await removePerson(cycle, { runId, person }, context);
    } catch (error) {
      if (!(error instanceof AppError) || !keyIsRefused(error)) throw error;
      return endRun(
        cycle,
        { runId, state: 'stopped', message: `Stopped: ${KEY_REFUSED} The rest stays approved.` },
        actor,
        tools,
      );
    }
    longest = Math.max(longest, now() - begun);
    most = Math.max(most, left - requestsLeft());
    const run = getRun(cycle, runId);
    if (run.state !== 'running') return cycle;
    if (run.failures >= cycle.rules.stopAfterFailures)
      return endRun(cycle, { runId, state: 'stopped', message: afterFailures(run.failures) }, actor, tools);
  }
  if (getRun(cycle, runId).items.some(({ lines }) => isPending(cycle, lines))) return cycle;
  return endRun(
    cycle,
    { runId, state: 'ended', message: 'Every person of the plan was worked on.' },
    actor,
    tools,
  );
}

/**
 * Until when nothing of a run may be written, in Unix milliseconds; null when something may. Blackout hours hold every
 * run; a wait that Atlassian asks for holds all that the organization key writes, and else the one removal.
 */
export function heldUntil(cycle: Cycle, runId: string, now: number): number | null {
  const dark = blackoutEnd(cycle.rules.blackout, now);
  const run = getRun(cycle, runId);
  const told =
    run.executor === 'organization-key' ? waitsOf(cycle, run).map(({ toldUntil }) => toldUntil) : [];
  const until = Math.max(dark ?? 0, ...told);
  return until > now ? until : null;
}

/**
 * When there is something to do again, in Unix milliseconds; in the past when there is already. A person whose write
 * had no clear answer waits, and the others go on.
 */
export function worksAgainAt(cycle: Cycle, runId: string, now: number): number {
  const waits = waitsOf(cycle, getRun(cycle, runId));
  return heldUntil(cycle, runId, now) ?? Math.min(...waits.map(({ until }) => until));
}

interface Wait {
  readonly until: number;
  /** The part of it that Atlassian asked for; 0 when it did not. */
  readonly toldUntil: number;
}

/** How long each person that is not finished waits; 0 for not at all. */
function waitsOf(cycle: Cycle, { items }: Run): Wait[] {
  return items.flatMap(({ lines }) => {
    if (!isPending(cycle, lines)) return [];
    const open = lines
      .flatMap((number) => cycle.lines[number - 1]?.removals ?? [])
      .filter(({ state }) => state === 'attempted' || state === 'unclear');
    const waitOf = ({ notBefore }: GroupRemoval): number => toMillis(notBefore) ?? 0;
    const told = open.filter(({ toldToWait }) => toldToWait);
    const toldUntil = Math.max(0, ...told.map(waitOf));
    return [{ until: Math.max(0, ...open.map(waitOf), ...open.map(unclearUntil)), toldUntil }];
  });
}

function unclearUntil({ mayHaveWorked, attemptedAt }: GroupRemoval): number {
  return mayHaveWorked ? (toMillis(attemptedAt) ?? 0) + UNCLEAR_MS : 0;
}

/** Ends a run; what it did not reach stays approved. */
export async function endRun(
  cycle: Cycle,
  end: { readonly runId: string; readonly state: 'stopped' | 'ended'; readonly message: string },
  actor: Actor,
  tools: Pick<ExecuteTools, 'jobs' | 'ledger' | 'platform'>,
): Promise<Cycle> {
  // Before the record, after which no slice would come here again: a check too many finds nothing to do.
  await tools.jobs.verify({ cycleId: cycle.cycleId, runId: end.runId }, FIRST_CHECK_SECONDS);
  const { cycle: ended } = await recordFact(tools, cycle, actor, {
    event: { kind: 'run-ended', ...end },
    unless: (newest) => !isUnended(getRun(newest, end.runId)),
  });
  return ended;
}

function afterFailures(failures: number): string {
  return `Stopped after ${String(failures)} refused removals; the rest stays approved.`;
}

function isPending(cycle: Cycle, lines: readonly number[]): boolean {
  return lines.some((number) => cycle.lines[number - 1]?.state === 'executing');
}
