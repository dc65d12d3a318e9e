import { byCodeUnit, sortedSet } from '../../lib/order';
import { hashOf } from '../evidence/hash-chain';
import { isLineConsented, linesByBundle, refusedGroups, type Cycle } from '../review/cycle';
import { isInDoubt, removalEnds, removalGroups, type Line } from '../review/line';

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

export interface Skip {
  readonly line: number;
  readonly accountId: string;
  readonly why: string;
}

export interface RemovalPlan {
  readonly people: readonly PlannedPerson[];
  readonly skips: readonly Skip[];
  /** SHA-256 over people, groups and lines: what is executed must be what was shown. */
  readonly fingerprint: string;
}

export interface PlanQuestion {
  readonly cycle: Cycle;
  /** Groups that are believed to be default without the organization's word. */
  readonly inferredGroups: ReadonlySet<string>;
  /** Groups that a site administrator confirmed as not synced. */
  readonly confirmedGroups: ReadonlySet<string>;
  readonly groupName: (id: string) => string;
  /** Products that would end only because these lines of one person are removed together. */
  readonly endsTogether: (lines: readonly Line[]) => readonly string[];
}

/** What approved lines come to, and what is left out and why (product.md §8). Capped at people per run. */
export function planRemovals(question: PlanQuestion): RemovalPlan {
  const { cycle } = question;
  const wanted = cycle.lines.filter(
    ({ state, decision }) => state === 'approved' && decision?.kind === 'remove',
  );
  const skips: Skip[] = [];
  const known = { bundles: linesByBundle(cycle), refused: refusedGroups(cycle) };
  const byAccount = new Map<string, Line[]>();
  for (const line of wanted) {
    const why = skipBecause(line, question, known);
    const { accountId } = line.facts.seat;
    if (why !== null) skips.push({ line: line.facts.line, accountId, why });
    else byAccount.set(accountId, [...(byAccount.get(accountId) ?? []), line]);
  }
  for (const [accountId, lines] of [...byAccount]) {
    const [product] = question.endsTogether(lines);
    if (product === undefined) continue;
    byAccount.delete(accountId);
    for (const { facts } of lines)
      skips.push({
        line: facts.line,
        accountId,
        why: `together these removals would also end ${product}, which nobody approved`,
      });
  }
  const everybody = [...byAccount]
    .sort(([a], [b]) => byCodeUnit(a, b))
    .map(([id, lines]) => planPerson(id, lines));
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

interface KnownOfCycle {
  readonly bundles: ReadonlyMap<number, readonly Line[]>;
  readonly refused: ReadonlySet<string>;
}

function skipBecause(
  line: Line,
  { cycle, inferredGroups, confirmedGroups, groupName }: PlanQuestion,
  { bundles, refused }: KnownOfCycle,
): string | null {
  const { seat } = line.facts;
  // What was begun is looked at whatever came since; the pre-flight still stands before another write.
  const inDoubt = isInDoubt(line);
  if (seat.verdict === 'route-out' && !inDoubt && !isLineConsented(cycle, line))
    return 'not every owner has consented';
  const groups = removalGroups(line);
  if (groups.length === 0) return 'nothing may be removed here';
  const unready = bundles
    .get(line.facts.bundle)
    ?.find((other) => !(other.state === 'approved' && other.decision?.kind === 'remove'));
  if (unready !== undefined)
    return `line ${String(unready.facts.line)} of the same person shares a group and is not approved for removal`;
  if (inDoubt) return null;
  const refusing = groups.find((id) => refused.has(id));
  if (refusing !== undefined)
    return `${groupName(refusing)} refused a removal and counts as synced until it is scanned again`;
  const unconfirmed = groups.find((id) => inferredGroups.has(id) && !confirmedGroups.has(id));
  if (unconfirmed !== undefined)
    return `a site administrator must first confirm that ${groupName(unconfirmed)} is not synced`;
  return null;
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
