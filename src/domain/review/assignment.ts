import { byCodeUnit } from '../../lib/order';
import type { Cycle } from './cycle';
import type { LineFacts } from './line';

/** Whose lines a reviewer looks at first: those of a product, of a group, or of an e-mail domain. */
export interface AssignmentRule {
  readonly match:
    | { readonly product: string }
    /** A group that gives the seat, whichever of its access paths that is. */
    | { readonly groupId: string }
    | { readonly emailDomain: string };
  /** Account id. */
  readonly reviewer: string;
}

/** How lines come to reviewers. It routes work and is no permission: any reviewer may decide any line. */
export interface Assignment {
  /** The first that matches counts. */
  readonly rules: readonly AssignmentRule[];
  /** Takes what no rule gives to anybody, and what is undecided on the due day; null for nobody. */
  readonly fallbackReviewer: string | null;
}

export const NO_ASSIGNMENT: Assignment = { rules: [], fallbackReviewer: null };

export type AssignmentCause = 'rule' | 'fallback' | 'handed-over' | 'escalated';

/** Lines that go to one reviewer, or to nobody, for one cause. */
export interface AssignedLines {
  readonly lines: readonly number[];
  readonly reviewer: string | null;
  readonly because: AssignmentCause;
  readonly note: string;
}

/** Account id → e-mail domain, as far as the scan matched it; an account that is missing has none that is known. */
export type EmailDomains = ReadonlyMap<string, string>;

/**
 * Who gets which lines when a review opens, each line once; empty where Settings hold no rule and no fallback
 * reviewer. Nobody gets their own account. A bundle goes to the reviewer of its first line.
 */
export function planAssignment(
  lines: readonly LineFacts[],
  assignment: Assignment,
  domains: EmailDomains,
): AssignedLines[] {
  if (assignment.rules.length === 0 && assignment.fallbackReviewer === null) return [];
  const first = new Map<number, LineFacts>();
  for (const facts of lines) if (!first.has(facts.bundle)) first.set(facts.bundle, facts);
  const groups = new Map<string, Omit<AssignedLines, 'lines'> & { readonly lines: number[] }>();
  for (const facts of lines) {
    const to = reviewerFor(first.get(facts.bundle) ?? facts, assignment, domains);
    const group = groups.get(to.note) ?? { ...to, lines: [] };
    group.lines.push(facts.line);
    groups.set(to.note, group);
  }
  return [...groups.values()];
}

function reviewerFor(
  { seat }: LineFacts,
  { rules, fallbackReviewer }: Assignment,
  domains: EmailDomains,
): Omit<AssignedLines, 'lines'> {
  const index = rules.findIndex(
    ({ match, reviewer }) => reviewer !== seat.accountId && matches(match, seat, domains),
  );
  const rule = rules[index];
  if (rule !== undefined) {
    return { reviewer: rule.reviewer, because: 'rule', note: `Rule ${String(index + 1)}` };
  }
  return fallbackReviewer === null || fallbackReviewer === seat.accountId
    ? { reviewer: null, because: 'fallback', note: 'No rule matches, and no fallback reviewer may take it' }
    : { reviewer: fallbackReviewer, because: 'fallback', note: 'No rule matches' };
}

/** A domain that nobody told is no match: the next rule is asked. */
function matches(match: AssignmentRule['match'], seat: LineFacts['seat'], domains: EmailDomains): boolean {
  if ('product' in match) return match.product === seat.product;
  if ('groupId' in match) return seat.paths.some(({ groupId }) => groupId === match.groupId);
  return domains.get(seat.accountId) === match.emailDomain;
}

/** E-mail domains that the rules name: a scan matches them while it reads addresses, which it does not keep. */
export function domainsAsked({ rules }: Assignment): string[] {
  return [...new Set(rules.flatMap(({ match }) => ('emailDomain' in match ? [match.emailDomain] : [])))];
}

/** How far one reviewer is; counts are lines. */
export interface ReviewerProgress {
  /** Null for lines that nobody is assigned to. */
  readonly reviewer: string | null;
  readonly assigned: number;
  /** Decided by anybody, or closed by a rule. */
  readonly decided: number;
  readonly open: number;
}

/** Progress by reviewer, by account id with nobody's lines last; empty where no line was ever assigned. */
export function progressByReviewer({ lines }: Pick<Cycle, 'lines'>): ReviewerProgress[] {
  if (lines.every(({ assignments }) => assignments.length === 0)) return [];
  const progress = new Map<string | null, ReviewerProgress>();
  for (const { assignee, state } of lines) {
    const before = progress.get(assignee) ?? { reviewer: assignee, assigned: 0, decided: 0, open: 0 };
    const { assigned, decided, open } = before;
    const isOpen = state === 'undecided';
    progress.set(assignee, {
      reviewer: assignee,
      assigned: assigned + 1,
      decided: decided + (isOpen ? 0 : 1),
      open: open + (isOpen ? 1 : 0),
    });
  }
  return [...progress.values()].sort(
    ({ reviewer: a }, { reviewer: b }) =>
      Number(a === null) - Number(b === null) || byCodeUnit(a ?? '', b ?? ''),
  );
}
