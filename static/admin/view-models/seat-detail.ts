import type { SeatDetail } from '../../../src/contract/seat-replies';
import type { PathTag } from './seats';
import { lastUse, pathTag } from './seats';
import { ageInWords, dayWithAge, formatDay, formatTime } from './dates';
import { OWNER_LABELS, SOURCE_LABELS } from './labels';
import { capitalised, listed } from './counts';

export interface PathPicture extends PathTag {
  /** "Ana → idp-engineering (synced group) → Jira" without the person, who is shown by name beside it. */
  readonly words: string;
  /** What a removal would do to this path. */
  readonly after: string;
  /** Why the path's source was told so. */
  readonly why: string;
}

/** Account → group → product for each path, in words as well as in tags. */
export function pathPictures(seat: SeatDetail): PathPicture[] {
  const leaving = new Set(seat.removalSet.map(({ id }) => id));
  return seat.paths.map((path) => {
    const tag = pathTag(path);
    const through =
      path.groupName === undefined
        ? SOURCE_LABELS[path.source]
        : `${tag.name} (${SOURCE_LABELS[path.source]})`;
    const reason = seat.pathReasons.find(({ path: other }) => pathTag(other).key === tag.key);
    return {
      ...tag,
      words: `The account holds ${seat.productName} as ${path.role} through ${through}.`,
      after: afterRemoval(path.groupId, leaving),
      why: reason?.why ?? '',
    };
  });
}

/** What a removal would do to the path; nothing is said where nothing would be removed. */
function afterRemoval(groupId: string | undefined, leaving: ReadonlySet<string>): string {
  if (leaving.size === 0) return '';
  return groupId !== undefined && leaving.has(groupId) ? 'Would be removed' : 'Would stay';
}

/** What a removal would do to the account's other products: those that end first. */
export function otherProducts(seat: Pick<SeatDetail, 'elseEnds' | 'stays'>): string[] {
  const ends = seat.elseEnds.map(({ productName, use, live }) =>
    live
      ? `${productName} would end too (${use}), so nothing may be removed.`
      : `${productName} would end too (${use}).`,
  );
  return [...ends, ...seat.stays];
}

export interface FactRow {
  readonly key: string;
  readonly label: string;
  readonly value: string;
  readonly source: string;
  /** "2 Nov 2026, 3 days ago". */
  readonly read: string;
}

export function factRows(seat: SeatDetail, now: string): FactRow[] {
  return seat.facts.map(({ label, value, source, asOf }) => ({
    key: `${label}/${source}`,
    label: capitalised(label),
    value: readable(value, now),
    source,
    read: `${formatDay(asOf)}, ${ageInWords(asOf, now)}`,
  }));
}

/** A value that is nothing but a time is shown as a day with its age. */
function readable(value: string, now: string): string {
  return /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(value) ? dayWithAge(value, now) : value;
}

/** "Last used 12 Mar 2026 (184 days ago).", "Last use unknown." and the day of the snapshot. */
export function lastUseLine(seat: SeatDetail, now: string): string {
  const use = lastUse(seat, now);
  const line = /^\d/.test(use) ? `Last used ${use}` : use;
  return `${line}. As of ${formatTime(seat.asOf)}.`;
}

/** Whom the verdict points to, as a sentence; empty when nobody. */
export function ownersInWords(seat: Pick<SeatDetail, 'owners'>): string {
  if (seat.owners.length === 0) return '';
  return `The decision points to: ${listed(seat.owners.map((owner) => OWNER_LABELS[owner]))}.`;
}

/** What kind of account it is, never guessing what was not told. */
export function accountInWords(
  seat: Pick<SeatDetail, 'identity' | 'identityReason' | 'claim' | 'privilege'>,
): string[] {
  const claim = {
    managed: 'The organization manages this account.',
    unmanaged: 'The organization does not manage this account.',
    unknown: 'It is unknown whether the organization manages this account.',
  }[seat.claim];
  return [
    seat.identity === 'human'
      ? 'Nothing points to a technical account.'
      : `Looks like a technical account${seat.identityReason === null ? '' : `: ${seat.identityReason}`}.`,
    claim,
    ...(seat.privilege.length === 0 ? [] : [`Holds more than plain use: ${listed(seat.privilege)}.`]),
  ];
}
