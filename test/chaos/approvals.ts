import type { CycleRecord } from '../../src/domain/review/fold-cycle';
import type { LineFacts } from '../../src/domain/review/line';

/** A line whose removal somebody decided and somebody else approved, as the records before a moment have it. */
export interface Approval {
  readonly facts: LineFacts;
  readonly decidedBy: string;
  readonly approvedBy: string;
}

interface Ruling {
  readonly decidedBy: string | null;
  readonly approvedBy: string | null;
}

const NOTHING: Ruling = { decidedBy: null, approvedBy: null };

/** Approvals of removals that stand after these records, by line. Told from the records alone. */
export function approvalsAfter(records: readonly CycleRecord[]): ReadonlyMap<number, Approval> {
  const facts = records.flatMap(({ event }) => (event.kind === 'lines-added' ? event.lines : []));
  const rulings = new Map<number, Ruling>();
  for (const record of records)
    for (const [line, ruling] of rulingsOf(record, rulings)) rulings.set(line, ruling);
  return new Map(
    facts.flatMap((each) => {
      const { decidedBy, approvedBy } = rulings.get(each.line) ?? NOTHING;
      const stands = decidedBy !== null && approvedBy !== null && isConsented(each, records);
      return stands ? [[each.line, { facts: each, decidedBy, approvedBy }] as const] : [];
    }),
  );
}

/** What a record makes of lines. */
function rulingsOf(
  { event, actor }: CycleRecord,
  before: ReadonlyMap<number, Ruling>,
): readonly (readonly [number, Ruling])[] {
  const by = actor.accountId ?? 'app';
  const all = (lines: readonly number[], ruling: Ruling) => lines.map((line) => [line, ruling] as const);
  switch (event.kind) {
    case 'lines-decided':
      return all(event.lines, event.decision === 'remove' ? { decidedBy: by, approvedBy: null } : NOTHING);
    case 'lines-approved':
      return event.lines.map((line) => [line, { ...(before.get(line) ?? NOTHING), approvedBy: by }] as const);
    case 'decision-undone':
    case 'lines-returned':
    case 'removal-cancelled':
      return all(event.lines, NOTHING);
    case 'lines-assigned':
    case 'handoffs-carried':
      return all(event.undecided ?? [], NOTHING);
    default:
      return [];
  }
}

/** An owner's line needs the word of every owner but the identity provider's: remove (product.md §7, Consent). */
function isConsented({ line, seat }: LineFacts, records: readonly CycleRecord[]): boolean {
  if (seat.verdict !== 'route-out') return true;
  const asked = seat.owners.filter((owner) => owner !== 'identity');
  return asked.every((owner) => {
    const id = `${String(line)}-${owner}`;
    const answers = records.flatMap(({ event }) =>
      event.kind === 'handoffs-answered' && event.handoffIds.includes(id) ? [event.answer] : [],
    );
    return answers.at(-1) === 'remove';
  });
}

/** Groups that the line was approved to leave. */
export function approvedGroups({ seat }: LineFacts): readonly string[] {
  return seat.verdict === 'route-out' ? seat.consentedRemovalSet : seat.removalSet;
}

/** Products that the line was approved to end. */
export function approvedEnds({ seat }: LineFacts): readonly string[] {
  const besides = seat.verdict === 'route-out' ? (seat.consented?.elseEnds ?? []) : seat.elseEnds;
  return [seat.product, ...besides.map(({ product }) => product)];
}
