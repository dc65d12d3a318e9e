import { AppError, type ErrorCode } from '../../lib/app-error';
import { indexOrganization } from '../../domain/classification/organization-index';
import { approvedToEnd, unapprovedEnds } from '../../domain/plan/ends-together';
import { cancelBecause, type FreshReading } from '../../domain/plan/pre-flight';
import { isLineConsented, refusedGroups, type Cycle } from '../../domain/review/cycle';
import { removalGroups, type Line } from '../../domain/review/line';
import { readAccountAfresh } from '../read-account-afresh';
import { cancelRemovals } from './cancel-removals';
import type { RemovalContext } from './removal-context';
import { earlierAttempt, lookAgain, mayWrite, sendOnce } from './write-once';

export interface PersonToRemove {
  readonly runId: string;
  readonly person: {
    readonly accountId: string;
    readonly lines: readonly number[];
    readonly groupIds: readonly string[];
  };
}

/**
 * One person's removals (product.md §8). Before each write everything is read again and compared with what was
 * approved; what was begun earlier is looked at first and never repeated blindly.
 */
export async function removePerson(
  cycle: Cycle,
  { runId, person }: PersonToRemove,
  context: RemovalContext,
): Promise<Cycle> {
  let next = cycle;
  for (const groupId of person.groupIds) {
    if (isAnswered(next, person.lines, groupId)) continue;
    if (!mayWrite(next, runId, context.tools.platform.now())) return next;
    const lines = person.lines.filter((number) => leaves(next.lines[number - 1], groupId));
    // A line that another group's refusal has closed is not left halfway further.
    if (lines.every((number) => next.lines[number - 1]?.state !== 'executing')) continue;
    const question = { runId, accountId: person.accountId, groupId, lines };
    const earlier = earlierAttempt(next, question);
    if (earlier !== undefined) {
      const looked = await lookAgain(next, question, context, earlier);
      next = looked.cycle;
      if (looked.step === 'recorded') continue;
      if (looked.step === 'wait') return next;
    }
    const flight = await preFlight(next, person, groupId, context);
    if ('cause' in flight) {
      const { accountId, lines: all } = person;
      return cancelRemovals(next, { runId, accountId, lines: all, cause: flight.cause }, context);
    }
    next = await sendOnce(next, { ...question, reading: flight.reading }, context);
    if (!isAnswered(next, person.lines, groupId)) return next;
  }
  return next;
}

/** Reads the person afresh; the cause why nothing may be written, or the reading that the write rests on. */
async function preFlight(
  cycle: Cycle,
  person: PersonToRemove['person'],
  groupId: string,
  context: RemovalContext,
): Promise<{ readonly reading: FreshReading } | { readonly cause: string }> {
  if (refusedGroups(cycle).has(groupId)) return { cause: 'the group refused a removal and counts as synced' };
  const left = new Set(person.groupIds.filter((id) => isLeft(cycle, person.lines, id)));
  const { facts, cause } = await readOrCancel(person.accountId, context);
  if (facts === null) return { cause };
  // The directory shows a removal seconds late: what this run has left is left.
  const account = { ...facts.account, groupIds: facts.account.groupIds.filter((id) => !left.has(id)) };
  const reading = { ...facts, account };
  const lines = person.lines.flatMap((number) => cycle.lines[number - 1] ?? []);
  const ending = approvedToEnd(lines);
  for (const line of lines) {
    if (removalGroups(line).every((id) => left.has(id))) continue;
    const changed = cancelBecause({ line, consented: isLineConsented(cycle, line), left, ending }, reading);
    if (changed !== null) return { cause: changed };
  }
  const [together] = unapprovedEnds(account, lines, indexOrganization(reading.header));
  if (together !== undefined) return { cause: `the removals together would also end ${together}` };
  return { reading };
}

/** What cannot be read right now is read later; it is no reason to cancel, least of all one person after the other. */
const LATER: readonly ErrorCode[] = ['atlassian.rate-limited', 'atlassian.unavailable', 'time.short'];

async function readOrCancel(
  accountId: string,
  { tools, snapshot, policy, siteFacts, exported, joinedOf }: RemovalContext,
): Promise<{ facts: FreshReading; cause: null } | { facts: null; cause: string }> {
  const joined = (await joinedOf())(accountId);
  try {
    const frozen = {
      header: snapshot.header,
      account: snapshot.accounts.find((account) => account.accountId === accountId),
    };
    const now = (): string => new Date(tools.platform.now()).toISOString();
    const facts = await readAccountAfresh(
      { accountId, frozen, joined, policy, exported, ...siteFacts },
      { ...tools, now },
    );
    return facts === undefined
      ? { facts: null, cause: 'the account can no longer be read' }
      : { facts, cause: null };
  } catch (error) {
    if (error instanceof AppError && (LATER.includes(error.code) || keyIsRefused(error))) throw error;
    return { facts: null, cause: 'a fact could not be read' };
  }
}

function leaves(line: Line | undefined, groupId: string): boolean {
  return line !== undefined && removalGroups(line).includes(groupId);
}

function isAnswered(cycle: Cycle, lines: readonly number[], groupId: string): boolean {
  return hasState(cycle, lines, groupId, ['sent', 'already-gone', 'blocked']);
}

function isLeft(cycle: Cycle, lines: readonly number[], groupId: string): boolean {
  return hasState(cycle, lines, groupId, ['sent', 'already-gone']);
}

function hasState(
  cycle: Cycle,
  lines: readonly number[],
  groupId: string,
  states: readonly string[],
): boolean {
  return lines.some((number) =>
    cycle.lines[number - 1]?.removals.some((each) => each.groupId === groupId && states.includes(each.state)),
  );
}

/** 401: the organization no longer accepts the key, which is a matter of the run and not of this person. */
export function keyIsRefused({ code, context }: AppError): boolean {
  return code === 'atlassian.denied' && context['status'] === 401;
}
