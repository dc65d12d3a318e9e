import { classifyAccount } from '../../domain/classification/classify-account';
import { namesOf, whyBillable } from '../../domain/classification/explain';
import { indexOrganization } from '../../domain/classification/organization-index';
import { openCycleOf } from '../../domain/organization-state';
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
  const reviewed = new Set(
    cycle?.lines.flatMap(({ facts }) => (facts.seat.accountId === accountId ? [facts.seat.product] : [])) ??
      [],
  );
  return {
    asOf: snapshot.header.takenAt,
    seats: classifyAccount(account, indexOrganization(snapshot.header)).map((seat) => ({
      product: seat.product,
      productName: names.product(seat.product),
      why: whyBillable(seat, names),
      activity: seat.activity,
      lastActiveAt: seat.lastActiveAt,
      since: account.firstSeen[seat.product] ?? account.addedToOrg ?? '',
      underReview: reviewed.has(seat.product),
    })),
  };
}
