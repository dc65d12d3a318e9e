import { planOfLine } from './approved-plan';
import { isLineConsented, linesByBundle, refusedGroups, type Cycle } from '../review/cycle';
import { isApproved, isInDoubt, removalGroups, type Line } from '../review/line';

export interface Skip {
  readonly line: number;
  readonly accountId: string;
  readonly why: string;
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

/** Lines by the account that they are removed from, and those that are left out. */
export interface Removals {
  readonly byAccount: ReadonlyMap<string, readonly Line[]>;
  readonly skips: readonly Skip[];
}

/** Approved removals that nothing else stands in the way of. */
export function approvedRemovals(question: PlanQuestion, held: (line: Line) => string | null): Removals {
  const { cycle } = question;
  const known = { bundles: linesByBundle(cycle), refused: refusedGroups(cycle) };
  const skips: Skip[] = [];
  const byAccount = new Map<string, Line[]>();
  for (const line of cycle.lines) {
    if (!isApproved(line) || line.decision?.kind !== 'remove') continue;
    const why = skipBecause(line, question, known) ?? held(line);
    const { accountId } = line.facts.seat;
    if (why !== null) skips.push({ line: line.facts.line, accountId, why });
    else byAccount.set(accountId, [...(byAccount.get(accountId) ?? []), line]);
  }
  return { byAccount, skips };
}

/** Leaves out people whose removals together would end more than was approved. */
export function wholePeople({ byAccount, skips }: Removals, { endsTogether }: PlanQuestion): Removals {
  const whole = new Map(byAccount);
  const left = [...skips];
  for (const [accountId, lines] of byAccount) {
    const [product] = endsTogether(lines);
    if (product === undefined) continue;
    whole.delete(accountId);
    const why = `together these removals would also end ${product}, which nobody approved`;
    left.push(...lines.map(({ facts }) => ({ line: facts.line, accountId, why })));
  }
  return { byAccount: whole, skips: left };
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
    ?.find((other) => !(isApproved(other) && other.decision?.kind === 'remove'));
  if (unready !== undefined)
    return `line ${String(unready.facts.line)} of the same person shares a group and is not approved for removal`;
  if (inDoubt) return null;
  if (line.approvedPlan !== null && line.approvedPlan !== planOfLine(line))
    return 'what would be removed is no longer what was approved: it must be approved again';
  const refusing = groups.find((id) => refused.has(id));
  if (refusing !== undefined)
    return `${groupName(refusing)} refused a removal and counts as synced until it is scanned again`;
  const unconfirmed = groups.find((id) => inferredGroups.has(id) && !confirmedGroups.has(id));
  if (unconfirmed !== undefined)
    return `a site administrator must first confirm that ${groupName(unconfirmed)} is not synced`;
  return null;
}
