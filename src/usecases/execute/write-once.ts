import { AppError } from '../../lib/app-error';
import type { FreshReading } from '../../domain/plan/pre-flight';
import { judgeWrite, type WriteAnswer } from '../../domain/plan/write-outcome';
import type { Cycle } from '../../domain/review/cycle';
import type { GroupRemoval } from '../../domain/review/line';
import { openHandoffs } from '../../domain/routing/open-handoffs';
import type { OwnerClass } from '../../domain/seat';
import { recordFact } from '../cycle-ledger';
import type { RemovalContext } from './removal-context';

/** How long a write without a clear answer is only read again, before it may be sent once more (product.md §8). */
const UNCLEAR_MS = 60_000;
const MAX_ATTEMPTS = 2;
/** Waits for a 429 that a slice can afford; longer ones stop the run, whose lines stay approved. */
const LONGEST_WAIT_MS = 5_000;

export interface WriteQuestion {
  readonly runId: string;
  readonly accountId: string;
  readonly groupId: string;
  readonly lines: readonly number[];
  readonly reading: FreshReading | null;
}

/** One DELETE: journal, write, judge, record (product.md §8, "A write is sent once"). */
export async function writeOnce(
  cycle: Cycle,
  question: WriteQuestion,
  context: RemovalContext,
): Promise<Cycle> {
  const earlier = earlierAttempt(cycle, question);
  // A journal record without a clear outcome: the write may have happened. Look first, send only if it did not.
  if (earlier !== undefined) return lookAgain(cycle, question, context, earlier);
  return attempt(cycle, question, context, 1);
}

/**
 * Journal, then write. Nothing is written when the run was stopped meanwhile, or when another tab of the same
 * person has journaled this very write first.
 */
async function attempt(
  cycle: Cycle,
  question: WriteQuestion,
  context: RemovalContext,
  number: number,
): Promise<Cycle> {
  const { runId, accountId, groupId, lines } = question;
  const { cycle: journaled, recorded } = await recordFact(context.tools, cycle, context.actor, {
    event: { kind: 'removal-attempted', runId, accountId, groupId, lines, attempt: number },
    unless: (newest) =>
      !isRunning(newest, runId) || (earlierAttempt(newest, question)?.attempts ?? 0) >= number,
  });
  if (!recorded) return journaled;
  return judge(journaled, question, context, await send(question, context));
}

function isRunning({ runs }: Cycle, runId: string): boolean {
  return runs.some((run) => run.runId === runId && run.state === 'running');
}

async function send(
  { groupId, accountId, reading }: WriteQuestion,
  context: RemovalContext,
): Promise<WriteAnswer | { blocked: string }> {
  if (reading === null) return { blocked: 'the account could not be read' };
  const administered = reading.account.deep?.administers;
  try {
    return await context.tools.writer.remove({
      groupId,
      actor: context.actor.accountId ?? '',
      reading,
      confirmedGroups: context.confirmedGroups,
      // Project administration sends a seat to its owner; where an owner consented, the last administrator still stays.
      soleAdministratorOf:
        administered?.known === true ? await soleProjects(accountId, administered.value, context) : [],
    });
  } catch (error) {
    if (error instanceof AppError && error.code === 'removal.blocked') return { blocked: error.message };
    throw error;
  }
}

async function soleProjects(
  accountId: string,
  projects: readonly string[],
  { tools }: RemovalContext,
): Promise<string[]> {
  const sole: string[] = [];
  for (const key of projects) {
    const { accountIds, groupIds } = await tools.jira.readProjectAdministrators(key);
    if (groupIds.length === 0 && !accountIds.some((id) => id !== accountId)) sole.push(key);
  }
  return sole;
}

async function judge(
  cycle: Cycle,
  question: WriteQuestion,
  context: RemovalContext,
  answer: WriteAnswer | { blocked: string },
): Promise<Cycle> {
  if ('blocked' in answer)
    return observe(cycle, question, context, {
      outcome: 'blocked',
      status: null,
      note: answer.blocked,
      owner: null,
    });
  const { status } = answer;
  const next = judgeWrite(answer);
  switch (next.step) {
    case 'record':
      return observe(cycle, question, context, {
        outcome: next.outcome,
        status,
        note: next.note,
        owner: next.owner,
      });
    case 're-read':
      return (await isMember(question, context)) === false
        ? observe(cycle, question, context, {
            outcome: 'already-gone',
            status,
            note: 'Was no member any more.',
            owner: null,
          })
        : observe(cycle, question, context, {
            outcome: 'blocked',
            status,
            note: `${next.note} The membership is still there.`,
            owner: 'app',
          });
    case 'wait-and-re-read':
      return observe(cycle, question, context, { outcome: 'unclear', status, note: next.note, owner: null });
    case 'check-own-rights':
      return (await context.tools.writer.mayStillWrite())
        ? observe(cycle, question, context, {
            outcome: 'blocked',
            status,
            note: `${next.note} The group counts as synced until it is read again.`,
            owner: 'identity',
          })
        : stopRun(cycle, question, context, 'You no longer administer this site; the rest stays approved.');
    case 'stop-run':
      return stopRun(cycle, question, context, `${next.note} The rest stays approved.`);
    case 'wait':
      return waitAndSend(cycle, question, context);
  }
}

