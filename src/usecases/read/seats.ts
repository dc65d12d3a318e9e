import { AppError } from '../../lib/app-error';
import { byCodeUnit } from '../../lib/order';
import type { AccountFacts } from '../../domain/account';
import { classifyAccount } from '../../domain/classification/classify-account';
import { classifySnapshot } from '../../domain/classification/classify-snapshot';
import {
  counterfactual,
  explainSeat,
  namesOf,
  staysInWords,
  useInWords,
  type Names,
} from '../../domain/classification/explain';
import { indexOrganization, type OrganizationIndex } from '../../domain/classification/organization-index';
import { whatElseStays, type ElseStay } from '../../domain/classification/standing';
import type { PathSource, Seat, Verdict } from '../../domain/seat';
import type { Snapshot, SnapshotHeader } from '../../domain/snapshot';
import { getCurrentSnapshot, type SnapshotTools } from '../current-snapshot';
import { factsOf } from './seat-facts';
import { isInSight, NOT_IN_SIGHT, type Sight } from './sight';

export interface SeatFilter {
  readonly product?: string | undefined;
  readonly verdict?: Verdict | undefined;
  readonly reason?: string | undefined;
  readonly source?: PathSource | undefined;
  readonly groupId?: string | undefined;
  readonly accountId?: string | undefined;
  readonly sort: 'product' | 'verdict' | 'last-active' | 'group';
  readonly order: 'asc' | 'desc';
  readonly offset: number;
  readonly limit: number;
}

/** Seats of the last complete snapshot, filtered, sorted and cut on this side. */
export async function listSeats(filter: SeatFilter, sight: Sight, tools: SnapshotTools) {
  const snapshot = await getCurrentSnapshot(tools);
  const { header } = snapshot;
  const names = namesOf(header);
  const seats = classifySnapshot(snapshot).filter((seat) => isInSight(seat, sight) && matches(seat, filter));
  seats.sort((a, b) => (filter.order === 'asc' ? 1 : -1) * compare(a, b, filter.sort) || tieBreak(a, b));
  return {
    asOf: header.takenAt,
    rows: seats.slice(filter.offset, filter.offset + filter.limit).map((seat) => toSeatRow(seat, names)),
    total: seats.length,
    offset: filter.offset,
    products: header.products
      .filter(({ scope }) => scope === 'billable')
      .map(({ key, name }) => ({ key, name })),
    groups: grantingGroups(header),
  };
}

/** *Why billable*: one seat with everything that is known of it, and what is not. */
export async function readSeat(wanted: SeatName, sight: Sight, tools: SnapshotTools) {
  if (!isInSight(wanted, sight)) throw new AppError('access.denied', NOT_IN_SIGHT);
  return describeSeat(wanted, await getCurrentSnapshot(tools));
}

export interface SeatName {
  readonly accountId: string;
  readonly product: string;
}

function describeSeat(wanted: SeatName, { header, accounts }: Snapshot) {
  const account = accounts.find(({ accountId }) => accountId === wanted.accountId);
  const index = indexOrganization(header);
  const seat = account && classifyAccount(account, index).find(({ product }) => product === wanted.product);
  if (account === undefined || seat === undefined)
    throw new AppError(
      'seat.not-found',
      'The last scan found no such seat: it may have ended, or the person may be new.',
    );
  return detailOf(seat, account, index);
}

/** The same description for a seat that was frozen into a review. */
export function detailOf(seat: Seat, account: AccountFacts, index: OrganizationIndex) {
  const { header } = index;
  const names = namesOf(header);
  return {
    ...toSeatRow(seat, names),
    asOf: header.takenAt,
    sentence: explainSeat(seat, names),
    counterfactual: seat.removalSet.length === 0 ? '' : counterfactual(seat, names),
    removalSet: seat.removalSet.map((id) => ({ id, name: names.group(id) })),
    elseEnds: seat.elseEnds.map((end) => ({
      ...end,
      productName: names.product(end.product),
      use: useInWords(end),
    })),
    stays: staysInWords(staysOf(seat, account, index), names),
    pathReasons: seat.paths.map((path) => ({ path, why: reasonOf(path.groupId, seat.product, index) })),
    facts: factsOf(account, seat, header),
    notChecked: seat.notChecked,
    privilege: seat.privilege,
    identity: seat.identity,
    identityReason: seat.identityReason,
    claim: seat.claim,
  };
}

/** What else the account keeps; asked only where something would be removed. */
function staysOf(seat: Seat, account: AccountFacts, index: OrganizationIndex): ElseStay[] {
  const { product, removalSet: groupIds } = seat;
  return groupIds.length === 0 ? [] : whatElseStays(account, { product, groupIds }, index);
}

export function toSeatRow(seat: Seat, names: Names) {
  const { accountId, product, verdict, reason, owners, activity, lastActiveAt, paths, provisional, marks } =
    seat;
  return {
    accountId,
    product,
    productName: names.product(product),
    verdict,
    reason,
    owners,
    activity,
    lastActiveAt,
    paths,
    provisional,
    marks,
  };
}

function matches(seat: Seat, filter: SeatFilter): boolean {
  return (
    (filter.product === undefined || seat.product === filter.product) &&
    (filter.verdict === undefined || seat.verdict === filter.verdict) &&
    (filter.reason === undefined || seat.reason === filter.reason) &&
    (filter.accountId === undefined || seat.accountId === filter.accountId) &&
    (filter.source === undefined || seat.paths.some(({ source }) => source === filter.source)) &&
    (filter.groupId === undefined || seat.paths.some(({ groupId }) => groupId === filter.groupId))
  );
}

const VERDICT_ORDER: readonly Verdict[] = ['cleanup', 'split', 'route-out', 'hold', 'protected', 'keep'];

/** Seats without a date of use come first when sorted from the longest unused. */
function compare(a: Seat, b: Seat, sort: SeatFilter['sort']): number {
  switch (sort) {
    case 'product':
      return byCodeUnit(a.product, b.product);
    case 'verdict':
      return VERDICT_ORDER.indexOf(a.verdict) - VERDICT_ORDER.indexOf(b.verdict);
    case 'last-active':
      return byCodeUnit(a.lastActiveAt ?? '', b.lastActiveAt ?? '');
    case 'group':
      return byCodeUnit(a.paths[0]?.groupName ?? '', b.paths[0]?.groupName ?? '');
  }
}

function tieBreak(a: Seat, b: Seat): number {
  return byCodeUnit(a.product, b.product) || byCodeUnit(a.accountId, b.accountId);
}

function grantingGroups({ groups }: SnapshotHeader): { id: string; name: string }[] {
  return groups
    .filter(({ grants }) => grants.some(({ role }) => role === 'user' || role === 'admin'))
    .map(({ id, name }) => ({ id, name }))
    .sort((a, b) => byCodeUnit(a.name, b.name));
}

function reasonOf(groupId: string | undefined, product: string, index: OrganizationIndex): string {
  const group = groupId === undefined ? undefined : index.group(groupId);
  return group === undefined ? 'the role sits on the account' : index.source(group, product).why;
}
