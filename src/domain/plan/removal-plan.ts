import { byCodeUnit, sortedSet } from '../../lib/order';
import { hashOf } from '../evidence/hash-chain';
import { heldByNotice } from '../notice/notice-period';
import { linesByBundle, type Cycle } from '../review/cycle';
import { isInDoubt, removalEnds, removalGroups, type Line } from '../review/line';
import {
  approvedRemovals,
  wholePeople,
  type PlanQuestion,
  type Removals,
  type Skip,
} from './approved-removals';

/** One person's removals: one DELETE for each group closes every line of the bundle. */
export interface PlannedPerson {
  readonly accountId: string;
  readonly lines: readonly number[];
  readonly groupIds: readonly string[];
  /** Products that end. */
  readonly ends: readonly string[];
  /** Products under review that stay through another path. */
  readonly stays: readonly string[];
}

export interface RemovalPlan {
  readonly people: readonly PlannedPerson[];
  readonly skips: readonly Skip[];
  /** SHA-256 over people, groups and lines: what is executed must be what was shown. */
  readonly fingerprint: string;
}

/**
 * What approved lines come to at this time (ISO 8601 UTC), and what is left out and why (product.md §8). Capped at
 * people per run.
 */
export function planRemovals(question: PlanQuestion, now: string): RemovalPlan {
  const { cycle } = question;
  const bundles = linesByBundle(cycle);
  const isDue = approvedRemovals(question, (line) => heldWithMates(line, bundles, cycle, now));
  const { byAccount, skips: left } = wholePeople(isDue, question);
  const skips = [...left];
  const everybody = planPeople(byAccount);
  const people = everybody.slice(0, cycle.rules.peoplePerRun);
  for (const { accountId, lines } of everybody.slice(cycle.rules.peoplePerRun))
    for (const line of lines)
      skips.push({
        line,
        accountId,
        why: `left for the next run: at most ${String(cycle.rules.peoplePerRun)} people per run`,
      });
  return { people, skips, fingerprint: hashOf({ cycle: cycle.cycleId, people }) };
}

/** What was begun is looked at whatever the notice says; lines that go together wait for each other. */
function heldWithMates(
  line: Line,
  bundles: ReadonlyMap<number, readonly Line[]>,
  cycle: Cycle,
  now: string,
): string | null {
  if (isInDoubt(line)) return null;
  const mates = bundles.get(line.facts.bundle) ?? [];
  return [line, ...mates].map((each) => heldByNotice(each, cycle, now)).find((why) => why !== null) ?? null;
}

/** Each person's removals, by account. */
export function planPeople(byAccount: Removals['byAccount']): PlannedPerson[] {
  return [...byAccount].sort(([a], [b]) => byCodeUnit(a, b)).map(([id, lines]) => planPerson(id, lines));
}

function planPerson(accountId: string, lines: readonly Line[]): PlannedPerson {
  const seats = lines.map(({ facts }) => facts.seat);
  const groupIds = sortedSet(lines.flatMap(removalGroups));
  const left = new Set(groupIds);
  const remains = (seat: (typeof seats)[number]): boolean =>
    seat.paths.some(({ groupId }) => groupId === undefined || !left.has(groupId));
  const ends = seats.filter((seat) => !remains(seat)).map(({ product }) => product);
  const also = lines.flatMap((line) => removalEnds(line).map(({ product }) => product));
  return {
    accountId,
    lines: lines.map(({ facts }) => facts.line),
    groupIds,
    ends: sortedSet([...ends, ...also]),
    stays: sortedSet(seats.filter(remains).map(({ product }) => product)),
  };
}
