import type { CycleRecord } from '../../../src/domain/review/fold-cycle';
import { approvalsAfter, approvedEnds, approvedGroups, type Approval } from '../approvals';
import { lastRead } from '../fresh-reads';
import { attemptOf, attemptsOf, type Attempt } from '../journal';
import { removalsIn, type MembershipWrite } from '../membership-writes';
import type { Observed } from '../observed';
import type { Breach, Invariant } from './breach';
import { SHOWN_WITHIN_MS } from './groups';

const DAY_MS = 86_400_000;
/** product.md §5, T. */
const THRESHOLD_DAYS = 90;

/** No write without a run under way and, for every line, an approval that stands at that moment. */
export const noWriteUnapproved: Invariant = (observed) => {
  const attempts = attemptsOf(observed);
  return removalsIn(observed.calls).flatMap((write): Breach[] => {
    const attempt = attemptOf(write, attempts);
    const why = attempt === undefined ? 'No record goes before it' : whyUnapproved(attempt, write);
    return why === null ? [] : [{ what: `${why}.`, calls: [write.call] }];
  });
};

function whyUnapproved({ record, review }: Attempt, write: MembershipWrite): string | null {
  const { runId, accountId, groupId, lines } = record.event;
  // Up to the write itself; but whether the run goes on is asked for the last time when the attempt is recorded.
  const approvals = approvalsAfter(review.filter(({ at }) => Date.parse(at) < write.at || at === record.at));
  const run = runOf(review, runId, record.sequence);
  if (run === undefined) return `Run ${runId} is not under way`;
  if (!run.event.items.some((item) => item.accountId === accountId && item.groupIds.includes(groupId)))
    return 'The run was not started for it';
  if (run.actor.accountId === accountId) return 'Somebody removes themselves';
  if (lines.length === 0) return 'It belongs to no line';
  const isSound = (line: number): boolean => {
    const approval = approvals.get(line);
    if (approval === undefined) return false;
    const { facts } = approval;
    return (
      facts.seat.accountId === accountId && approvedGroups(facts).includes(groupId) && isSeparate(approval)
    );
  };
  const unsound = lines.find((line) => !isSound(line));
  return unsound === undefined ? null : `Line ${String(unsound)} is not approved`;
}

/** Whoever decided did not approve, and neither concerns themselves. */
function isSeparate({ facts, decidedBy, approvedBy }: Approval): boolean {
  return new Set([facts.seat.accountId, decidedBy, approvedBy]).size === 3;
}

function runOf(review: readonly CycleRecord[], runId: string, sequence: number) {
  const before = review.filter((record) => record.sequence < sequence);
  const isEnded = before.some(({ event }) => event.kind === 'run-ended' && event.runId === runId);
  const started = before.flatMap((record) =>
    record.event.kind === 'run-started' && record.event.runId === runId
      ? [{ actor: record.actor, event: record.event }]
      : [],
  );
  return isEnded ? undefined : started[0];
}

/** Nothing ended with a write that was not approved to end, and nothing that was seen in use. */
export const nothingElseEnded: Invariant = (observed) => {
  const attempts = attemptsOf(observed);
  return removalsIn(observed.calls).flatMap((write): Breach[] => {
    const ended = endedWith(write, observed);
    if (ended.length === 0) return [];
    const attempt = attemptOf(write, attempts);
    const approved = attempt === undefined ? [] : endsApproved(attempt);
    const unapproved = ended.filter((product) => !approved.includes(product));
    const used = ended.filter((product) => isUsed(product, write, observed));
    const breach = (products: readonly string[], why: string): Breach[] =>
      products.length === 0 ? [] : [{ what: `${products.join(', ')} ended ${why}.`, calls: [write.call] }];
    return [...breach(unapproved, 'without approval'), ...breach(used, 'although it was seen in use')];
  });
};

/** Products that the account could use before the write and cannot after it. */
function endedWith({ accountId, groupId, at, adds }: MembershipWrite, { history }: Observed): string[] {
  const step = history.steps.find(
    (each) =>
      each.kind === 'membership' &&
      each.at === at &&
      each.accountId === accountId &&
      each.groupId === groupId,
  );
  if (adds || step === undefined) return [];
  const { before, after } = history.around(step);
  const left = after.products(accountId);
  return [...before.products(accountId)].filter((product) => !left.has(product));
}

/** What all lines of the person that stand approved let end. */
function endsApproved({ record, review }: Attempt): string[] {
  const approvals = approvalsAfter(review.filter(({ sequence }) => sequence < record.sequence));
  const own = [...approvals.values()].filter(({ facts }) => facts.seat.accountId === record.event.accountId);
  return own.flatMap(({ facts }) => approvedEnds(facts));
}

/** Whether the reading right before the write showed use within the threshold. */
function isUsed(product: string, write: MembershipWrite, { calls, history }: Observed): boolean {
  const read = lastRead(calls, write, 'person');
  const moment = history.at((read === undefined ? write.at : Date.parse(read.at)) - SHOWN_WITHIN_MS);
  const keys = product === 'jira-software' ? [product, 'jira-core'] : [product];
  const since = write.at - THRESHOLD_DAYS * DAY_MS;
  return keys.some((key) => (moment.lastUse(write.accountId, key) ?? 0) > since);
}
