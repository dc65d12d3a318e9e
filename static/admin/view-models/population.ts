import type { Snapshot } from './contract-types';
import { counted, grouped, listed } from './counts';
import { POPULATION_SOURCE_LABELS } from './labels';

export interface PopulationView {
  readonly product: string;
  readonly name: string;
  /** "120 seats". */
  readonly ours: string;
  readonly reported: string;
  /** Named accounts that bridge the two counts, in words. */
  readonly explained: string;
  readonly unexplained: number;
  /** "Counts agree", "3 seats unexplained". */
  readonly result: string;
  readonly source: string;
}

type PopulationProof = Snapshot['population'][number];

const REASONS: Readonly<Record<string, string>> = {
  'admin-only': 'with an administrator role only',
  'inferred-only': 'with an inferred role only',
  'joined-or-left-during-scan': 'that joined or left during the scan',
};

/** Our seats against the count that Atlassian reports, product by product. */
export function populationRows(
  proofs: readonly PopulationProof[],
  nameOf: (product: string) => string,
): PopulationView[] {
  return proofs.map((proof) => ({
    product: proof.product,
    name: nameOf(proof.product),
    ours: counted(proof.enumerated, 'seat'),
    reported: counted(proof.reported, 'seat'),
    explained: explanation(proof),
    unexplained: proof.unexplained,
    result: resultOf(proof),
    source: POPULATION_SOURCE_LABELS[proof.source],
  }));
}

function explanation({ explained }: PopulationProof): string {
  if (explained.length === 0) return 'No named account bridges the counts';
  return listed(
    explained.map(({ reason, direction, accountIds }) => {
      const who =
        direction === 'enumerated-only' ? 'counted by SeatTrace alone' : 'counted by Atlassian alone';
      return `${counted(accountIds.length, 'account')} ${REASONS[reason] ?? reason} (${who})`;
    }),
  );
}

function resultOf({ enumerated, reported, unexplained }: PopulationProof): string {
  if (unexplained !== 0) {
    const side = unexplained > 0 ? 'more reported than found' : 'more found than reported';
    return `${counted(Math.abs(unexplained), 'seat')} unexplained, ${side}`;
  }
  return enumerated === reported
    ? 'Counts agree'
    : `Explained: ${grouped(Math.abs(reported - enumerated))} by name`;
}
