import type { CycleSummary, CycleView } from '../../../src/contract/review-replies';
import type { Session } from '../../../src/contract/seat-replies';
import type { EvidencePart, EvidenceView } from '../../../src/contract/evidence-replies';
import type { Reply } from '../../../src/contract/resolvers';
import type { EvidenceFile } from './contract-types';
import { counted } from './counts';
import { formatDay } from './dates';
import { CYCLE_STATE_LABELS } from './labels';
import { oneOf } from './route';
import { EVIDENCE_FILES } from '../../../src/contract/words';

/** More parts than any evidence file has; stops a back end that never ends. */
const MOST_PARTS = 2000;

export function isEvidenceFile(file: string): file is EvidenceFile {
  return oneOf(file, EVIDENCE_FILES) !== undefined;
}

export interface CycleRow {
  readonly cycleId: string;
  readonly title: string;
  readonly state: CycleSummary['state'];
  /** "Opened 2 Nov 2026, signed off 20 Nov 2026". */
  readonly when: string;
  readonly lines: string;
}

export function cycleRows(cycles: readonly CycleSummary[]): CycleRow[] {
  return cycles.map(({ cycleId, title, state, openedAt, signedOffAt, lines }) => ({
    cycleId,
    title,
    state,
    when: `Opened ${formatDay(openedAt)}${signedOffAt === null ? '' : `, signed off ${formatDay(signedOffAt)}`}`,
    lines: counted(lines, 'line'),
  }));
}

/** "The chain of 214 records is intact." */
export function chainInWords({ chainIntact, records }: EvidenceView): string {
  return chainIntact
    ? `The chain of ${counted(records, 'record')} is intact.`
    : `The chain of ${counted(records, 'record')} is broken: a record was changed, added or removed. Do not rely on it.`;
}

/** What keeps this person from signing off; empty when they may. */
export function signOffObstacles(cycle: CycleView, { roles }: Session): string[] {
  if (cycle.state === 'signed-off') return ['This review is signed off. Nothing in it changes any more.'];
  if (cycle.state === 'cancelled') return ['This review was cancelled.'];
  return [...(roles.signOff ? [] : ['Only the person named in Settings signs off.']), ...cycle.blockers];
}

/** "Signed off: read only", or where the review stands. */
export function cycleNotice({ state }: CycleView): string {
  if (state === 'cancelled')
    return 'This review was cancelled before its sign-off. Its records stay; the scan that it rested on is kept no longer than others.';
  return state === 'signed-off'
    ? 'This review is signed off and read-only. What came later is kept beside it, as after sign-off.'
    : `This review is not signed off yet (${CYCLE_STATE_LABELS[state].toLowerCase()}): its files show how it stands now.`;
}

/** Puts a file together from its parts, in order; the first part that fails is the answer. */
export async function assembleFile(
  readPart: (part: number) => Promise<Reply<EvidencePart>>,
): Promise<Reply<{ readonly text: string; readonly mediaType: string }>> {
  const texts: string[] = [];
  for (let part = 0; part < MOST_PARTS; part += 1) {
    const reply = await readPart(part);
    if (!reply.ok) return reply;
    texts.push(reply.data.text);
    if (part + 1 >= reply.data.parts) {
      return { ok: true, data: { text: texts.join(''), mediaType: reply.data.mediaType } };
    }
  }
  return { ok: false, error: { code: 'unexpected', message: 'The file has more parts than expected.' } };
}
