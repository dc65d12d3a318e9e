import type { SeatRow } from '../../../src/contract/seat-replies';
import type { PayloadOf } from '../../../src/contract/resolvers';
import { SOURCE_COLORS } from './appearances';
import type { AccessPath, PathSource, Verdict } from './contract-types';
import type { Unit } from './counts';
import { capitalised, counted } from './counts';
import { dayWithAge } from './dates';
import { MARK_LABELS, SOURCE_LABELS, VERDICT_LABELS, VERDICT_REASON_LABELS } from './labels';
import type { Filters } from './route';
import { offsetOf, oneOf } from './route';
import { ORDERS, PATH_SOURCES, SEAT_SORTS, VERDICTS } from '../../../src/contract/words';

/** Rows on one page of a table. */
export const PAGE_SIZE = 25;

export const SORT_CHOICES = [
  { value: 'last-active', label: 'Last active' },
  { value: 'product', label: 'Product' },
  { value: 'verdict', label: 'Verdict' },
  { value: 'group', label: 'Group' },
] as const;

export const ORDER_CHOICES = [
  { value: 'asc', label: 'Ascending' },
  { value: 'desc', label: 'Descending' },
] as const;

/** What the seats page asks for; a filter of the URL that is no word of the contract is left out. */
export function seatQuery(filters: Filters): PayloadOf<'list-seats'> {
  return {
    ...(filters['product'] === undefined ? {} : { product: filters['product'] }),
    ...(filters['reason'] === undefined ? {} : { reason: filters['reason'] }),
    ...(filters['group'] === undefined ? {} : { groupId: filters['group'] }),
    ...(filters['person'] === undefined ? {} : { accountId: filters['person'] }),
    ...optional('verdict', oneOf(filters['verdict'], VERDICTS)),
    ...optional('source', oneOf(filters['source'], PATH_SOURCES)),
    sort: oneOf(filters['sort'], SEAT_SORTS) ?? 'last-active',
    order: oneOf(filters['order'], ORDERS) ?? 'asc',
    offset: offsetOf(filters),
    limit: PAGE_SIZE,
  };
}

/** `{[key]: value}`, or nothing when there is no value. */
export function optional<Key extends string, Value>(
  key: Key,
  value: Value | undefined,
): { readonly [K in Key]?: Value } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [K in Key]: Value });
}

/** Whether a filter narrows the list, so that "nothing found" can offer to clear it. */
export function isFiltered(filters: Filters, names: readonly string[]): boolean {
  return names.some((name) => filters[name] !== undefined);
}

export interface PathTag {
  readonly key: string;
  /** The source in words: readable without the colour. */
  readonly label: string;
  readonly color: (typeof SOURCE_COLORS)[PathSource];
  /** The group; empty for a role on the account, whose label says all. */
  readonly name: string;
  /** "administrator, inferred"; empty for a plain path. */
  readonly note: string;
}

export function pathTag(path: AccessPath): PathTag {
  const notes = [
    ...(path.role === 'user' ? [] : [path.role === 'admin' ? 'administrator' : path.role]),
    ...(path.inferredSource ? ['source inferred'] : []),
    ...(path.privileged ? ['also administers'] : []),
  ];
  return {
    key: `${path.source}/${path.groupId ?? path.via}/${path.role}`,
    label: capitalised(SOURCE_LABELS[path.source]),
    color: SOURCE_COLORS[path.source],
    name: path.groupName ?? path.groupId ?? '',
    note: notes.join(', '),
  };
}

/** What a last use cannot say; stands wherever one is shown (product.md §5). */
export const LAST_USE_LIMITS =
  'Last use lags up to 24 hours, needs a page view of two seconds, and does not see API tokens.';

/** "12 Mar 2026 (184 days ago)", "Never used", "Last use unknown": an unknown is never shown as a no. */
export function lastUse(seat: Pick<SeatRow, 'activity' | 'lastActiveAt'>, now: string): string {
  const day = seat.lastActiveAt === null ? null : dayWithAge(seat.lastActiveAt, now);
  switch (seat.activity) {
    case 'active':
    case 'stale':
      return day ?? 'Last use unknown';
    case 'never-accessed':
      return 'Never used';
    case 'too-new':
      return day === null ? 'New, no use told yet' : `New, last used ${day}`;
    case 'unknown':
      return day === null ? 'Last use unknown' : `Last use unknown, ${day} at the latest known`;
  }
}

/** The verdict's reason and marks as one line under the lozenge. */
export function verdictNote(
  seat: Pick<SeatRow, 'reason' | 'marks'> & { readonly provisional?: boolean },
): string {
  return [
    VERDICT_REASON_LABELS[seat.reason],
    ...(seat.provisional === true ? ['provisional: account facts still to be read'] : []),
    ...seat.marks.map((mark) => MARK_LABELS[mark]),
  ].join(' · ');
}

/** "Seats 26 to 50 of 312 seats". */
export function rangeInWords(offset: number, shown: number, total: number, unit: Unit): string {
  if (total === 0 || shown === 0) return counted(total, unit);
  if (shown === total) return counted(total, unit);
  return `${String(offset + 1)} to ${String(offset + shown)} of ${counted(total, unit)}`;
}

export function verdictChoices(): { value: Verdict; label: string }[] {
  return VERDICTS.map((verdict) => ({ value: verdict, label: VERDICT_LABELS[verdict] }));
}

export function sourceChoices(): { value: PathSource; label: string }[] {
  return PATH_SOURCES.map((source) => ({ value: source, label: capitalised(SOURCE_LABELS[source]) }));
}
