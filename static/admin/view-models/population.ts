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

type Membership = Snapshot['membership'][number];

const MEMBERSHIP_REASONS: Readonly<Record<Membership['items'][number]['reason'], string>> = {
  app: 'an app',
  'other-kind-of-account': 'no account of a person',
  closed: 'closed',
  inactive: 'deactivated',
  suspended: 'suspended',
  'not-in-directory': 'no member of the directory',
  'non-billing-role': 'a role that does not bill',
  'covered-by-another-jira-seat': 'covered by another Jira seat',
  'role-without-a-group': 'a role without a group',
};

export interface MembershipRow {
  readonly product: string;
  readonly name: string;
  readonly members: string;
  /** "2 accounts: suspended", each to be shown with its accounts. */
  readonly between: readonly {
    readonly reason: string;
    readonly text: string;
    readonly accountIds: readonly string[];
    readonly more: number;
  }[];
  readonly seats: string;
}

/** From the members of granting groups to the seats, product by product. */
export function membershipRows(
  bridges: readonly Membership[],
  nameOf: (product: string) => string,
): MembershipRow[] {
  return bridges.map(({ product, members, seats, items }) => ({
    product,
    name: nameOf(product),
    members: counted(members, 'account'),
    between: items.map(({ reason, direction, count, accountIds }) => ({
      reason,
      text: `${direction === 'members-only' ? 'minus' : 'plus'} ${counted(count, 'account')}: ${MEMBERSHIP_REASONS[reason]}`,
      accountIds,
      more: count - accountIds.length,
    })),
    seats: counted(seats, 'seat'),
  }));
}
