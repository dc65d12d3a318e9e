import type { AccountFacts } from '../account';
import type { Exemption, Policy } from '../policy';
import type { Seat, Verdict } from '../seat';
import type { Snapshot } from '../snapshot';
import { classifyAccount } from './classify-account';
import { indexOrganization } from './organization-index';

/** Seats that would get another verdict. */
export interface VerdictMove {
  readonly from: Verdict;
  readonly to: Verdict;
  readonly seats: number;
}

export interface PolicyEffect {
  readonly seats: number;
  readonly changed: number;
  /** The largest first. */
  readonly moves: readonly VerdictMove[];
  /**
   * Seats that each exemption of the policy covers, each counted for the first that does; null where only a scan can
   * tell, since names are not stored.
   */
  readonly covered: readonly (number | null)[];
  /** Whether other words are looked for in names, which only a scan can do. */
  readonly wordsWait: boolean;
}

/**
 * What another policy would say of the same snapshot. Names and mail addresses are matched while they are read and
 * never stored, so new words, and new exemptions by domain or name, count from the next scan.
 */
export function policyEffect({ header, accounts }: Snapshot, policy: Policy): PolicyEffect {
  const matchers = policy.exemptions.map((exemption) => matcherOf(exemption, header.policy));
  const before = indexOrganization(header);
  const after = indexOrganization({ ...header, policy });
  const moves = new Map<string, VerdictMove>();
  const covered = matchers.map(() => 0);
  let seats = 0;
  for (const account of accounts) {
    const exemptions = matchers.flatMap((matches, index) => (matches?.(account) === true ? [index] : []));
    const now = classifyAccount(account, before);
    const then = classifyAccount({ ...account, exemptions }, after);
    seats += now.length;
    for (const [index, seat] of then.entries()) {
      if (seat.exemption !== null) covered[seat.exemption] = (covered[seat.exemption] ?? 0) + 1;
      addMove(moves, now[index], seat);
    }
  }
  const sorted = [...moves.values()].sort((a, b) => b.seats - a.seats);
  return {
    seats,
    changed: sorted.reduce((sum, move) => sum + move.seats, 0),
    moves: sorted,
    covered: matchers.map((matches, index) => (matches === null ? null : (covered[index] ?? 0))),
    wordsWait: policy.words.join(' ') !== header.policy.words.join(' '),
  };
}

/** Both lists hold the same seats in the same order: what somebody holds does not depend on the policy. */
function addMove(moves: Map<string, VerdictMove>, now: Seat | undefined, then: Seat): void {
  if (now === undefined || now.verdict === then.verdict) return;
  const { verdict: from } = now;
  const { verdict: to } = then;
  const key = `${from} ${to}`;
  moves.set(key, { from, to, seats: (moves.get(key)?.seats ?? 0) + 1 });
}

/** How the snapshot tells whom an exemption is about; null when it cannot. */
function matcherOf(exemption: Exemption, old: Policy): ((account: AccountFacts) => boolean) | null {
  const { match } = exemption;
  if ('account' in match) return ({ accountId }) => accountId === match.account;
  if ('group' in match) return ({ groupIds }) => groupIds.includes(match.group);
  const known = old.exemptions.findIndex((each) => JSON.stringify(each.match) === JSON.stringify(match));
  return known < 0 ? null : ({ exemptions }) => exemptions.includes(known);
}
