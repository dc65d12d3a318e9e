import type { Cycle } from '../review/cycle';
import { isOverdue } from '../routing/handoff';
import type { SnapshotHeader } from '../snapshot';

/** What the review covers and what it does not; printed on every sign-off and pack (product.md §10). */
export const SCOPE =
  'Covers billable seats without recent use; does not certify that access of active users, non-billable roles or permissions inside projects and spaces is appropriate.';

export interface StatementFacts {
  readonly header: SnapshotHeader;
  readonly protectedSeats: number;
  /** ISO 8601 UTC. */
  readonly signedAt: string;
}

/** The text that a sign-off prints: scope and limits, population, timeliness, figures against rubber-stamping. */
export function signOffStatement(cycle: Cycle, { header, protectedSeats, signedAt }: StatementFacts): string {
  return [
    `${cycle.title} (${cycle.cycleId})`,
    SCOPE,
    `Population: ${String(header.accountCount)} accounts on ${header.site.url}, read from ${header.takenAt} to ${header.completedAt}, snapshot ${cycle.snapshotHash}.`,
    ...cycle.population.map((proof) => populationLine(cycle, proof)),
    outcomeLine(cycle),
    `Exemptions protect ${String(protectedSeats)} seats.`,
    timelinessLine(cycle, signedAt),
    decisionsLine(cycle),
    `Overrides of separation of duties: ${String(cycle.lines.filter(({ override }) => override !== null).length)}.`,
    ...header.sources
      .filter(({ state }) => state !== 'read')
      .map(({ source, note }) => `Not read: ${source} (${note}).`),
    ...(header.otherSites.length === 0 ? [] : [`Other sites not reviewed: ${header.otherSites.join(', ')}.`]),
    'Automation rules that act as a person were not checked.',
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
  const counts = new Map<string, number>();
  for (const { outcome } of lines) counts.set(outcome ?? 'open', (counts.get(outcome ?? 'open') ?? 0) + 1);
  const parts = [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([outcome, count]) => `${String(count)} ${outcome}`);
  return `${String(lines.length)} lines: ${parts.join(', ')}.`;
}

function timelinessLine(cycle: Cycle, signedAt: string): string {
  const late = cycle.lines.filter(({ decision }) => decision !== null && decision.at > cycle.dueAt).length;
  const overdue = cycle.handoffs.filter((handoff) => isOverdue(handoff, signedAt)).length;
  return `Opened ${cycle.openedAt}, due ${cycle.dueAt}, signed ${signedAt}${signedAt > cycle.dueAt ? ' (late)' : ''}; ${String(late)} lines decided late, ${String(overdue)} handoffs overdue.`;
}

/** Figures that show whether people looked: bulk decisions and copied reasons. */
function decisionsLine({ lines }: Cycle): string {
  const decided = lines.flatMap(({ decision }) => (decision === null ? [] : [decision]));
  const moments = new Set(decided.map(({ by, at }) => `${by} ${at}`));
  const followed = decided.filter(({ reason }) => reason === 'follows-recommendation').length;
  return `${String(decided.length)} lines decided in ${String(moments.size)} steps by ${String(new Set(decided.map(({ by }) => by)).size)} people; ${String(followed)} followed the recommendation.`;
}
