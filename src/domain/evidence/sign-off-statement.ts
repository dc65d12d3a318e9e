import { counted } from '../../lib/counted';
import { byCodeUnit } from '../../lib/order';
import { formatDay } from '../dates';
import type { Cycle } from '../review/cycle';
import { carriedLines, carriedTo } from '../review/carried';
import { exceptionsOf } from '../review/sign-off';
import type { SnapshotHeader } from '../snapshot';
import { reviewConduct } from './review-conduct';
import { outcomeOf } from './sample';

/** What the review covers and what it does not; printed on every sign-off and pack (product.md §10). */
export const SCOPE =
  'Covers billable seats without recent use; does not certify that access of active users, non-billable roles or permissions inside projects and spaces is appropriate.';

const REHEARSED =
  'Rehearsal: nothing was removed, no exception of it protects a seat, and nothing of it goes on in the next review.';

export interface StatementFacts {
  readonly header: SnapshotHeader;
  readonly protectedSeats: number;
  /** Who signs, when, and what they say. */
  readonly signature: { readonly by: string; readonly at: string; readonly statement: string };
}

/** The text that a sign-off prints: scope, population, what became of the lines, conduct, limits, signature. */
export function signOffStatement(
  cycle: Cycle,
  { header, protectedSeats, signature }: StatementFacts,
): string {
  return [
    `${cycle.title} (${cycle.cycleId})`,
    ...(cycle.rehearsal ? [REHEARSED] : []),
    SCOPE,
    `Population: ${String(header.accountCount)} accounts on ${header.site.url}, read from ${header.takenAt} to ${header.completedAt}, snapshot ${cycle.snapshotHash}.`,
    ...cycle.population.map((proof) => populationLine(cycle, proof)),
    outcomeLine(cycle),
    `Exemptions protect ${counted(protectedSeats, 'seat')}.`,
    exceptionsLine(cycle, signature.at),
    carriedLine(cycle, signature.at),
    ...reviewConduct({ ...cycle, signedOff: { ...signature, printed: '' } }, signature.at),
    ...notChecked(cycle),
    ...header.sources
      .filter(({ state }) => state !== 'read')
      .map(({ source, note }) => `Not read: ${source} (${note}).`),
    ...(header.otherSites.length === 0 ? [] : [`Other sites not reviewed: ${header.otherSites.join(', ')}.`]),
    'Automation rules that act as a person were not checked.',
    `Signed by ${signature.by}: ${signature.statement.replace(/\s+/g, ' ')}`,
  ].join('\n');
}

function populationLine(
  cycle: Cycle,
  { product, enumerated, reported, unexplained }: Cycle['population'][number],
): string {
  const accepted = cycle.acknowledged[product];
  const rest =
    unexplained === 0
      ? 'fully explained'
      : `${String(unexplained)} unexplained${accepted === undefined ? '' : `, acknowledged by ${accepted.by}: ${accepted.reason}`}`;
  return `${product}: ${String(enumerated)} seats enumerated, ${String(reported)} reported by Atlassian, ${rest}.`;
}

function outcomeLine({ lines }: Cycle): string {
  return `${counted(lines.length, 'line')}: ${tally(lines.map(outcomeOf))}.`;
}

/** "2 kept, 1 routed", by name. */
function tally(values: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .sort(([a], [b]) => byCodeUnit(a, b))
    .map(([value, count]) => `${String(count)} ${value}`)
    .join(', ');
}

/** Exceptions become exemptions on their seats with this sign-off (product.md §2). */
function exceptionsLine(cycle: Cycle, now: string): string {
  const days = exceptionsOf(cycle)
    .map(({ expires }) => expires)
    .filter((expires) => expires > now)
    .sort(byCodeUnit);
  const last = days.at(-1);
  return last === undefined
    ? 'No exception protects a seat from now on.'
    : `Exceptions protect ${counted(days.length, 'seat')} from now on, the last until ${formatDay(last)}.`;
}

/** Owners that the statement names one by one; the lines' file names all. */
const MOST_OWNERS = 20;

/** What goes on, with whom and until when. */
function carriedLine(cycle: Cycle, at: string): string {
  if (cycle.rehearsal) return 'Carried into the next review: nothing.';
  const to = carriedTo(cycle, at);
  const named = to
    .slice(0, MOST_OWNERS)
    .map(
      ({ owner, dueAt, lines }) =>
        `${counted(lines.length, 'line')} with ${owner}, due on ${formatDay(dueAt)}`,
    );
  const more = to.length > MOST_OWNERS ? [`${counted(to.length - MOST_OWNERS, 'owner')} more`] : [];
  const all = counted(carriedLines(cycle).length, 'line');
  return `Carried into the next review: ${[all, ...named, ...more].join('; ')}.`;
}

/** What nobody looked at, and on how many lines. */
function notChecked({ lines }: Cycle): string[] {
  const counts = new Map<string, number>();
  for (const text of lines.flatMap(({ facts }) => facts.seat.notChecked))
    counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts]
    .sort(([a], [b]) => byCodeUnit(a, b))
    .map(([text, count]) => `Not checked on ${counted(count, 'line')}: ${text}.`);
}
