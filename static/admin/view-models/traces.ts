import type { LineTraceView, SampleView } from '../../../src/contract/evidence-replies';
import type { PayloadOf } from '../../../src/contract/resolvers';
import { MOST_SAMPLED } from '../../../src/contract/words';
import type { SampleFile } from './contract-types';
import { counted } from './counts';
import { formatTime } from './dates';
import { handoffInWords, ownerInWords } from './handoffs';
import { DECISION_LABELS, OUTCOME_LABELS } from './labels';
import { decisionInWords } from './lines';
import type { Filters } from './route';
import { factRows } from './seat-detail';
import { wholeNumber } from './whole-number';

/** The facts as they were frozen, what was recommended then, and what nobody had checked. */
export function frozenInWords({ seat, recommended }: LineTraceView): string[] {
  return [
    ...factRows(seat, seat.asOf).map(({ label, value, source }) => `${label}: ${value} (${source})`),
    ...seat.notChecked.map((text) => `Not checked: ${text}`),
    `Recommended: ${DECISION_LABELS[recommended].toLowerCase()}`,
  ];
}

/** Decision, approval, executor, notice and owners' answers, each as a sentence with account ids in it. */
export function doneInWords(trace: LineTraceView, now: string): string[] {
  const { assignee, decision, executor, handoffs } = trace;
  return [
    ...(assignee === null ? [] : [`Assigned to ${assignee}`]),
    ...decided(trace),
    approvalInWords(trace),
    ...(executor === null ? [] : [`Removal started by ${executor}`]),
    ...(decision?.decision === 'remove' ? ['Notice before removal: none, SeatTrace notifies nobody'] : []),
    ...handoffs.map((handoff) => `Asked: ${ownerInWords(handoff)}. ${handoffInWords(handoff, now)}`),
  ];
}

function decided({ decision }: LineTraceView): string[] {
  if (decision === null) return ['No decision stands on this line'];
  const { by, at, reason, note, control } = decision;
  const who =
    reason === 'nobody-answered' ? `Closed by the rule that ${by} stands behind` : `Decided by ${by}`;
  return [
    `${decisionInWords({ decision })}. ${who} on ${formatTime(at)}`,
    ...(note === '' ? [] : [`Note: ${note}`]),
    ...(control === null ? [] : [`Compensating control: ${control}`]),
  ];
}

function approvalInWords({
  decision,
  approvedBy,
  approvedInsteadOf,
  approvedAt,
  override,
}: LineTraceView): string {
  if (approvedBy !== null) {
    const at = approvedAt === null ? '' : ` on ${formatTime(approvedAt)}`;
    const aside = override === null ? '' : `, although the rule is two people: ${override.reason}`;
    const place = approvedInsteadOf === null ? '' : ` in place of ${approvedInsteadOf}`;
    return `Approved by ${approvedBy}${place}${at}${aside}`;
  }
  return decision !== null && ['remove', 'exception'].includes(decision.decision)
    ? 'Not approved'
    : 'Needs no approval';
}

export interface TraceRow {
  readonly key: string;
  /** "Review, 14", "Organization, 210". */
  readonly record: string;
  readonly hash: string;
  readonly when: string;
  /** Account id and role, or SeatTrace. */
  readonly who: string;
  readonly what: string;
}

/** Records of the review and, behind them, of the organization. */
export function traceRows({ records, after }: Pick<LineTraceView, 'records' | 'after'>): TraceRow[] {
  return [
    ...records.map(({ sequence, hash, at, by, role, text }) => ({
      key: `review-${String(sequence)}`,
      record: `Review, ${String(sequence)}`,
      hash,
      when: formatTime(at),
      who: by === 'app' ? 'SeatTrace' : `${by} as ${role}`,
      what: text,
    })),
    ...after.map(({ sequence, hash, at, by, text }) => ({
      key: `organization-${String(sequence)}`,
      record: `Organization, ${String(sequence)}`,
      hash,
      when: formatTime(at),
      who: by === 'app' ? 'SeatTrace' : by,
      what: `After sign-off: ${text}`,
    })),
  ];
}

export const SAMPLE_FILES: readonly SampleFile[] = ['sample.html', 'sample.csv', 'sample.json'];

export const SAMPLE_FILE_MEANINGS: Readonly<Record<SampleFile, string>> = {
  'sample.html': 'To print: every drawn line with its trace and the whole hashes',
  'sample.csv': 'One row for each record of each drawn line',
  'sample.json': 'Everything about the drawn lines, and how they were drawn',
};

export const SAMPLE_FILE_TYPES: Readonly<Record<SampleFile, string>> = {
  'sample.html': 'text/html',
  'sample.csv': 'text/csv',
  'sample.json': 'application/json',
};

export const SIZE_HELP = `From 1 to ${String(MOST_SAMPLED)} lines.`;

export interface SampleForm {
  readonly seed: string;
  readonly size: string;
  readonly byOutcome: boolean;
}

/** The form as the URL has it. */
export function sampleForm(filters: Filters): SampleForm {
  return {
    seed: filters['seed'] ?? '',
    size: filters['size'] ?? '25',
    byOutcome: filters['draw'] === 'by-outcome',
  };
}

/** The URL's filters of a sample; a seed makes it one that can be drawn again. */
export function sampleFilters({ seed, size, byOutcome }: SampleForm): Filters {
  return { seed: seed.trim(), size, draw: byOutcome ? 'by-outcome' : '' };
}

/** What to ask for; null while the size is no number of lines. */
export function sampleRequest(cycleId: string, form: SampleForm): PayloadOf<'get-sample'> | null {
  const size = wholeNumber(form.size, 1, MOST_SAMPLED);
  if (size === null) return null;
  const seed = form.seed.trim();
  return { cycleId, size, byOutcome: form.byOutcome, ...(seed === '' ? {} : { seed }) };
}

/** "25 of 312 lines, drawn by the seed 3f2a…"; and how many of each outcome. */
export function sampleInWords({ rows, lines, seed, byOutcome, strata }: SampleView): string[] {
  return [
    `${String(rows.length)} of ${counted(lines, 'line')}, drawn by the seed ${seed}${byOutcome ? ', outcomes in turn' : ''}. The same seed draws the same lines again.`,
    `${strata.map((each) => `${outcomeLabel(each.outcome)}: ${String(each.sampled)} of ${String(each.lines)}`).join('. ')}.`,
  ];
}

function outcomeLabel(outcome: string): string {
  return Object.entries(OUTCOME_LABELS).find(([code]) => code === outcome)?.[1] ?? 'Not closed yet';
}
