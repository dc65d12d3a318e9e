import type { CycleEvent } from '../review/events';
import { statusInWords, withNote } from './removal-in-words';

type EventOf<Kind extends CycleEvent['kind']> = Extract<CycleEvent, { kind: Kind }>;

/** What the person concerned was told of a line, or says of it; null when it is about others. */
export function noticeInWords(
  event: EventOf<'notice-attempted' | 'notice-observed' | 'seat-claimed'>,
  line: number,
): string | null {
  switch (event.kind) {
    case 'notice-attempted':
      return event.lines.includes(line) ? 'A message to the person concerned was begun.' : null;
    case 'notice-observed':
      return event.lines.includes(line) ? toldInWords(event) : null;
    case 'seat-claimed':
      return claimInWords(event, line);
  }
}

const NOTICES: Readonly<Record<EventOf<'notice-observed'>['outcome'], string>> = {
  told: 'The person concerned was told',
  'not-reachable': 'The person concerned could not be reached and was told by nobody',
  unclear: 'Whether the person concerned was told is not known',
  declined: 'Nothing was sent to the person concerned yet',
};

/** "The person concerned was told, HTTP 204." */
function toldInWords({ outcome, status, why }: EventOf<'notice-observed'>): string {
  return `${NOTICES[outcome]}, ${statusInWords(status)}${withNote(why)}`;
}

/** The words of the person concerned; null when they were about another line. */
function claimInWords({ line: claimed, mates, note }: EventOf<'seat-claimed'>, line: number): string | null {
  if (claimed === line) return `The person concerned still needs it, undecided again. ${note}`;
  return mates.includes(line)
    ? `Undecided again with line ${String(claimed)}, which the person concerned still needs.`
    : null;
}
