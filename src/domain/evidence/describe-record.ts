import { listed, type Names } from '../classification/explain';
import { formatDay } from '../dates';
import type { AssignmentCause } from '../review/assignment';
import { DECISION_WORDS } from '../review/decision';
import type { CycleEvent } from '../review/events';
import type { CycleRecord } from '../review/fold-cycle';
import { ANSWER_WORDS } from '../routing/handoff';
import { noticeInWords } from './notice-in-words';
import { inWords, removalInWords, withNote } from './removal-in-words';
import type { Actor } from './record';

/** One record as people read it. */
export interface TraceEntry {
  readonly sequence: number;
  readonly hash: string;
  readonly at: string;
  /** Account id, or `app`. */
  readonly by: string;
  readonly role: Actor['role'];
  readonly kind: CycleEvent['kind'];
  readonly text: string;
}

/** Everything that a review's records say of one line, oldest first. */
export function traceOf(records: readonly CycleRecord[], line: number, names: Names): TraceEntry[] {
  return records.flatMap((record) => {
    const text = describeRecord(record, line, names);
    if (text === null) return [];
    const { sequence, hash, at, actor, event } = record;
    return [{ sequence, hash, at, by: actor.accountId ?? 'app', role: actor.role, kind: event.kind, text }];
  });
}

/** What a record says of one line, as a sentence; null when it is about others. */
function describeRecord({ event }: CycleRecord, line: number, names: Names): string | null {
  const about = (lines: readonly number[]): boolean => lines.includes(line);
  switch (event.kind) {
    case 'lines-added':
      return event.lines.some((facts) => facts.line === line) ? 'Frozen into the review.' : null;
    case 'handoffs-carried':
      return event.handoffs.some((handoff) => handoff.line === line)
        ? 'Open handoffs were carried over.'
        : null;
    case 'keeps-carried':
      return keptInWords(event, line);
    case 'lines-assigned':
      return about(event.lines) ? assignmentInWords(event, line) : null;
    case 'lines-decided':
      return about(event.lines) ? decisionInWords(event, line) : null;
    case 'decision-undone':
      return about(event.lines) ? `Decision undone: ${event.reason}` : null;
    case 'deciding-ended':
      return about(event.lines) ? `Nobody had decided; closed by the rule “${inWords(event.rule)}”.` : null;
    case 'lines-approved':
      return about(event.lines)
        ? `Approved${event.insteadOf === undefined ? '' : ` in place of ${event.insteadOf}`}${event.override === null ? '' : `, overriding “${inWords(event.override.rule)}”: ${event.override.reason}`}.`
        : null;
    case 'lines-returned':
      return about(event.lines) ? `Returned by the approver: ${event.reason}` : null;
    case 'handoffs-answered':
      return event.handoffIds.some((id) => id.startsWith(`${String(line)}-`))
        ? `${event.answeredBy} answered “${ANSWER_WORDS[event.answer]}”${until(event.until)}${withNote(event.note)}`
        : null;
    case 'handoff-closed':
      return event.handoffId.startsWith(`${String(line)}-`) ? `Handoff closed: ${event.note}` : null;
    case 'cycle-signed-off':
      return about(event.carried) ? carriedInWords(event, line) : 'Signed off.';
    case 'cycle-cancelled':
      return `The review was cancelled: ${event.reason}`;
    case 'notice-attempted':
    case 'notice-observed':
    case 'seat-claimed':
      return noticeInWords(event, line);
    case 'cycle-drafted':
    case 'cycle-opened':
    case 'seats-gone':
    case 'population-acknowledged':
    case 'notice-begun':
    case 'notice-issue-observed':
      return null;
    default:
      return removalInWords(event, line, names);
  }
}

/** "Decided: route out, asking the owner of team and identity, reason: follows recommendation. A note." */
function decisionInWords(event: Extract<CycleEvent, { kind: 'lines-decided' }>, line: number): string {
  const { decision, handoffs, reason, note, control, owner } = event;
  const controls = [
    ...(control === null ? [] : [`Compensating control: ${control}`]),
    ...(owner === undefined ? [] : [`Owned by ${owner}`]),
  ];
  const owners = handoffs.filter((handoff) => handoff.line === line).map(({ owner }) => owner);
  const asked = owners.length > 0 ? `, asking the owner of ${listed(owners)}` : '';
  return `Decided: ${DECISION_WORDS[decision]}${asked}${until(event.until)}, reason: ${inWords(reason)}${withNote([note, ...controls].filter((each) => each !== '').join('. '))}`;
}

const ASSIGNED: Readonly<Record<AssignmentCause, string>> = {
  rule: 'Assigned to',
  fallback: 'Assigned to',
  'handed-over': 'Handed over to',
  escalated: 'Past the due day, handed to',
};

/** "Handed over to ACCOUNT. A note." */
function assignmentInWords(event: Extract<CycleEvent, { kind: 'lines-assigned' }>, line: number): string {
  const { because, reviewer, note, undecided = [] } = event;
  const fallen = undecided.includes(line) ? ', undecided again' : '';
  return `${ASSIGNED[because]} ${reviewer ?? 'nobody'}${fallen}${withNote(note)}`;
}

function carriedInWords(
  { carriedTo = [] }: Extract<CycleEvent, { kind: 'cycle-signed-off' }>,
  line: number,
): string {
  const to = carriedTo.find(({ lines }) => lines.includes(line));
  const whose = to === undefined ? '' : `; ${to.owner} owns it, due on ${formatDay(to.dueAt)}`;
  return `Signed off; this line goes on in the next review${whose}.`;
}

function keptInWords({ keeps }: Extract<CycleEvent, { kind: 'keeps-carried' }>, line: number): string | null {
  const keep = keeps.find((each) => each.line === line);
  return keep === undefined ? null : `Kept${until(keep.decision.until)} by a decision of an earlier review.`;
}

function until(day: string | null): string {
  return day === null ? '' : ` until ${formatDay(day)}`;
}
