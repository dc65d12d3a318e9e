import type { CycleRecord } from '../../src/domain/review/fold-cycle';
import type { LedgerRecord } from '../../src/domain/evidence/record';
import type { LoggedCall } from '../local/call';
import type { OrganizationHistory } from './organization-history';

/** How the people of a run left it. */
export interface Ending {
  /** Why they gave up, in the app's own words; null when nothing was left to do. */
  readonly gaveUp: string | null;
  /** Lines that the last plan leaves out, each with the reason that it shows. */
  readonly skips: readonly { readonly line: number; readonly why: string }[];
}

/** What a run left behind outside of the app's memory: what Atlassian saw, and what lies in storage. */
export interface Observed {
  readonly calls: readonly LoggedCall[];
  readonly history: OrganizationHistory;
  /** Records of each ledger in the order of their keys, by the ledger's name. */
  readonly ledgers: ReadonlyMap<string, readonly LedgerRecord[]>;
  readonly ending: Ending;
}

/** Ledgers of reviews. */
export function reviewsOf({ ledgers }: Pick<Observed, 'ledgers'>): readonly (readonly CycleRecord[])[] {
  return [...ledgers].flatMap(([name, records]) =>
    // Only the app writes there, and ledgers of this name hold events of reviews alone.
    name.startsWith('cycle-') ? [records as readonly CycleRecord[]] : [],
  );
}

/** The rules that a review opened with, whatever was saved in Settings since. */
export function rulesOf(review: readonly CycleRecord[]): RecordedRules | undefined {
  const rules = review.flatMap(({ event }) =>
    event.kind === 'cycle-drafted' || event.kind === 'cycle-opened' ? (event.rules ?? []) : [],
  );
  return rules.at(-1);
}

type RecordedRules = Extract<CycleRecord['event'], { kind: 'cycle-drafted' }>['rules'];

/** Records of one kind over all reviews, oldest first. */
export function recordsOf<Kind extends CycleRecord['event']['kind']>(
  observed: Pick<Observed, 'ledgers'>,
  kind: Kind,
): readonly RecordOf<Kind>[] {
  return reviewsOf(observed).flatMap((records) =>
    records.filter((record): record is RecordOf<Kind> => record.event.kind === kind),
  );
}

export type RecordOf<Kind extends CycleRecord['event']['kind']> = CycleRecord & {
  readonly event: Extract<CycleRecord['event'], { kind: Kind }>;
};
