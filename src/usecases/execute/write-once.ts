import { AppError } from '../../lib/app-error';
import { DAY_MS, toIso, toMillis } from '../../lib/duration';
import { blackoutEnd } from '../../domain/plan/blackout';
import { unknown } from '../../domain/signal';
import type { FreshReading } from '../../domain/plan/pre-flight';
import { judgeWrite, type NextStep, type WriteAnswer } from '../../domain/plan/write-outcome';
import type { Cycle } from '../../domain/review/cycle';
import type { GroupRemoval } from '../../domain/review/line';
import { executorsOf, getRun, type Executor } from '../../domain/review/run';
import { openHandoffs } from '../../domain/routing/open-handoffs';
import type { OwnerClass } from '../../domain/seat';
import { recordFact } from '../cycle-ledger';
import { proveAgain } from '../prove-site-admin';
import { readMembership } from '../read-membership';
import type { RemovalContext } from './removal-context';
import { readSoleProjects } from './sole-projects';

/** How long a write without a clear answer is only read again, before it may be sent once more (product.md §8). */
export const UNCLEAR_MS = 60_000;
/** A write that had no clear answer is sent once more. */
const MAX_UNDECLINED = 2;
/** How long an unread membership is waited for, less and less often, before its removal ends as blocked. */
const UNREAD_MS = DAY_MS;
const UNREAD = 'The membership could not be read again.';
const GONE_UNANSWERED =
  'The membership is gone. The removal itself had no answer, so that somebody else may have ended it.';

/** One membership to end. */
export interface WriteQuestion {
  readonly runId: string;
  readonly accountId: string;
  readonly groupId: string;
  readonly lines: readonly number[];
}

interface Observation {
  readonly outcome: 'sent' | 'already-gone' | 'blocked' | 'unclear' | 'declined';
  readonly status: number | null;
  readonly note: string;
  readonly owner?: OwnerClass;
  readonly notBefore?: string;
  /** The attempt that was looked at later: where another tab got further meanwhile, its record stands. */
  readonly of?: GroupRemoval;
}

/**
 * Journal, write, judge, record (product.md §8, "A write is sent once"). Nothing is written when the run was paused or
 * stopped meanwhile, when blackout hours have begun, or when another tab or delivery has cancelled the lines or
 * journaled this very write first: the record before the write is where all of them meet.
 */
export async function sendOnce(
  cycle: Cycle,
  question: WriteQuestion & { readonly reading: FreshReading },
  context: RemovalContext,
): Promise<Cycle> {
  const { runId, accountId, groupId, lines } = question;
  const attempt = (earlierAttempt(cycle, question)?.attempts ?? 0) + 1;
  const { exported } = question.reading.account;
  const asOf = exported === null ? {} : { lastUseAsOf: exported.at };
  const { cycle: journaled, recorded } = await recordFact(context.tools, cycle, context.actor, {
    event: { kind: 'removal-attempted', runId, accountId, groupId, lines, attempt, ...asOf },
    unless: (newest) =>
      !mayWrite(newest, runId, context.tools.platform.now()) ||
      !lines.some((number) => newest.lines[number - 1]?.state === 'executing') ||
      (earlierAttempt(newest, question)?.attempts ?? 0) >= attempt,
  });
  if (!recorded) return journaled;
  const answer = await send(journaled, question, context);
  if ('blocked' in answer)
    return observe(journaled, question, context, { outcome: 'blocked', status: null, note: answer.blocked });
  return follow(journaled, question, context, { answer, next: judgeWrite(answer) });
}

/** What became of a write that was begun earlier. Looks before anything else; sends nothing. */
export async function lookAgain(
  cycle: Cycle,
  question: WriteQuestion,
  context: RemovalContext,
  earlier: GroupRemoval,
): Promise<{ readonly step: 'recorded' | 'wait' | 'again'; readonly cycle: Cycle }> {
  const now = context.tools.platform.now();
  if (earlier.notBefore !== null && now < (toMillis(earlier.notBefore) ?? 0)) return { step: 'wait', cycle };
  const membership = await readMembership(question, context.tools);
  const record = async (observation: Observation) => ({
    step: 'recorded' as const,
    cycle: await observe(cycle, question, context, { ...observation, of: earlier }),
  });
  if (membership === 'gone')
    return record({
      outcome: earlier.mayHaveWorked ? 'sent' : 'already-gone',
      status: null,
      note: earlier.mayHaveWorked ? GONE_UNANSWERED : 'Somebody else ended the membership.',
    });
  const since = now - (toMillis(earlier.attemptedAt) ?? 0);
  if (membership === 'unread' && since < UNREAD_MS) {
    const notBefore = toIso(now + Math.max(UNCLEAR_MS, since));
    const outcome = earlier.mayHaveWorked ? 'unclear' : 'declined';
    const unread = await record({ outcome, status: null, note: UNREAD, notBefore });
    return { ...unread, step: 'wait' };
  }
  if (!earlier.mayHaveWorked && membership === 'member') return { step: 'again', cycle };
  if (since < UNCLEAR_MS) return { step: 'wait', cycle };
  if (membership === 'member' && earlier.undeclined < MAX_UNDECLINED) {
    if (earlier.state !== 'attempted') return { step: 'again', cycle };
    // The pre-flight may cancel what comes next: what became of this attempt is recorded first.
    const note = 'Nobody recorded an answer. The membership is still there.';
    const next = (await record({ outcome: 'unclear', status: null, note })).cycle;
    const { state, attempts } = earlierAttempt(next, question) ?? earlier;
    return { step: state === 'unclear' && attempts === earlier.attempts ? 'again' : 'wait', cycle: next };
  }
  const what = membership === 'unread' ? 'could not be read for a day' : 'is still there';
  return record({
    outcome: 'blocked',
    status: null,
    note: `Atlassian gave no clear answer and the membership ${what}.`,
    owner: 'app',
  });
}

