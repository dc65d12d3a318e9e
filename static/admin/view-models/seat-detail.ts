import type { SeatDetail } from '../../../src/contract/seat-replies';
import type { ProductOutcome } from './contract-types';
import { capitalised, counted, listed } from './counts';
import { daysBetween, formatTime } from './dates';
import { OWNER_LABELS } from './labels';
import type { PathTag } from './seats';
import { LAST_USE_LIMITS, lastUse, pathTag } from './seats';

export interface PathPicture extends PathTag {
  /** "Cannot be modified here. Also gives Confluence." */
  readonly about: string;
  /** What becomes of the path; empty where nothing would be removed. */
  readonly after: string;
}

/** Account → group → product for each path: what stands on each arrow's way. */
export function pathPictures(seat: Pick<SeatDetail, 'paths' | 'pathReasons' | 'leaving'>): PathPicture[] {
  const leaving = new Set(seat.leaving.groups.map(({ id }) => id));
  return seat.paths.map((path) => {
    const tag = pathTag(path);
    const reason = seat.pathReasons.find(({ path: other }) => pathTag(other).key === tag.key);
    const why = reason === undefined ? '' : `${capitalised(reason.why)}.`;
    const others =
      reason === undefined || reason.alsoGives.length === 0 ? '' : ` Also gives ${listed(reason.alsoGives)}.`;
    return { ...tag, about: `${why}${others}`, after: afterLeaving(path.groupId, leaving) };
  });
}

function afterLeaving(groupId: string | undefined, leaving: ReadonlySet<string>): string {
  if (leaving.size === 0) return '';
  return groupId !== undefined && leaving.has(groupId) ? 'Would be removed' : 'Would stay';
}

/** "The one path", "3 paths, each enough to keep the seat". */
export function pathsTitle({ paths }: Pick<SeatDetail, 'paths'>): string {
  return paths.length === 1 ? 'The one path' : `${String(paths.length)} paths, each enough to keep the seat`;
}

/** What the table of outcomes supposes, as a sentence. */
export function supposition({
  counterfactual,
  leaving,
}: Pick<SeatDetail, 'counterfactual' | 'leaving'>): string {
  const groups = listed(leaving.groups.map(({ name }) => `*${name}*`));
  switch (leaving.by) {
    case 'review':
      return counterfactual;
    case 'owners':
      return groups === ''
        ? 'No group is ours to leave, even when every owner agrees: the owners end the access themselves.'
        : `Once every owner agrees, a review may remove from ${groups}.`;
    case 'identity':
      return `If the identity provider took the account out of ${groups}:`;
    case 'nobody':
      return groups === ''
        ? 'Nothing would be removed here, so everything stays.'
        : `Nothing may be removed, because leaving ${groups} would do this:`;
  }
}

/** What becomes of a product: "Ends, although it may be needed", "Stays", "Stays, and becomes a seat of its own". */
export function outcomeInWords({ ends, live, billed, billedAfter, through }: ProductOutcome): string {
  if (!ends) return billedAfter && !billed ? 'Stays, and becomes a seat of its own' : 'Stays';
  const rest = through.length === 0 ? '' : '; a lesser role stays';
  return live ? `Ends, although it may be needed${rest}` : `Ends${rest}`;
}

/** The product's name; an access that costs nothing says so. */
export function outcomeName({ productName, billed }: ProductOutcome): string {
  return billed ? productName : `${productName} (does not bill)`;
}

/** What the table of outcomes leaves out, or that there is nothing else; empty when it shows others. */
export function otherProducts({
  outcomes,
  othersUnseen,
}: Pick<SeatDetail, 'outcomes' | 'othersUnseen'>): string {
  if (othersUnseen)
    return 'Products outside Jira that would stay are not shown to you. An administrator of the organization can allow it under Settings.';
  return outcomes.length > 1 ? '' : 'No other product of this account was found.';
}

export interface FactRow {
  readonly key: string;
  readonly label: string;
  readonly value: string;
  /** What the source cannot tell of this fact; empty where nothing is to be said. */
  readonly limits: string;
  readonly source: string;
  /** How old the news was when the scan began, and is now: "161 days", "Same day". */
  readonly ageAtScan: string;
  readonly ageNow: string;
}

/** Facts that tell a time are as old as that time; all others as old as their reading. */
export function factRows(seat: Pick<SeatDetail, 'facts' | 'asOf'>, now: string): FactRow[] {
  return seat.facts.map(({ label, value, happenedAt, isLastUse, source, asOf }) => ({
    key: `${label}/${source}`,
    label,
    value: happenedAt === null ? capitalised(value) : formatTime(happenedAt),
    limits: isLastUse ? LAST_USE_LIMITS : '',
    source,
    ageAtScan: ageInDays(happenedAt ?? asOf, seat.asOf),
    ageNow: ageInDays(happenedAt ?? asOf, now),
  }));
}

function ageInDays(time: string, at: string): string {
  const days = daysBetween(time, at);
  if (days === null) return 'Unknown';
  return days <= 0 ? 'Same day' : counted(days, 'day');
}

/** "Last used 12 Mar 2026 (184 days ago). As of …, when the scan began." */
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

const PRIVILEGES: Readonly<Record<string, string>> = {
  'org-admin': 'administers the organization',
  'site-admin': 'administers the site',
  'user-access-admin': 'manages the access of others',
  'product-admin': 'administers the product',
  'admin-group': 'is in a group of administrators',
  'privileged-group': 'holds the seat through a group that administers',
  'project-lead': 'leads a project',
  'project-admin': 'administers a project',
};

/** What kind of account it is, never guessing what was not told. */
export function accountInWords(
  seat: Pick<SeatDetail, 'identity' | 'identityReason' | 'claim' | 'privilege'>,
): string[] {
  const claim = {
    managed: 'The organization manages this account.',
    unmanaged: 'The organization does not manage this account.',
    unknown: 'It is unknown whether the organization manages this account.',
  }[seat.claim];
  const more = seat.privilege.map((code) => PRIVILEGES[code] ?? `holds ${code}`);
  return [
    seat.identity === 'human'
      ? 'Nothing points to a technical account.'
      : `Looks like a technical account${seat.identityReason === null ? '' : `: ${seat.identityReason}`}.`,
    claim,
    ...(more.length === 0 ? [] : [`More than a plain user: it ${listed(more)}.`]),
  ];
}
