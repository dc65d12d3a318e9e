import { bundlesOf, type Cycle } from './cycle';
import { findLines } from './find-lines';
import { describeState, mayChange, type Line } from './line';
import { lineNames, record, refuse, type Ruling } from './ruling';

type Refusal = Extract<Ruling, { ok: false }>;

export interface AssignCommand {
  readonly lines: readonly number[];
  /** Account id; null for nobody. */
  readonly to: string | null;
  readonly reason: string;
}

/** A reviewer gives lines to another one, or takes them over, in whole bundles; decisions on them stand. */
export function assignLines(cycle: Cycle, { lines: numbers, to, reason }: AssignCommand, by: string): Ruling {
  const found = findLines(cycle, numbers);
  if (!found.ok) return found;
  const own = found.lines.filter(({ facts }) => facts.seat.accountId === by);
  if (own.length > 0)
    return refuse(
      'decision.not-allowed',
      `Somebody else must assign ${numbersOf(own)}: it is your own account.`,
    );
  if (bundlesOf(cycle, found.lines).every(({ assignee }) => assignee === to))
    return refuse(
      'decision.not-allowed',
      to === null ? 'These lines are nobody’s already.' : 'Whom you named has these lines already.',
    );
  return (
    refuseReviewer(cycle, found.lines, to) ??
    handedOver(cycle, found.lines, { to, note: reason, undecided: [] })
  );
}

/**
 * The decision “not mine”: the lines go to another reviewer, in whole bundles, and are undecided afterwards. Without
 * `handTo` the fallback reviewer gets them, where that is somebody else; then nobody. Whose lines may be decided at
 * all was looked at before.
 */
export function handOver(
  cycle: Cycle,
  lines: readonly Line[],
  { handTo, note }: { readonly handTo?: string | undefined; readonly note: string },
  by: string,
): Ruling {
  const to = handTo ?? fallbackFor(cycle, lines, by);
  if (to === by)
    return refuse('decision.not-allowed', 'Lines cannot be handed over to yourself: choose somebody else.');
  const refusal = refuseReviewer(cycle, lines, to);
  if (refusal !== null) return refusal;
  const undecided = lines.filter(({ decision, state }) => decision !== null || state !== 'undecided');
  return handedOver(cycle, lines, { to, note, undecided });
}

/** The fallback reviewer, unless that is who hands over, or holds every one of these seats. */
function fallbackFor({ rules }: Cycle, lines: readonly Line[], by: string): string | null {
  const { fallbackReviewer } = rules.assignment;
  const isTheirs = lines.every(({ facts }) => facts.seat.accountId === fallbackReviewer);
  return fallbackReviewer === by || isTheirs ? null : fallbackReviewer;
}

function refuseReviewer(cycle: Cycle, lines: readonly Line[], to: string | null): Refusal | null {
  const theirs = lines.filter(({ facts }) => facts.seat.accountId === to);
  if (theirs.length > 0)
    return refuse(
      'decision.not-allowed',
      `${capital(numbersOf(theirs))} cannot go to the account concerned: choose somebody else.`,
    );
  const fixed =
    lines.find((line) => !mayChange(line)) ??
    bundlesOf(cycle, lines).find((line) => line.state !== 'closed' && !mayChange(line));
  if (fixed === undefined) return null;
  return refuse(
    'decision.not-allowed',
    `Line ${String(fixed.facts.line)} is ${describeState(fixed)}; it cannot be handed over now.`,
  );
}

function handedOver(
  cycle: Cycle,
  lines: readonly Line[],
  {
    to,
    note,
    undecided,
  }: { readonly to: string | null; readonly note: string; readonly undecided: readonly Line[] },
): Ruling {
  return record({
    kind: 'lines-assigned',
    lines: bundlesOf(cycle, lines).map(({ facts }) => facts.line),
    reviewer: to,
    because: 'handed-over',
    note,
    ...(undecided.length === 0 ? {} : { undecided: undecided.map(({ facts }) => facts.line) }),
  });
}

function numbersOf(lines: readonly Line[]): string {
  return lineNames(lines.map(({ facts }) => facts.line));
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
