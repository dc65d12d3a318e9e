import { byCodeUnit } from '../../lib/order';
import { isJiraFamily } from '../product';
import type { Seat } from '../seat';
import type { SnapshotHeader } from '../snapshot';

export type DifferenceReason = 'admin-only' | 'inferred-only' | 'joined-or-left-during-scan';

export interface Difference {
  readonly reason: DifferenceReason;
  /** Who counts these accounts: we alone, or Atlassian alone. */
  readonly direction: 'enumerated-only' | 'reported-only';
  readonly accountIds: readonly string[];
}

export interface PopulationProof {
  readonly product: string;
  readonly enumerated: number;
  readonly reported: number;
  readonly explained: readonly Difference[];
  /** Reported minus enumerated minus what named accounts explain; 0 when the counts are bridged. */
  readonly unexplained: number;
  readonly source: 'applicationrole' | 'users-count';
}

/**
 * Bridges our seats to Atlassian's reported count with named accounts (product.md §3 S4). Atlassian's rule on
 * admin-only and inferred-only holders is not published, so a whole group of such accounts explains a
 * difference only if leaving it out brings the counts closer; what is left over is unexplained.
 */
export function provePopulation(header: SnapshotHeader, seats: readonly Seat[]): PopulationProof[] {
  return header.products
    .flatMap(({ key, scope, reported }) => {
      if (scope !== 'billable' || reported === null || key === 'jira-core') return [];
      const own = seats.filter(({ product }) => product === key);
      const difference = reported.after - own.length;
      const explained = bestExplanation(difference, candidatesFor(header, key, own));
      return {
        product: key,
        enumerated: own.length,
        reported: reported.after,
        explained,
        unexplained: difference - bridgedBy(explained),
        source: reported.source,
      };
    })
    .sort((a, b) => byCodeUnit(a.product, b.product));
}

/** The proofs against a count that is independent of the scan. */
export function independentProofs(proofs: readonly PopulationProof[]): PopulationProof[] {
  return proofs.filter(({ product }) => isJiraFamily(product));
}

function candidatesFor(header: SnapshotHeader, product: string, seats: readonly Seat[]): Difference[] {
  const marked = (mark: 'admin-only' | 'inferred-only'): string[] =>
    seats
      .filter(({ marks }) => marks.includes(mark))
      .map(({ accountId }) => accountId)
      .sort(byCodeUnit);
  const moved = (change: 'joined' | 'left'): string[] =>
    header.movedDuringScan
      .filter((move) => move.product === product && move.change === change)
      .map(({ accountId }) => accountId)
      .sort(byCodeUnit);
  return [
    { reason: 'admin-only', direction: 'enumerated-only', accountIds: marked('admin-only') },
    { reason: 'inferred-only', direction: 'enumerated-only', accountIds: marked('inferred-only') },
    { reason: 'joined-or-left-during-scan', direction: 'enumerated-only', accountIds: moved('left') },
    { reason: 'joined-or-left-during-scan', direction: 'reported-only', accountIds: moved('joined') },
  ];
}

/**
 * The subset of candidates that leaves the least unexplained; the smallest such subset, so that no reason without
 * an account is in it.
 */
function bestExplanation(difference: number, candidates: readonly Difference[]): Difference[] {
  let best: Difference[] = [];
  for (let bits = 0; bits < 1 << candidates.length; bits += 1) {
    const chosen = withoutRepeats(candidates.filter((_, position) => (bits >> position) & 1));
    const rest = Math.abs(difference - bridgedBy(chosen));
    const restOfBest = Math.abs(difference - bridgedBy(best));
    if (rest < restOfBest || (rest === restOfBest && chosen.length < best.length)) best = chosen;
  }
  return best;
}

/** An account that several reasons name is counted under the first. */
function withoutRepeats(differences: readonly Difference[]): Difference[] {
  const seen = new Set<string>();
  return differences.map((difference) => {
    const accountIds = difference.accountIds.filter((id) => !seen.has(id));
    for (const id of accountIds) seen.add(id);
    return { ...difference, accountIds };
  });
}

function bridgedBy(differences: readonly Difference[]): number {
  return differences.reduce(
    (sum, { direction, accountIds }) => sum + (direction === 'enumerated-only' ? -1 : 1) * accountIds.length,
    0,
  );
}
