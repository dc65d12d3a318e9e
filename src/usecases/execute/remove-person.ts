import { AppError } from '../../lib/app-error';
import { cancelBecause, type FreshReading } from '../../domain/plan/pre-flight';
import type { Cycle } from '../../domain/review/cycle';
import { isLineConsented } from '../../domain/review/cycle';
import { removalGroups, type Line } from '../../domain/review/line';
import { recordFact } from '../cycle-ledger';
import { readAccountAfresh } from '../read-account-afresh';
import type { RemovalContext } from './removal-context';
import { writeOnce } from './write-once';

export interface PersonToRemove {
  readonly runId: string;
  readonly person: {
    readonly accountId: string;
    readonly lines: readonly number[];
    readonly groupIds: readonly string[];
  };
}

/**
 * One person's removals: pre-flight on fresh facts, then one write for each group with a record before and after
 * it (product.md §8). A person whose removal was begun before a crash is read again, never repeated blindly.
 */
export async function removePerson(
  cycle: Cycle,
  { runId, person }: PersonToRemove,
  context: RemovalContext,
): Promise<Cycle> {
  const lines = person.lines.flatMap((number) => cycle.lines[number - 1] ?? []);
  const begun = lines.some(({ removals }) => removals.length > 0);
  const reading = await readOrCancel(person.accountId, context);
  if (reading.cause !== null && !begun)
    return cancel(cycle, runId, person, { cause: reading.cause, context });
  if (!begun && reading.facts !== null) {
    const facts = reading.facts;
    const cause = lines
      .map((line) => cancelBecause(line, facts, isLineConsented(cycle, line)))
      .find((each) => each !== null);
    if (cause !== undefined && cause !== null) return cancel(cycle, runId, person, { cause, context });
  }
  let next = cycle;
  for (const groupId of person.groupIds) {
    if (isAnswered(next, person.lines, groupId)) continue;
    if (next.runs.find((run) => run.runId === runId)?.state !== 'running') return next;
    const concerned = person.lines.filter((number) => leaves(next.lines[number - 1], groupId));
    next = await writeOnce(
      next,
      { runId, accountId: person.accountId, groupId, lines: concerned, reading: reading.facts },
      context,
    );
  }
  return next;
}

async function readOrCancel(
  accountId: string,
  { tools, snapshot, policy, administering, projects }: RemovalContext,
): Promise<{ facts: FreshReading | null; cause: string | null }> {
  try {
    const frozen = {
      header: snapshot.header,
      account: snapshot.accounts.find((account) => account.accountId === accountId),
    };
    const now = (): string => new Date(tools.platform.now()).toISOString();
    const facts = await readAccountAfresh(
      { accountId, frozen, policy, administering, projects },
      { ...tools, now },
    );
    return facts === undefined
      ? { facts: null, cause: 'the account can no longer be read' }
      : { facts, cause: null };
  } catch (error) {
    if (error instanceof AppError && (error.code === 'atlassian.rate-limited' || keyIsRefused(error)))
      throw error;
    return { facts: null, cause: 'a fact could not be read' };
  }
}

async function cancel(
  cycle: Cycle,
  runId: string,
  person: PersonToRemove['person'],
  { cause, context }: { cause: string; context: RemovalContext },
): Promise<Cycle> {
  const { accountId, lines } = person;
  const event = { kind: 'removal-cancelled' as const, runId, accountId, lines, cause };
  const unless = (newest: Cycle): boolean =>
    lines.every((number) => newest.lines[number - 1]?.state !== 'executing');
  return (await recordFact(context.tools, cycle, context.actor, { event, unless })).cycle;
}

function leaves(line: Line | undefined, groupId: string): boolean {
  return line !== undefined && removalGroups(line).includes(groupId);
}

function isAnswered(cycle: Cycle, lines: readonly number[], groupId: string): boolean {
  return lines.some((number) =>
    cycle.lines[number - 1]?.removals.some(
      (removal) => removal.groupId === groupId && ['sent', 'already-gone', 'blocked'].includes(removal.state),
    ),
  );
}

/** 401: the organization no longer accepts the key, which is a matter of the run and not of this person. */
export function keyIsRefused({ code, context }: AppError): boolean {
  return code === 'atlassian.denied' && context['status'] === 401;
}
