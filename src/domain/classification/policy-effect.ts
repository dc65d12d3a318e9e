import type { Policy } from '../policy';
import type { Seat, Verdict } from '../seat';
import type { Snapshot } from '../snapshot';
import { classifyAccount } from './classify-account';
import { matcherIn } from './exemption';
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
  /** Whether an exemption is newer than the scan and only a scan can tell whom it covers, since names are not stored. */
  readonly exemptionsWait: boolean;
  /** Whether other words are looked for in names, which only a scan can do. */
  readonly wordsWait: boolean;
}

/**
 * What another policy would say of the same snapshot. Names and mail addresses are matched while they are read and
 * never stored, so new words, and new exemptions by domain or name, count from the next scan.
 */
export function policyEffect({ header, accounts }: Snapshot, policy: Policy): PolicyEffect {
  const matchers = policy.exemptions.map((exemption) => matcherIn(header.policy, exemption));
  const before = indexOrganization(header);
  const after = indexOrganization({ ...header, policy });
  const moves: VerdictMoves = new Map();
  let seats = 0;
  for (const account of accounts) {
    const exemptions = matchers.flatMap((matches, index) => (matches?.(account) === true ? [index] : []));
    const now = classifyAccount(account, before);
    const then = classifyAccount({ ...account, exemptions }, after);
    seats += now.length;
    for (const [index, seat] of then.entries()) addMove(moves, now[index], seat);
  }
  const sorted = largestFirst(moves);
  return {
    seats,
    changed: sorted.reduce((sum, move) => sum + move.seats, 0),
    moves: sorted,
    exemptionsWait: matchers.includes(null),
    wordsWait: policy.words.join(' ') !== header.policy.words.join(' '),
  };
}

/** Moves by the verdicts that they lead from and to. */
export type VerdictMoves = Map<string, VerdictMove>;

/** Both lists hold the same seats in the same order: what somebody holds does not depend on the policy. */
export function addMove(moves: VerdictMoves, now: Seat | undefined, then: Seat): void {
  if (now === undefined || now.verdict === then.verdict) return;
  const { verdict: from } = now;
  const { verdict: to } = then;
  const key = `${from} ${to}`;
  moves.set(key, { from, to, seats: (moves.get(key)?.seats ?? 0) + 1 });
}

export function largestFirst(moves: VerdictMoves): VerdictMove[] {
  return [...moves.values()].sort((a, b) => b.seats - a.seats);
}