/** After an unclear answer: gone counts as sent; still there after 60 s allows one new attempt, then it is blocked. */
async function lookAgain(
  cycle: Cycle,
  question: WriteQuestion,
  context: RemovalContext,
  earlier: GroupRemoval,
): Promise<Cycle> {
  const member = await isMember(question, context);
  if (member === false)
    return observe(cycle, question, context, {
      outcome: 'sent',
      status: null,
      note: 'The membership is gone.',
      owner: null,
    });
  const waited = context.tools.platform.now() - Date.parse(earlier.attemptedAt);
  if (waited < UNCLEAR_MS) return cycle;
  if (member === true && earlier.attempts < MAX_ATTEMPTS)
    return attempt(cycle, question, context, earlier.attempts + 1);
  const note =
    member === null
      ? 'Whether the membership is gone could not be read.'
      : 'Atlassian gave no clear answer and the membership is still there.';
  return observe(cycle, question, context, { outcome: 'blocked', status: null, note, owner: 'app' });
}

async function waitAndSend(cycle: Cycle, question: WriteQuestion, context: RemovalContext): Promise<Cycle> {
  const attempts = earlierAttempt(cycle, question)?.attempts ?? 0;
  if (attempts > MAX_ATTEMPTS)
    return stopRun(
      cycle,
      question,
      context,
      'Atlassian asks to wait longer than a run may take; the rest stays approved.',
    );
  await context.tools.platform.sleep(LONGEST_WAIT_MS);
  return attempt(cycle, question, context, attempts + 1);
}

/** Whether the account is in the group now; null when that cannot be read. */
async function isMember(
  { accountId, groupId }: WriteQuestion,
  { tools }: RemovalContext,
): Promise<boolean | null> {
  try {
    const groups = await tools.jira.readGroupsOf(accountId);
    return groups.some(({ id }) => id === groupId);
  } catch {
    return null;
  }
}

function earlierAttempt(cycle: Cycle, { lines, groupId }: WriteQuestion): GroupRemoval | undefined {
  return lines
    .flatMap((number) => cycle.lines[number - 1]?.removals ?? [])
    .find((removal) => removal.groupId === groupId);
}

async function observe(
  cycle: Cycle,
  { runId, accountId, groupId, lines }: WriteQuestion,
  { tools, actor }: RemovalContext,
  result: {
    outcome: 'sent' | 'already-gone' | 'blocked' | 'unclear';
    status: number | null;
    note: string;
    owner: OwnerClass | null;
  },
): Promise<Cycle> {
  const { owner, ...observed } = result;
  const concerned = lines.flatMap((number) => cycle.lines[number - 1] ?? []);
  const at = new Date(tools.platform.now()).toISOString();
  const handoffs = owner === null ? [] : openHandoffs(cycle, concerned, () => [owner], at);
  const event = {
    kind: 'removal-observed' as const,
    runId,
    accountId,
    groupId,
    lines,
    ...observed,
    handoffs,
  };
  return (await recordFact(tools, cycle, actor, { event })).cycle;
}

/** The run stops; this write's outcome stays open until the next run looks at the membership. */
async function stopRun(
  cycle: Cycle,
  question: WriteQuestion,
  context: RemovalContext,
  message: string,
): Promise<Cycle> {
  const { tools, actor } = context;
  const member = await isMember(question, context);
  const known =
    member === false
      ? await observe(cycle, question, context, {
          outcome: 'sent',
          status: null,
          note: 'The membership is gone.',
          owner: null,
        })
      : cycle;
  const { runId } = question;
  const event = { kind: 'run-ended' as const, runId, state: 'stopped' as const, message };
  return (await recordFact(tools, known, actor, { event, unless: (newest) => !isRunning(newest, runId) }))
    .cycle;
}
