import { AppError } from '../../lib/app-error';
import { byCodeUnit, sortedSet } from '../../lib/order';
import type { AccountFacts } from '../../domain/account';
import { classifyAccount } from '../../domain/classification/classify-account';
import { classifySnapshot } from '../../domain/classification/classify-snapshot';
import {
  counterfactual,
  explainSeat,
  namesOf,
  useInWords,
  type Names,
} from '../../domain/classification/explain';
import { indexOrganization } from '../../domain/classification/organization-index';
import { leavingOf, whatRemains, type Leaving } from '../../domain/classification/what-remains';
import type { AccessPath, PathSource, Seat, Verdict } from '../../domain/seat';
import type { Snapshot, SnapshotHeader } from '../../domain/snapshot';
import { findCurrentUse, getCurrentSnapshot, type SnapshotTools } from '../current-snapshot';
import { administrationFacts, inProjectsOf, type Known } from './in-projects';
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
  const snapshot = await getCurrentSnapshot(tools);
  return describeSeat(wanted, snapshot, { sight, use: await findCurrentUse(tools) });
}

export interface SeatName {
  readonly accountId: string;
  readonly product: string;
}

function describeSeat(wanted: SeatName, { header, accounts }: Snapshot, reader: Omit<Reader, 'index'>) {
  const account = accounts.find(({ accountId }) => accountId === wanted.accountId);
  const index = indexOrganization(header);
  const seat = account && classifyAccount(account, index).find(({ product }) => product === wanted.product);
  if (account === undefined || seat === undefined)
    throw new AppError(
      'seat.not-found',
      'The last scan found no such seat: it may have ended, or the person may be new. Start a scan from the Overview to look again.',
    );
  return detailOf(seat, account, { ...reader, index });
}

/** The picture below the sentence shows every path. */
const PATHS_IN_SENTENCE = 6;

interface Reader extends Known {
  readonly sight: Sight;
}

/** The same description for a seat that was frozen into a review. */
export function detailOf(seat: Seat, account: AccountFacts, reader: Reader) {
  const { header } = reader.index;
  const names = namesOf(header);
  const leaving = leavingOf(seat);
  return {
    ...toSeatRow(seat, names),
    asOf: header.takenAt,
    sentence: explainSeat(seat, names, PATHS_IN_SENTENCE),
    counterfactual: seat.removalSet.length === 0 ? '' : counterfactual(seat, names),
    leaving: { by: leaving.by, groups: leaving.groupIds.map((id) => ({ id, name: names.group(id) })) },
    ...outcomesOf(seat, account, { ...reader, leaving, names }),
    pathReasons: seat.paths.map((path) => ({ path, ...reasonOf(path, seat.product, reader) })),
    inProjects: inProjectsOf(account, leaving.groupIds, reader),
    facts: [...factsOf(account, seat, header), ...administrationFacts(account, reader)],
    notChecked: seat.notChecked,
    privilege: seat.privilege,
    identity: seat.identity,
    identityReason: seat.identityReason,
    claim: seat.claim,
  };
}

/** What becomes of every product; one out of sight is named only where it would end, which the verdict rests on. */
function outcomesOf(
  seat: Seat,
  account: AccountFacts,
  { index, sight, leaving, names }: Reader & { readonly leaving: Leaving; readonly names: Names },
) {
  const { product, activity } = seat;
  const all = whatRemains(account, { product, activity, leaving }, index);
  const shown = all.filter((outcome) => outcome.ends || isInSight(outcome, sight));
  return {
    outcomes: shown.map((outcome) => ({
      ...outcome,
      productName: names.product(outcome.product),
      use: useInWords(outcome),
    })),
    othersUnseen: shown.length < all.length,
  };
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

/** Why a path's source is told so, and which other products in sight the group gives. */
function reasonOf({ groupId, via }: AccessPath, product: string, { index, sight }: Reader) {
  const group = groupId === undefined ? undefined : index.group(groupId);
  if (group === undefined)
    return {
      why: via === 'inferred' ? 'the role follows from another' : 'the role sits on the account',
      alsoGives: [],
    };
  const names = namesOf(index.header);
  const others = group.grants.filter((grant) => grant.product !== product && isInSight(grant, sight));
  return {
    why: index.source(group, product).why,
    alsoGives: sortedSet(others.map((grant) => names.product(grant.product))),
  };
}
