import type { GoneRow, LineRow } from '../../../src/contract/review-replies';
import type { PayloadOf } from '../../../src/contract/resolvers';
import { CHANGE_LABELS } from './change-labels';
import { capitalised, listed } from './counts';
import { formatDay } from './dates';
import { DECISION_LABELS, OUTCOME_LABELS, OWNER_LABELS, REASON_LABELS, VERDICT_LABELS } from './labels';
import type { Filters } from './route';
import { offsetOf, oneOf } from './route';
import { optional, PAGE_SIZE } from './seats';
import {
  DECISION_KINDS,
  LINE_CHANGES,
  LINE_OUTCOMES,
  LINE_STATES,
  OWNER_CLASSES,
  VERDICTS,
} from '../../../src/contract/words';

/** What the review's table asks for. */
export function lineQuery(cycleId: string, filters: Filters): PayloadOf<'list-lines'> {
  return {
    cycleId,
    ...optional('state', oneOf(filters['state'], LINE_STATES)),
    ...optional('verdict', oneOf(filters['verdict'], VERDICTS)),
    ...optional('decision', oneOf(filters['decision'], DECISION_KINDS)),
    ...optional('change', oneOf(filters['change'], LINE_CHANGES)),
    ...optional('outcome', oneOf(filters['outcome'], LINE_OUTCOMES)),
    ...optional('owner', oneOf(filters['owner'], OWNER_CLASSES)),
    ...(filters['product'] === undefined ? {} : { product: filters['product'] }),
    ...(filters['person'] === undefined ? {} : { accountId: filters['person'] }),
    ...(filters['assignee'] === undefined ? {} : { assignee: filters['assignee'] }),
    offset: offsetOf(filters),
    limit: PAGE_SIZE,
  };
}

/** Whether the line may be decided now, for the first time or anew. */
export function isDecidable({ allowed, changeable }: LineRow): boolean {
  return allowed.length > 0 && changeable;
}

/** Whether the line may go to another reviewer: what is approved may not. */
export function isAssignable({ state }: LineRow): boolean {
  return state === 'undecided' || state === 'decided';
}

/** Whether the line carries a decision that may still be taken back: closed or not, but not approved. */
export function isUndoable({ decision, changeable }: LineRow): boolean {
  return decision !== null && changeable;
}

/** Lines with the same key may be decided together: same verdict and same recommended decision. */
export function alikeKey({ verdict, recommended }: Pick<LineRow, 'verdict' | 'recommended'>): string {
  return `${verdict}/${recommended}`;
}

/** "Local cleanup, recommended: remove". */
export function alikeInWords({ verdict, recommended }: Pick<LineRow, 'verdict' | 'recommended'>): string {
  return `${VERDICT_LABELS[verdict]}, recommended: ${DECISION_LABELS[recommended].toLowerCase()}`;
}

/** What stands on the line: the decision and its reason, or that there is none. */
export function decisionInWords({ decision }: Pick<LineRow, 'decision'>): string {
  if (decision === null) return 'No decision yet';
  const until = decision.until === null ? '' : ` until ${formatDay(decision.until)}`;
  return `${DECISION_LABELS[decision.decision]}${until}: ${reasonInWords(decision.reason)}`;
}

/** Reasons that the app itself records, which nobody can choose. */
const OWN_REASON_LABELS = {
  'nobody-answered': 'Nobody answered',
  'carried-over': 'Carried over',
  'owner-keeps': 'Its owner keeps it',
};

/** The label of a reason code; a code that this version does not know is shown as it is. */
export function reasonInWords(reason: string): string {
  const labels = { ...REASON_LABELS, ...OWN_REASON_LABELS };
  return Object.entries(labels).find(([code]) => code === reason)?.[1] ?? reason;
}

/** "Shares a group with line 12 and 14"; empty for a line that stands alone. */
export function bundleInWords({ line, bundle }: Pick<LineRow, 'line' | 'bundle'>): string {
  const others = bundle.filter((other) => other !== line);
  if (others.length === 0) return '';
  return `Same groups as line ${listed(others.map(String))}: decided together`;
}

/** "Leaves jira-users-acme and legacy-contractors"; what a removal of this line takes away. */
export function removesInWords(line: Pick<LineRow, 'removes'>): string {
  return line.removes.length === 0 ? 'No group is left' : `Leaves ${groupsLeft(line)}`;
}

/** "jira-users-acme and legacy-contractors"; empty when no group is left. */
export function groupsLeft({ removes }: Pick<LineRow, 'removes'>): string {
  return listed(removes.map(({ name }) => name));
}

export function ownersOfLine({ owners }: Pick<LineRow, 'owners'>): string {
  return capitalised(listed(owners.map((owner) => OWNER_LABELS[owner])));
}

/** "As in the last review (kept)", "New"; empty in a review that has none before it. */
export function changeInWords({ change, before }: Pick<LineRow, 'change' | 'before'>): string {
  if (change === null) return '';
  const outcome = before?.outcome ?? null;
  return outcome === null
    ? CHANGE_LABELS[change]
    : `${CHANGE_LABELS[change]} (${OUTCOME_LABELS[outcome].toLowerCase()})`;
}

/** "Remove, removed"; what a past review decided of a seat and what came of it. */
export function beforeInWords({ decision, outcome }: Pick<GoneRow, 'decision' | 'outcome'>): string {
  const parts = [
    ...(decision === null ? [] : [DECISION_LABELS[decision]]),
    ...(outcome === null ? [] : [OUTCOME_LABELS[outcome].toLowerCase()]),
  ];
  return parts.length === 0 ? 'Not told' : capitalised(parts.join(', '));
}

/**
 * What a person has seen of these lines together: rows may have been read one after another, and the oldest reading
 * is the one that a change must not be older than.
 */
export function seenOf(lines: readonly LineRow[]): number {
  return Math.min(...lines.map(({ sequence }) => sequence));
}

/** Decisions taken back, or returned: which, why, and what the person saw of them. */
export function givingBack(
  cycleId: string,
  lines: readonly LineRow[],
  reason: string,
): PayloadOf<'return-lines'> {
  return { cycleId, lines: lines.map(({ line }) => line), reason, seen: seenOf(lines) };
}
