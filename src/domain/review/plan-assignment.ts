import type { AssignedLines, Assignment, AssignmentRule } from './assignment';
import type { LineFacts } from './line';

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
