import { billableSince } from '../../domain/classification/billable-since';
import { classifyAccount } from '../../domain/classification/classify-account';
import { namesOf, whyBillable } from '../../domain/classification/explain';
import { indexOrganization } from '../../domain/classification/organization-index';
import { removableFrom } from '../../domain/notice/notice-period';
import { openCycleOf } from '../../domain/organization-state';
import { claimObstacle, ownLine } from '../../domain/review/claim-seat';
import { bundleOf, type Cycle } from '../../domain/review/cycle';
import { refuseUnlessOpen } from '../../domain/review/find-lines';
import { approvedState, isApproved, isRemovalBegun, type Line } from '../../domain/review/line';
import type { Seat } from '../../domain/seat';
import { findCurrentSnapshot } from '../current-snapshot';
import { findCycle } from '../cycle-ledger';
import { loadOrganization } from '../organization-ledger';
import type { CycleTools } from './cycle-tools';

/** The caller's own seats and why they bill; nothing of anybody else. */
export async function readOwnSeats(accountId: string, tools: CycleTools) {
  const snapshot = await findCurrentSnapshot(tools);
  const account = snapshot?.accounts.find((each) => each.accountId === accountId);
  if (snapshot === undefined || account === undefined)
    return { asOf: snapshot?.header.takenAt ?? null, seats: [] };
  const names = namesOf(snapshot.header);
  const entry = openCycleOf(await loadOrganization(tools));
  // A rehearsal asks about nobody's seat.
  const cycle = entry === undefined || entry.rehearsal ? undefined : await findCycle(tools, entry.cycleId);
  return {
    asOf: snapshot.header.takenAt,
    seats: classifyAccount(account, indexOrganization(snapshot.header)).map((seat) => ({
      product: seat.product,
      productName: names.product(seat.product),
      why: whyBillable(seat, names),
      activity: seat.activity,
      lastActiveAt: seat.lastActiveAt,
      since: billableSince(account, seat),
      ...reviewOf(cycle, seat),
    })),
  };
}

/** How the seat stands in the review that is open. */
function reviewOf(cycle: Cycle | undefined, { accountId, product }: Seat) {
  const line = cycle && ownLine(cycle, product, accountId);
  if (cycle === undefined || line === undefined)
    return { underReview: false, removal: null, mayClaim: false, claim: null };
  return {
    underReview: true,
    removal: removalOf(cycle, line),
    mayClaim: refuseUnlessOpen(cycle) === null && claimObstacle(cycle, line) === null,
    claim: line.claim === null ? null : { note: line.claim.note, at: line.claim.at },
  };
}

function removalOf(cycle: Cycle, line: Line) {
  const begun = line.state === 'verifying' || bundleOf(cycle, line).some(isRemovalBegun);
  const isToEnd = isApproved(line) || line.state === 'executing';
  if (!begun && !(isToEnd && line.decision?.kind === 'remove')) return null;
  const notice = approvedState(line) === 'noticed' ? line.notice : null;
  return {
    begun,
    toldAt: notice?.how === 'told' ? notice.at : null,
    notBefore: notice === null ? null : removableFrom(notice, cycle),
  };
}
