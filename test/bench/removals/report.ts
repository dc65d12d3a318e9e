import { counted } from '../../../src/lib/counted';
import { BUDGETS } from '../../../src/lib/budgets';
import { INVOCATION_LIMITS, JIRA_LIMITS, QUEUE_LIMITS } from '../../local/forge/limits';
import type { RemovalFigures } from './measure-removals';

const CONSUMER_MINUTES = INVOCATION_LIMITS.longestMs / 60_000;

export interface RemovalRow {
  readonly what: string;
  readonly value: number;
  /** The largest that is allowed; null where there is no limit. */
  readonly limit: number | null;
}

/** Each figure with the platform's limit, or the app's own budget where that is smaller. */
export function rowsOf(figures: RemovalFigures): RemovalRow[] {
  const row = (what: string, value: number, limit: number | null = null): RemovalRow => ({
    what,
    value,
    limit,
  });
  return [
    row(
      'Longest delivery, in seconds',
      Math.ceil(figures.longestMs / 1_000),
      INVOCATION_LIMITS.longestMs / 1_000,
    ),
    row('Deliveries, each a queue event', figures.deliveries, QUEUE_LIMITS.cyclicPushes),
    row('Requests to the organization, in all', figures.egress),
    row('Of one delivery', figures.egressOfDelivery, BUDGETS.egressPerMinute * CONSUMER_MINUTES),
    row(
      'For each minute that a delivery may run',
      Math.ceil(figures.egressOfDelivery / CONSUMER_MINUTES),
      INVOCATION_LIMITS.egressPerRuntimeMinute,
    ),
    row('Most within one minute of the clock', figures.egressOfMinute),
    row('Points of Jira, in all', figures.points),
    row('Of one hour', figures.pointsOfHour, JIRA_LIMITS.pointsPerHour),
    row('Records of the ledger', figures.records),
    row('Minutes on the clock', Math.ceil(figures.minutes)),
  ];
}

/** Everybody was removed and nothing is above its limit. */
export function isKept(figures: RemovalFigures): boolean {
  const within = rowsOf(figures).every(({ value, limit }) => limit === null || value <= limit);
  return within && figures.removed === figures.people;
}

export function reportRemovals(figures: RemovalFigures): { readonly text: string; readonly kept: boolean } {
  const { removed, people, runs } = figures;
  const lines = [
    `${String(removed)} of ${String(people)} removals with the organization key, in ${counted(runs, 'run')} of at most 500 people`,
    '',
    `${''.padEnd(44)}${'value'.padStart(8)}${'limit'.padStart(8)}`,
    ...rowsOf(figures).map(
      ({ what, value, limit }) =>
        `${what.padEnd(44)}${String(value).padStart(8)}${(limit === null ? '' : String(limit)).padStart(8)}${limit !== null && value > limit ? '  too many' : ''}`,
    ),
  ];
  return { text: `${lines.join('\n')}\n`, kept: isKept(figures) };
}
