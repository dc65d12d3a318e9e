import type { PopulationProof } from '../classification/population';
import { isConsented, type Handoff } from '../routing/handoff';
import type { OwnerClass } from '../seat';
import type { Assignment } from './assignment';
import type { BillingPlan } from './calendar';
import type { GoneSeat } from './gone-seat';
import { isApproved, type Line } from './line';
import type { Blackout } from '../plan/blackout';
import { executorsOf, isUnended, type Run } from './run';

/** Rules of a review, frozen when a cycle opens (product.md §7). */
export interface ReviewRules {
  readonly separation: 'two-person' | 'three-person';
  readonly noResponse: 'close-as-kept' | 'carry' | 'follow-recommendation';
  /** Who chose the no-response rule: the decider of the lines that it closes. */
  readonly noResponseBy: string | null;
  readonly peoplePerRun: number;
  readonly stopAfterFailures: number;
  /** Hours in which a run waits; null for none. */
  readonly blackout: Blackout | null;
  readonly approvers: readonly string[];
  readonly handoffDays: number;
  /** Days between telling the person concerned and a removal; 0 where nobody is told. */
  readonly noticeDays: number;
  readonly owners: readonly OwnerEntry[];
  readonly fallback: string;
  readonly assignment: Assignment;
}

export interface OwnerEntry {
  readonly class: OwnerClass;
  readonly contact: string;
  readonly accountId: string | null;
}

/** The Jira issue that every notice of a review is sent from. */
export interface NoticeIssue {
  readonly project: string;
  readonly issueType: string;
  /** When it was begun to be made; ISO 8601 UTC. */
  readonly begunAt: string;
  /** Null as long as nobody knows that Jira has made it. */
  readonly issueKey: string | null;
  /** Atlassian asked to wait until then before more is sent; ISO 8601 UTC. */
  readonly notBefore: string | null;
}

/** A review cycle as its ledger tells it. */
export interface Cycle {
  readonly cycleId: string;
  readonly title: string;
  readonly openedAt: string;
  readonly openedBy: string;
  readonly dueAt: string;
  readonly snapshotId: string;
  readonly snapshotTakenAt: string;
  readonly snapshotHash: string;
  readonly rules: ReviewRules;
  readonly population: readonly PopulationProof[];
  readonly acknowledged: Readonly<Record<string, { readonly by: string; readonly reason: string }>>;
  readonly scanStartedBy: string | null;
  /** Products under review; null for all. */
  readonly products: readonly string[] | null;
  /** Signed-off cycles that this one looks back at, newest first; empty when there was none. */
  readonly follows: readonly string[];
  /** Billing period that it is to be in time for; null without one. */
  readonly plan: BillingPlan | null;
  /** A try-out: it is decided, approved and signed off like any review, but nothing is removed and nothing follows. */
  readonly rehearsal: boolean;
  readonly gone: readonly GoneSeat[];
  /** By line number minus one. */
  readonly lines: readonly Line[];
  readonly handoffs: readonly Handoff[];
  /** Null before anybody is told. */
  readonly notice: NoticeIssue | null;
  readonly runs: readonly Run[];
  /** All lines are there and deciding may begin. */
  readonly opened: boolean;
  readonly decidingEnded: { readonly by: string; readonly at: string; readonly lines: number } | null;
  readonly signedOff: {
    readonly by: string;
    readonly at: string;
    readonly statement: string;
    readonly printed: string;
  } | null;
  readonly cancelled: { readonly by: string; readonly at: string; readonly reason: string } | null;
  /** Newest record that is folded in. */
  readonly sequence: number;
  readonly headHash: string;
}

export type CyclePhase = 'draft' | 'open' | 'executing' | 'verifying' | 'signed-off' | 'cancelled';

/** Lines move, the cycle reports: it shows the least advanced state (product.md §7). */
export function phaseOf(cycle: Cycle): CyclePhase {
  if (cycle.cancelled !== null) return 'cancelled';
  if (cycle.signedOff !== null) return 'signed-off';
  if (!cycle.opened) return 'draft';
  const has = (state: Line['state']): boolean => cycle.lines.some((line) => line.state === state);
  if (has('undecided') || has('decided') || cycle.runs.length === 0) return 'open';
  return has('executing') || cycle.lines.some(isApproved) ? 'executing' : 'verifying';
}

export function lineOf(cycle: Pick<Cycle, 'lines'>, line: number): Line | undefined {
  return cycle.lines[line - 1];
}

export function handoffsOf(cycle: Cycle, line: number): Handoff[] {
  return cycle.handoffs.filter((handoff) => handoff.line === line);
}

/** Whether a route-out's owners all answered remove. */
export function isLineConsented(cycle: Cycle, line: Line): boolean {
  const { seat } = line.facts;
  if (seat.verdict !== 'route-out' || seat.consented === null) return false;
  if (!['cleanup', 'split'].includes(seat.consented.verdict)) return false;
  return isConsented(handoffsOf(cycle, line.facts.line), seat.owners);
}

/** Signed off or cancelled: nothing in it changes any more (product.md §7, Sign-off). */
export function isEnded({ signedOff, cancelled }: Cycle): boolean {
  return signedOff !== null || cancelled !== null;
}

export function isRunGoingOn({ runs }: Cycle): boolean {
  return runs.some(isUnended);
}

/** Decider, approver and executor of a line are three people, in whatever order they come to it (product.md §7). */
export function isExecutorAmongThree({ rules, runs }: Cycle, { facts }: Line, person: string): boolean {
  return (
    rules.separation === 'three-person' &&
    runs.some(
      (run) => executorsOf(run).includes(person) && run.items.some(({ lines }) => lines.includes(facts.line)),
    )
  );
}

/** Lines that share a group with this one, itself included, in order. */
export function bundleOf(cycle: Cycle, { facts: { bundle } }: Line): Line[] {
  return cycle.lines.filter(({ facts }) => facts.bundle === bundle);
}

/** The bundles of these lines, whole, in order. */
export function bundlesOf(cycle: Cycle, lines: readonly Line[]): Line[] {
  const bundles = new Set(lines.map(({ facts }) => facts.bundle));
  return cycle.lines.filter(({ facts }) => bundles.has(facts.bundle));
}

/** Lines by their bundle, for whoever asks for many: looking through all lines for each takes too long. */
export function linesByBundle(cycle: Cycle): ReadonlyMap<number, readonly Line[]> {
  const bundles = new Map<number, Line[]>();
  for (const line of cycle.lines) {
    const mates = bundles.get(line.facts.bundle);
    if (mates === undefined) bundles.set(line.facts.bundle, [line]);
    else mates.push(line);
  }
  return bundles;
}

/** Groups that Atlassian would not let us write to count as synced until they are classified anew (product.md §8). */
export function refusedGroups(cycle: Cycle): ReadonlySet<string> {
  const refused = cycle.lines.flatMap(({ removals }) => removals.filter(({ groupRefused }) => groupRefused));
  return new Set(refused.map(({ groupId }) => groupId));
}
