import type { LineRow } from '../../../src/contract/review-replies';
import type { Session } from '../../../src/contract/seat-replies';
import type { PayloadOf } from '../../../src/contract/resolvers';
import { counted } from './counts';
import { DECISION_LABELS, VERDICT_LABELS } from './labels';
import { bundleInWords, removesInWords, seenOf } from './lines';
import { formatDay } from './dates';

export type OverridableRule = NonNullable<PayloadOf<'approve-lines'>['override']>['rule'];

export interface ApprovalLine {
  readonly line: LineRow;
  /** What approving lets happen. */
  readonly preview: string;
  /** Lines of the same person that share a group with this one; empty for a line that stands alone. */
  readonly bundle: string;
  /** Why this person may not approve the line; empty when they may. */
  readonly obstacle: string;
  /** The rule that is in the way, where it may be overridden by the one person who is left; null for none. */
  readonly overridable: OverridableRule | null;
}

export interface ApprovalGroup {
  readonly key: string;
  /** "Remove · Local cleanup · Jira". */
  readonly title: string;
  readonly count: string;
  readonly lines: readonly ApprovalLine[];
  /** Numbers of the lines that this person may approve. */
  readonly approvable: readonly number[];
}

/** What waits for approval, grouped alike: same decision, verdict and product. */
export function approvalGroups(
  lines: readonly LineRow[],
  session: Session,
  separation: string,
): ApprovalGroup[] {
  const groups = new Map<string, LineRow[]>();
  for (const line of lines) {
    const key = `${line.decision?.decision ?? ''}/${line.verdict}/${line.product}`;
    groups.set(key, [...(groups.get(key) ?? []), line]);
  }
  return [...groups].map(([key, rows]) =>
    toGroup(
      key,
      rows.map((line) => toApprovalLine(line, session, separation)),
    ),
  );
}

function toGroup(key: string, lines: readonly ApprovalLine[]): ApprovalGroup {
  const first = lines[0]?.line;
  const decision = first?.decision?.decision;
  return {
    key,
    title: [
      decision === undefined ? 'No decision' : DECISION_LABELS[decision],
      first === undefined ? '' : VERDICT_LABELS[first.verdict],
      first?.productName ?? '',
    ].join(' · '),
    count: counted(lines.length, 'line'),
    lines,
    approvable: lines.filter(({ obstacle }) => obstacle === '').map(({ line }) => line.line),
  };
}

function toApprovalLine(line: LineRow, session: Session, separation: string): ApprovalLine {
  const obstacles = obstaclesTo(line, session);
  const [first] = obstacles;
  const mayOverride = separation === 'two-person' && session.roles.approver && obstacles.length === 1;
  return {
    line,
    preview: previewOf(line),
    bundle: bundleInWords(line),
    obstacle: first?.text ?? '',
    overridable: mayOverride ? (first?.rule ?? null) : null,
  };
}

interface Obstacle {
  readonly text: string;
  /** Null for one that nobody may override. */
  readonly rule: OverridableRule | null;
}

/** What keeps this person from approving the line, as far as the page can tell. */
function obstaclesTo(line: LineRow, session: Session): Obstacle[] {
  const { accountId } = session;
  const obstacles: [boolean, OverridableRule | null, string][] = [
    [line.accountId === accountId, 'approver-is-account', 'This is your own seat'],
    [line.deciders.includes(accountId), 'decider-is-approver', 'You decided this line'],
    [line.decision?.owner === accountId, null, 'You own this exception'],
    [
      standsForDecider(line, session),
      null,
      'You approve in place of whoever decided this line or holds its seat',
    ],
  ];
  return obstacles
    .filter(([stands]) => stands)
    .map(([, rule, what]) => ({ rule, text: `${what}: somebody else approves it.` }));
}

/** Whether everybody in whose place this person approves is barred from the line, as far as the page can tell. */
function standsForDecider({ deciders, accountId }: LineRow, { roles }: Session): boolean {
  if (roles.approver || roles.delegators.length === 0) return false;
  return roles.delegators.every((person) => person === accountId || deciders.includes(person));
}

/** What approving lets happen, in one sentence. */
export function previewOf(line: LineRow): string {
  const { decision } = line;
  const day = decision?.until ?? null;
  const until = day === null ? '' : ` until ${formatDay(day)}`;
  switch (decision?.decision) {
    case 'remove':
      return `${removesInWords(line)}.`;
    case 'exception':
      return `The seat is protected${until}.`;
    case 'keep':
      return `The seat stays${until}.`;
    case 'route-out':
      return 'The question goes to its owner; nothing is removed.';
    case 'not-mine':
    case 'wait':
    case undefined:
      return 'Nothing is removed.';
  }
}

/** Of the chosen numbers, those whose lines still wait. */
export function presentOf(chosen: ReadonlySet<number>, lines: readonly LineRow[]): ReadonlySet<number> {
  return new Set(lines.map(({ line }) => line).filter((line) => chosen.has(line)));
}

/** Chosen numbers of which this person may approve all. */
export function approvableOf(groups: readonly ApprovalGroup[], chosen: ReadonlySet<number>): number[] {
  return groups.flatMap(({ approvable }) => approvable).filter((line) => chosen.has(line));
}

/** "18 lines: 17 removals for 12 people". */
export function approvalSummary(lines: readonly LineRow[]): string {
  const people = new Set(lines.map(({ accountId }) => accountId)).size;
  const removals = lines.reduce(
    (sum, line) => sum + (line.decision?.decision === 'remove' ? line.removes.length : 0),
    0,
  );
  const writes = removals === 0 ? 'no removals' : counted(removals, 'removal');
  return `${counted(lines.length, 'line')} of ${counted(people, 'person')}, ${writes}`;
}

/** The chosen lines and the waiting lines of their bundles: approved one by one they would be left out of the plan. */
export function withBundles(chosen: readonly number[], lines: readonly LineRow[]): number[] {
  const bundled = lines.filter(({ line }) => chosen.includes(line)).flatMap(({ bundle }) => bundle);
  const waiting = lines.map(({ line }) => line);
  return [...new Set([...chosen, ...bundled.filter((line) => waiting.includes(line))])];
}

/** Says that lines of a bundle still wait outside an approval; empty when none does. */
export function missingMates(approved: readonly LineRow[], waiting: readonly LineRow[]): string {
  const numbers = new Set(approved.map(({ line }) => line));
  const left = new Set(waiting.map(({ line }) => line).filter((line) => !numbers.has(line)));
  const split = approved.filter(
    ({ decision, bundle }) => decision?.decision === 'remove' && bundle.some((line) => left.has(line)),
  );
  if (split.length === 0) return '';
  return `${counted(split.length, 'line')} of these share a group with a line that still waits. The plan leaves them out until all lines of that person are approved for removal.`;
}

/** Most lines that one call takes. */
const MOST_LINES = 1000;

export function approvePayload(
  cycleId: string,
  rows: readonly LineRow[],
  override?: PayloadOf<'approve-lines'>['override'],
): PayloadOf<'approve-lines'> {
  const lines = rows.slice(0, MOST_LINES);
  return {
    cycleId,
    lines: lines.map(({ line }) => line),
    seen: seenOf(lines),
    ...(override === undefined ? {} : { override }),
  };
}
