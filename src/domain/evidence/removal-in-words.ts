import type { CycleEvent } from '../review/events';
import {
  LOG_WORDS,
  type CheckedRemovals,
  type UndoFact,
  type UndoOutcome,
  type VerificationCheck,
} from '../review/after-removal';
import type { Names } from '../classification/explain';
import { formatDay } from '../dates';
import { doorInWords } from '../plan/rebound';
import { linesOfUndo } from '../review/fold-undo';

type RemovalEvent = Extract<
  CycleEvent,
  {
    kind:
      | 'run-started'
      | 'run-paused'
      | 'run-resumed'
      | 'run-ended'
      | 'removal-cancelled'
      | 'removal-attempted'
      | 'removal-observed'
      | 'lines-verified'
      | 'undo';
  }
>;

/** What a record of a run, its checks or its undo says of one line; null when it is about others. */
export function removalInWords(event: RemovalEvent, line: number, names: Names): string | null {
  const about = (lines: readonly number[]): boolean => lines.includes(line);
  switch (event.kind) {
    case 'run-started':
      return event.items.some(({ lines }) => about(lines)) ? startInWords(event) : null;
    case 'removal-cancelled':
      return about(event.lines) ? `Not removed: ${event.cause}.` : null;
    case 'removal-attempted':
      return about(event.lines)
        ? `Removal from *${names.group(event.groupId)}* sent (attempt ${String(event.attempt)}).${useInWords(event)}`
        : null;
    case 'removal-observed':
      return about(event.lines)
        ? `Removal from *${names.group(event.groupId)}*: ${inWords(event.outcome)}, ${statusInWords(event.status)}${withNote(event.note)}`
        : null;
    case 'lines-verified':
      return checkInWords(event, line, names);
    case 'undo':
      return undoInWords(event.what, line, names);
    case 'run-paused':
    case 'run-resumed':
    case 'run-ended':
      return null;
  }
}

function useInWords({ lastUseAsOf }: Extract<RemovalEvent, { kind: 'removal-attempted' }>): string {
  return lastUseAsOf === undefined
    ? ''
    : ` Last use was that of the user export of ${formatDay(lastUseAsOf)}, and was not read again.`;
}

/** When a check was made, as sentences say it. */
export const CHECK_WORDS: Readonly<Record<VerificationCheck, string>> = {
  first: 'within minutes',
  day: 'after a day',
  week: 'after a week',
  'before-period-end': 'three days before the period ends',
  'period-end': 'on the last day of the period',
};

/** "Checked (after a day): access gone. No access is left."; null when the check was of other lines. */
export function checkInWords({ check, results }: CheckedRemovals, line: number, names: Names): string | null {
  const result = results.find((each) => each.line === line);
  if (result === undefined) return null;
  const { outcome, note, door, events = [] } = result;
  const back = door === undefined ? [] : [doorInWords(door, names.group(door.groupId ?? ''))];
  const told = events.map(
    ({ groupId, at, by, log }) =>
      `${LOG_WORDS[log]} tells the removal from *${names.group(groupId)}* on ${formatDay(at)}${by === null ? '' : ` by ${by}`}.`,
  );
  const found = `Checked (${CHECK_WORDS[check]}): ${inWords(outcome)}.`;
  return [found, ...(note === '' ? [] : [note]), ...back, ...told].join(' ');
}

const UNDO_OUTCOMES: Readonly<Record<UndoOutcome, string>> = {
  'access-back': 'access is back',
  'not-back': 'access is not back',
  unverifiable: 'could not be read',
};

/** One step of an undo as a sentence about one line; null when it is about others. */
export function undoInWords(fact: UndoFact, line: number, names: Names): string | null {
  if (!linesOfUndo(fact).includes(line)) return null;
  switch (fact.is) {
    case 'undo-started':
      return `Its removal is to be undone: ${fact.reason}`;
    case 'undo-resumed':
      return `Somebody else goes on with its undo: ${fact.reason}`;
    case 'undo-stopped':
      return `Its undo was stopped: ${fact.reason}`;
    case 'undo-attempted':
      return `Addition to *${names.group(fact.groupId)}* sent (attempt ${String(fact.attempt)}).`;
    case 'undo-observed': {
      const told = `${inWords(fact.outcome)}, ${statusInWords(fact.status)}`;
      return `Addition to *${names.group(fact.groupId)}*: ${told}${withNote(fact.note)}`;
    }
    case 'undo-checked': {
      const result = fact.results.find((each) => each.line === line);
      return result === undefined
        ? null
        : `Undo checked: ${UNDO_OUTCOMES[result.outcome]}. ${result.note}`.trim();
    }
  }
}

/** "A run that is to remove it was started, by plan 0123456789ab, with the organization key that ADA created." */
function startInWords({ fingerprint, key }: Extract<CycleEvent, { kind: 'run-started' }>): string {
  const creator = key === undefined || key.createdBy === null ? '' : ` that ${key.createdBy} created`;
  const withKey = key === undefined ? '' : `, with the organization key${creator}`;
  return `A run that is to remove it was started, by plan ${fingerprint.slice(0, 12)}${withKey}.`;
}

/** "HTTP 204"; what became of a removal may also be read without any answer to it. */
export function statusInWords(status: number | null): string {
  return status === null ? 'no HTTP answer' : `HTTP ${String(status)}`;
}

/** A code such as `access-gone` without its hyphens. */
export function inWords(code: string): string {
  return code.replaceAll('-', ' ');
}

/** Ends the sentence; a note follows as it was written. */
export function withNote(note: string): string {
  return note === '' ? '.' : `. ${note}`;
}
