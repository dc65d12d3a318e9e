import type { AccountFacts } from '../account';
import type { Consented, ElseEnd, OwnerClass, Seat } from '../seat';
import { bills } from './access';
import { marksOfSeat } from './marks';
import type { OrganizationIndex } from './organization-index';
import { withIdentityOwner } from './owners';
import { personOf } from './person';
import { SeatFindings } from './seat-findings';
import { standingOf } from './standing';
import { decideConsented, decideVerdict, type VerdictRow } from './verdict-table';

/** Most lists of a seat are empty: all of those are this one. */
const NONE: readonly never[] = [];

/** All seats of one account, each with exactly one verdict, sorted by product (product.md §3 to §6). */
export function classifyAccount(account: AccountFacts, index: OrganizationIndex): Seat[] {
  if (!bills(account)) return [];
  const { seats, unread } = standingOf(account, index);
  if (seats.length === 0) return [];
  const person = personOf(account, unread, index);
  return seats.map((standing) => toSeat(new SeatFindings(person, standing)));
}

function toSeat(found: SeatFindings): Seat {
  const { person, standing, use } = found;
  const { account, identity } = person;
  const row = decideVerdict(found);
  const removes = row.verdict === 'cleanup' || row.verdict === 'split';
  const asksOwners = row.reason === 'owner-decision';
  return {
    accountId: account.accountId,
    product: standing.product,
    activity: use.state,
    activityReason: use.reason,
    lastActiveAt: use.lastActiveAt,
    identity: identity.nonHuman ? 'non-human' : 'human',
    identityReason: identity.reason,
    privilege: found.privilege,
    claim: account.claim,
    paths: standing.paths,
    verdict: row.verdict,
    reason: row.reason,
    owners: ownersOf(row, found),
    provisional: removes && account.deep === null,
    removalSet: removes ? standing.removable : NONE,
    consentedRemovalSet: asksOwners ? standing.removable : NONE,
    consented: asksOwners ? consentedTo(found) : null,
    accessAfter: removes ? standing.accessAfterRemoval : standing.accessKept,
    elseEnds: elseEndsOf(row, found),
    marks: marksOfSeat(person, standing),
    exemption: found.exemption,
    notChecked: notCheckedOf(row, found),
  };
}

/** Null where there is nothing that a consent could remove. */
function consentedTo(found: SeatFindings): Consented | null {
  if (found.standing.removable.length === 0) return null;
  const { verdict, reason } = decideConsented(found);
  return { verdict, reason, elseEnds: found.endsWithRemoval };
}

/** Whom the facts point to: filled on route-outs, splits and holds (product.md §6). */
function ownersOf({ verdict, reason }: VerdictRow, found: SeatFindings): readonly OwnerClass[] {
  if (verdict === 'keep' || verdict === 'protected') return NONE;
  const { paths } = found.standing;
  const owners = withIdentityOwner(found.deciders, paths);
  return reason === 'collateral-active' ? withIdentityOwner([...owners, 'app'], paths) : owners;
}

/** Filled where the verdict is about what ends besides the seat. */
function elseEndsOf({ verdict, reason }: VerdictRow, found: SeatFindings): readonly ElseEnd[] {
  if (verdict === 'cleanup' || verdict === 'split' || reason === 'collateral-active')
    return found.endsWithRemoval;
  return reason.startsWith('idp-owned') ? found.endsWithSynced : NONE;
}

/** Of a seat in use nobody asks what else would end with it. */
function notCheckedOf({ verdict }: VerdictRow, found: SeatFindings): readonly string[] {
  const { notChecked } = found.person;
  if (verdict === 'keep') return notChecked;
  const { unknownUse } = found;
  return unknownUse.length === 0 ? notChecked : [...notChecked, ...unknownUse];
}
