import { AppError } from '../lib/app-error';
import { BUDGETS } from '../lib/budgets';
import { toIso, toMillis } from '../lib/duration';
import type { Actor } from '../domain/evidence/record';
import { mayNotTell } from '../domain/notice/may-tell';
import { judgeNotice, type JudgedNotice } from '../domain/notice/notice-outcome';
import { replyRoute } from '../domain/notice/notice-period';
import { peopleToTell } from '../domain/notice/people-to-tell';
import type { PlannedPerson } from '../domain/plan/removal-plan';
import type { Cycle } from '../domain/review/cycle';
import { isApproved, type Line } from '../domain/review/line';
import type { Snapshot } from '../domain/snapshot';
import { getCycle, recordFact } from './cycle-ledger';
import { UNCLEAR_MS, withIssue, type NoticeTools } from './notice-issue';
import { createMessages } from './notice-messages';
import { loadOrganization } from './organization-ledger';
import { planQuestion } from './plan-removals';
import { getSnapshotOf, type CycleTools } from './read/cycle-tools';

const LOOK_AGAIN_MS = 3_000;

export type TellTools = NoticeTools & CycleTools;

/**
 * Tells the people concerned, each alone and once, for one slice; the page asks again until nobody waits (product.md
 * §8, Notice first). What was begun and has no recorded end is never sent again: after a minute it counts as unclear.
 */
export async function tellPeople(cycleId: string, actor: Actor, tools: TellTools): Promise<Cycle> {
  const started = tools.platform.now();
  const organization = await loadOrganization(tools);
  const { notice: place } = organization.review;
  const before = await getCycle(tools, cycleId);
  const refusal = mayNotTell(before, place.project);
  if (refusal !== null) throw new AppError('notice.not-allowed', refusal);
  let cycle = await settle(before, actor, tools);
  const snapshot = await getSnapshotOf(cycle, tools);
  const people = peopleToTell(planQuestion(cycle, snapshot, organization));
  if (people.length > 0) cycle = await withIssue(cycle, place, actor, tools);
  const sender = createSender(snapshot, actor, tools);
  let longest = 0;
  for (const person of people) {
    const elapsed = tools.platform.now() - started;
    // Nobody is started who cannot be finished: one takes about as long as the longest before.
    if (mustWait(cycle, tools) || elapsed + 1.5 * longest >= BUDGETS.sliceMs) break;
    const begun = tools.platform.now();
    cycle = await sender.tell(cycle, person);
    longest = Math.max(longest, tools.platform.now() - begun);
  }
  if (mustWait(cycle, tools)) await tools.platform.sleep(LOOK_AGAIN_MS);
  return cycle;
}

/** The issue is not there yet, or Atlassian asked to wait. */
function mustWait({ notice }: Cycle, { platform }: TellTools): boolean {
  return notice !== null && (notice.issueKey === null || platform.now() < (toMillis(notice.notBefore) ?? 0));
}

/** Messages that were broken off: whether they were sent nobody knows. */
async function settle(cycle: Cycle, actor: Actor, tools: TellTools): Promise<Cycle> {
  const now = tools.platform.now();
  const isBrokenOff = ({ notice }: Line): boolean =>
    notice?.how === 'attempted' && now - (toMillis(notice.at) ?? 0) >= UNCLEAR_MS;
  let next = cycle;
  for (const [accountId, lines] of linesByAccount(cycle.lines.filter(isBrokenOff)))
    next = await observe(
      next,
      {
        ...{ accountId, lines, outcome: 'unclear', waitSeconds: null, status: null },
        why: 'The sending was broken off; the message is not sent again.',
      },
      actor,
      tools,
    );
  return next;
}

function linesByAccount(lines: readonly Line[]): Map<string, number[]> {
  const byAccount = new Map<string, number[]>();
  for (const { facts } of lines) {
    const { accountId } = facts.seat;
    byAccount.set(accountId, [...(byAccount.get(accountId) ?? []), facts.line]);
  }
  return byAccount;
}

function createSender(snapshot: Snapshot, actor: Actor, tools: TellTools) {
  const { message, opensPage } = createMessages(snapshot, tools);
  return {
    /** Journal, send, record: at most once, whatever breaks off in between. */
    async tell(cycle: Cycle, person: PlannedPerson): Promise<Cycle> {
      const { accountId, lines } = person;
      const isUntold = (line: Line | undefined): boolean =>
        line !== undefined && isApproved(line) && line.notice === null;
      const { cycle: journaled, recorded } = await recordFact(tools, cycle, actor, {
        event: { kind: 'notice-attempted', accountId, lines },
        unless: (newest) => !lines.every((number) => isUntold(newest.lines[number - 1])),
      });
      const issueKey = journaled.notice?.issueKey ?? null;
      if (!recorded || issueKey === null) return journaled;
      const answer = await tools.notices.notify(issueKey, accountId, message(journaled, person));
      const contact = replyRoute(journaled);
      const judged = judgeNotice(answer, { opensPage: opensPage(accountId), contact });
      const observed = { ...judged, accountId, lines, status: answer.status };
      const next = await observe(journaled, observed, actor, tools);
      if (answer.status === 401) throw new AppError('atlassian.denied', judged.why);
      return next;
    },
  };
}

interface Observed extends JudgedNotice {
  readonly accountId: string;
  readonly lines: readonly number[];
  readonly status: number | null;
}

async function observe(
  cycle: Cycle,
  { waitSeconds, ...observed }: Observed,
  actor: Actor,
  tools: TellTools,
): Promise<Cycle> {
  const notBefore = waitSeconds === null ? null : toIso(tools.platform.now() + waitSeconds * 1_000);
  const { cycle: next } = await recordFact(tools, cycle, actor, {
    event: { kind: 'notice-observed', ...observed, notBefore },
    // Somebody else gave it up as unclear meanwhile.
    unless: (newest) =>
      !observed.lines.some((number) => newest.lines[number - 1]?.notice?.how === 'attempted'),
  });
  return next;
}