export function earlierAttempt(cycle: Cycle, { lines, groupId }: WriteQuestion): GroupRemoval | undefined {
  return lines
    .flatMap((number) => cycle.lines[number - 1]?.removals ?? [])
    .find((removal) => removal.groupId === groupId);
}

export function isRunning({ runs }: Cycle, runId: string): boolean {
  return runs.some((run) => run.runId === runId && run.state === 'running');
}

/** The kill switch and the clock, asked between any two writes. */
export function mayWrite(cycle: Cycle, runId: string, now: number): boolean {
  return isRunning(cycle, runId) && blackoutEnd(cycle.rules.blackout, now) === null;
}

async function send(
  cycle: Cycle,
  { runId, groupId, accountId, reading }: WriteQuestion & { readonly reading: FreshReading },
  context: RemovalContext,
): Promise<WriteAnswer | { blocked: string }> {
  const { deep } = reading.account;
  const administers = deep?.administers ?? unknown('project administration was not read');
  try {
    return await context.tools.writer.remove({
      groupId,
      executors: executorsOf(getRun(cycle, runId)),
      reading,
      confirmedGroups: context.confirmedGroups,
      soleAdministratorOf: await readSoleProjects({ accountId, administers }, context.tools.jira),
      rehearsal: cycle.rehearsal,
    });
  } catch (error) {
    if (error instanceof AppError && error.code === 'removal.blocked') return { blocked: error.message };
    throw error;
  }
}

/** Carries out what the outcome table says of an answer. */
async function follow(
  cycle: Cycle,
  question: WriteQuestion,
  context: RemovalContext,
  { answer: { status }, next }: { answer: WriteAnswer; next: NextStep },
): Promise<Cycle> {
  const record = (observation: Omit<Observation, 'status'>): Promise<Cycle> =>
    observe(cycle, question, context, { ...observation, status });
  switch (next.step) {
    case 'record': {
      const { outcome, note, owner } = next;
      return record(owner === null ? { outcome, note } : { outcome, note, owner });
    }
    case 're-read':
      switch (await readMembership(question, context.tools)) {
        case 'gone':
          return record({ outcome: 'already-gone', note: 'Was no member any more.' });
        case 'member':
          return record({
            outcome: 'blocked',
            note: `${next.note} The membership is still there.`,
            owner: 'app',
          });
        case 'unread':
          return record({
            outcome: 'declined',
            note: `${next.note} ${UNREAD}`,
            notBefore: inAMinute(context),
          });
      }
    case 'wait-and-re-read':
      return record({ outcome: 'unclear', note: next.note });
    case 'check-own-rights': {
      // Recorded before anything else is asked: what Atlassian declined is never taken for unanswered.
      const declined = await record({ outcome: 'declined', note: next.note, notBefore: inAMinute(context) });
      if (!(await stillMay(context)))
        return stop(declined, question, context, OWN_RIGHTS[getRun(cycle, question.runId).executor]);
      const note = `${next.note} The group counts as synced until it is scanned again.`;
      return observe(declined, question, context, { outcome: 'blocked', status, note, owner: 'identity' });
    }
    case 'stop-run':
      return stop(await record({ outcome: 'declined', note: next.note }), question, context, next.note);
    case 'wait': {
      const notBefore = toIso(context.tools.platform.now() + next.seconds * 1_000);
      return record({ outcome: 'declined', note: next.note, notBefore });
    }
  }
}

const OWN_RIGHTS: Readonly<Record<Executor, string>> = {
  'acting-administrator': 'You no longer administer this site.',
  'organization-key':
    'The organization key may no longer write, or whoever started the run no longer administers the site.',
};

/** Two harmless reads: whether the writer is still let in, and whether the starter is still proved (product.md §1). */
async function stillMay({ actor, tools }: RemovalContext): Promise<boolean> {
  if (!(await tools.writer.mayStillWrite())) return false;
  return (await proveAgain(actor.accountId ?? '', tools)) !== null;
}

async function stop(
  cycle: Cycle,
  { runId }: WriteQuestion,
  { tools, actor }: RemovalContext,
  why: string,
): Promise<Cycle> {
  const message = `Stopped: ${why} The rest stays approved.`;
  const event = { kind: 'run-ended' as const, runId, state: 'stopped' as const, message };
  return (await recordFact(tools, cycle, actor, { event, unless: (newest) => !isRunning(newest, runId) }))
    .cycle;
}

function inAMinute({ tools }: RemovalContext): string {
  return toIso(tools.platform.now() + UNCLEAR_MS);
}

async function observe(
  cycle: Cycle,
  question: WriteQuestion,
  { tools, actor }: RemovalContext,
  { owner, notBefore = undefined, of, ...observed }: Observation,
): Promise<Cycle> {
  const { runId, accountId, groupId, lines } = question;
  const concerned = lines.flatMap((number) => cycle.lines[number - 1] ?? []);
  const at = toIso(tools.platform.now());
  const handoffs = owner === undefined ? [] : openHandoffs(cycle, concerned, () => [owner], at);
  const removal = { runId, accountId, groupId, lines };
  const event = {
    kind: 'removal-observed' as const,
    ...removal,
    ...observed,
    notBefore: notBefore ?? null,
    handoffs,
  };
  const unless = (newest: Cycle): boolean => of !== undefined && !isSameAttempt(newest, question, of);
  return (await recordFact(tools, cycle, actor, { event, unless })).cycle;
}

function isSameAttempt(newest: Cycle, question: WriteQuestion, { state, attempts }: GroupRemoval): boolean {
  const now = earlierAttempt(newest, question);
  return now?.state === state && now.attempts === attempts;
}
