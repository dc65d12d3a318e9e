import type { Exemption } from '../policy';
import type { Seat } from '../seat';
import type { Snapshot } from '../snapshot';
import { classifyAccount } from './classify-account';
import { matcherIn } from './exemption';
import { indexOrganization } from './organization-index';
import { addMove, largestFirst, type VerdictMove, type VerdictMoves } from './policy-effect';

/** What an exemption that does not count yet would do to the seats of a snapshot. */
export interface ExemptionCoverage {
  readonly people: number;
  /** Seats that it covers, also those that are in use and stay as they are. */
  readonly seats: number;
  /** The largest first; also of other seats of the same people, which would no longer end besides. */
  readonly moves: readonly VerdictMove[];
}

/**
 * Whom an exemption covers; null where only a scan can tell, because it goes by names, which are not stored. Only seats
 * that are `seen` are counted.
 */
export function exemptionCoverage(
  { header, accounts }: Snapshot,
  exemption: Exemption,
  seen: (seat: Seat) => boolean = () => true,
): ExemptionCoverage | null {
  const matches = matcherIn(header.policy, exemption);
  if (matches === null) return null;
  const { policy } = header;
  const before = indexOrganization(header);
  // Put first, so that it is the one that covers also what an older exemption covers.
  const exemptions = [exemption, ...policy.exemptions];
  const after = indexOrganization({ ...header, policy: { ...policy, exemptions } });
  const moves: VerdictMoves = new Map();
  let [people, seats] = [0, 0];
  for (const account of accounts) {
    if (!matches(account)) continue;
    const now = classifyAccount(account, before);
    const shifted = account.exemptions.map((index) => index + 1);
    const then = classifyAccount({ ...account, exemptions: [0, ...shifted] }, after);
    const covered = then.filter((seat) => seat.exemption === 0 && seen(seat)).length;
    if (covered > 0) people += 1;
    seats += covered;
    for (const [index, seat] of then.entries()) if (seen(seat)) addMove(moves, now[index], seat);
  }
  return { people, seats, moves: largestFirst(moves) };
}
