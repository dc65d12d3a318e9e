import { classifySnapshot } from '../../src/domain/classification/classify-snapshot';
import { explainSeat, namesOf } from '../../src/domain/classification/explain';
import { independentProofs, provePopulation } from '../../src/domain/classification/population';
import type { AccessPath, Seat } from '../../src/domain/seat';
import type { Snapshot } from '../../src/domain/snapshot';
import { byCodeUnit } from '../../src/lib/order';

/** The document `seattrace-scan/1` of a stored snapshot, by the functions that fill the screens. */
export function toScanDocument(snapshot: Snapshot) {
  const { header } = snapshot;
  const names = namesOf(header);
  const seats = classifySnapshot(snapshot).sort(
    (a, b) => byCodeUnit(a.product, b.product) || byCodeUnit(a.accountId, b.accountId),
  );
  return {
    format: 'seattrace-scan/1',
    takenAt: header.takenAt,
    mode: header.mode,
    seats: seats.map((seat) => ({ ...toSeat(seat, header.site.url), explanation: explainSeat(seat, names) })),
    population: independentProofs(provePopulation(header, seats)).map(
      ({ product, enumerated, reported, explained, unexplained }) => ({
        product,
        enumerated,
        reported,
        explained,
        unexplained,
      }),
    ),
  };
}

function toSeat(seat: Seat, site: string) {
  const { accountId, product, activity, lastActiveAt, identity, privilege, claim, verdict, reason, owners } =
    seat;
  const { removalSet, consentedRemovalSet, accessAfter, elseEnds } = seat;
  return {
    accountId,
    product,
    site,
    activity,
    lastActiveAt,
    identity,
    privilege,
    claim,
    paths: seat.paths.map(toPath),
    verdict,
    reason,
    owners,
    removalSet,
    consentedRemovalSet,
    accessAfter,
    elseEnds,
  };
}

function toPath({ source, via, groupId, groupName, role, privileged }: AccessPath) {
  const group = groupId === undefined ? {} : { groupId, groupName };
  return { source, via, ...group, role, privileged };
}
