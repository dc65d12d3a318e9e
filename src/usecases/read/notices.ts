import { namesOf } from '../../domain/classification/explain';
import { mayNotTell } from '../../domain/notice/may-tell';
import { noticeDaysOf, removableFrom } from '../../domain/notice/notice-period';
import { peopleToTell } from '../../domain/notice/people-to-tell';
import type { Cycle } from '../../domain/review/cycle';
import { isApproved, type Line } from '../../domain/review/line';
import { getCycle } from '../cycle-ledger';
import { createMessages } from '../notice-messages';
import type { NoticeTools } from '../notice-issue';
import { loadOrganization } from '../organization-ledger';
import { planQuestion } from '../plan-removals';
import { getSnapshotOf, type CycleTools } from './cycle-tools';
import { isInSight, type Sight } from './sight';

/** Whom a review tells, who was told or could not be reached, and what they say. */
export async function readNotice(cycleId: string, sight: Sight, tools: CycleTools & NoticeTools) {
  return viewNotice(await getCycle(tools, cycleId), sight, tools);
}

export async function viewNotice(cycle: Cycle, sight: Sight, tools: CycleTools & NoticeTools) {
  const snapshot = await getSnapshotOf(cycle, tools);
  const organization = await loadOrganization(tools);
  const people = peopleToTell(planQuestion(cycle, snapshot, organization));
  const inSight = (line: number): boolean => {
    const seat = cycle.lines[line - 1]?.facts.seat;
    return seat !== undefined && isInSight(seat, sight);
  };
  const seen = people.filter(({ lines }) => lines.every(inSight));
  const [next] = seen;
  const message = next && createMessages(snapshot, tools).message(cycle, next);
  const underWay = cycle.lines.filter(({ notice }) => notice?.how === 'attempted');
  const names = namesOf(snapshot.header);
  const row = (state: State) => ({
    ...state,
    products: state.lines.flatMap((line) => names.product(cycle.lines[line - 1]?.facts.seat.product ?? '')),
  });
  return {
    cycleId: cycle.cycleId,
    days: noticeDaysOf(cycle),
    issueKey: cycle.notice?.issueKey ?? null,
    waiting: people.length + new Set(underWay.map(({ facts }) => facts.seat.accountId)).size,
    rows: [
      ...seen.map(({ accountId, lines }) => row({ ...WAITING, accountId, lines })),
      ...statesOf(
        cycle,
        cycle.lines.filter(({ facts }) => isInSight(facts.seat, sight)),
      ).map(row),
    ],
    preview:
      next === undefined || message === undefined
        ? null
        : { accountId: next.accountId, subject: message.subject, text: message.textBody },
    mayNotBecause: mayNotTell(cycle, organization.review.notice.project),
  };
}

interface State {
  readonly accountId: string;
  readonly lines: readonly number[];
  readonly how: 'waiting' | 'attempted' | 'told' | 'not-reachable' | 'unclear' | 'claimed';
  readonly at: string | null;
  readonly removableFrom: string | null;
  readonly text: string;
}

const WAITING = { how: 'waiting', at: null, removableFrom: null, text: '' } as const;

/** What needs somebody first. */
const ORDER: readonly State['how'][] = ['claimed', 'not-reachable', 'unclear', 'attempted', 'told'];

/** Lines of one person that were told together are one row. */
function statesOf(cycle: Cycle, lines: readonly Line[]): State[] {
  const states = new Map<string, State>();
  for (const line of lines) {
    const state = stateOf(cycle, line);
    if (state === null) continue;
    const key = `${state.accountId} ${state.how} ${state.at ?? ''} ${state.removableFrom ?? ''}`;
    const before = states.get(key);
    states.set(key, before === undefined ? state : { ...before, lines: [...before.lines, ...state.lines] });
  }
  return [...states.values()].sort((a, b) => ORDER.indexOf(a.how) - ORDER.indexOf(b.how));
}

function stateOf(cycle: Cycle, line: Line): State | null {
  const { notice, claim, facts } = line;
  const own = { accountId: facts.seat.accountId, lines: [facts.line], removableFrom: null };
  if (notice !== null) {
    const from = isApproved(line) && notice.how !== 'attempted' ? removableFrom(notice, cycle) : null;
    return { ...own, how: notice.how, at: notice.at, removableFrom: from, text: notice.why };
  }
  return claim === null || isApproved(line)
    ? null
    : { ...own, how: 'claimed', at: claim.at, text: claim.note };
}
