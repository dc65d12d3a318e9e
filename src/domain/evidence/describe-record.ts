import type { Names } from '../classification/explain';
import type { CycleRecord } from '../review/fold-cycle';

/** What a record says of one line, as a sentence; null when it is about others. */
export function describeRecord({ event }: CycleRecord, line: number, names: Names): string | null {
  const about = (lines: readonly number[]): boolean => lines.includes(line);
  switch (event.kind) {
    case 'lines-added':
      return event.lines.some((facts) => facts.line === line) ? 'Frozen into the review.' : null;
    case 'handoffs-carried':
      return event.handoffs.some((handoff) => handoff.line === line)
        ? 'Open handoffs were carried over.'
        : null;
    case 'lines-decided':
      return about(event.lines)
        ? `Decided: ${event.decision} (${event.reason})${withNote(event.note)}`
        : null;
    case 'decision-undone':
      return about(event.lines) ? `Decision undone: ${event.reason}` : null;
    case 'deciding-ended':
      return about(event.lines) ? `Nobody had decided; closed by the rule “${event.rule}”.` : null;
    case 'lines-approved':
      return about(event.lines)
        ? `Approved${event.override === null ? '' : `, overriding “${event.override.rule}”: ${event.override.reason}`}.`
        : null;
    case 'lines-returned':
      return about(event.lines) ? `Returned by the approver: ${event.reason}` : null;
    case 'handoffs-answered': {
      const ids = event.handoffIds.filter((id) => id.startsWith(`${String(line)}-`));
      return ids.length > 0 ? `${event.answeredBy} answered “${event.answer}”${withNote(event.note)}` : null;
    }
    case 'handoff-closed':
      return event.handoffId.startsWith(`${String(line)}-`) ? `Handoff closed: ${event.note}` : null;
    case 'run-started':
      return event.items.some(({ lines }) => about(lines)) ? `Run ${event.runId} started.` : null;
    case 'removal-cancelled':
      return about(event.lines) ? `Not removed: ${event.cause}.` : null;
    case 'removal-attempted':
      return about(event.lines)
        ? `Removal from ${names.group(event.groupId)} sent (attempt ${String(event.attempt)}).`
        : null;
    case 'removal-observed':
      return about(event.lines)
        ? `Removal from ${names.group(event.groupId)}: ${event.outcome}. ${event.note}`
        : null;
    case 'lines-verified': {
      const result = event.results.find((each) => each.line === line);
      return result === undefined
        ? null
        : `Checked (${event.check === 'first' ? 'within minutes' : 'after a day'}): ${result.outcome}. ${result.note}`;
    }
    case 'cycle-signed-off':
      return about(event.carried) ? 'Signed off; this line goes on in the next review.' : 'Signed off.';
    case 'cycle-cancelled':
      return `The review was cancelled: ${event.reason}`;
    case 'cycle-drafted':
    case 'cycle-opened':
    case 'population-acknowledged':
    case 'run-ended':
      return null;
  }
}

function withNote(note: string): string {
  return note === '' ? '.' : `: ${note}`;
}
