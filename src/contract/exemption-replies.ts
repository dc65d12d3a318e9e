import type { ExemptionState } from '../domain/exemptions/register';
import type { Verdict } from '../domain/seat';

/** Who did something to an exemption, and when; ISO 8601 UTC. */
export interface Deed {
  readonly by: string;
  readonly at: string;
}

export interface ExemptionRow {
  readonly exemptionId: string;
  readonly state: ExemptionState;
  readonly match: {
    readonly kind: 'account' | 'group' | 'emailDomain' | 'namePattern';
    readonly value: string;
    /** Of a group as the last scan calls it; null where it does not know it. */
    readonly name: string | null;
  };
  /** Null: every product. */
  readonly product: string | null;
  readonly expires: string;
  readonly reason: string;
  /** An account id, or a text where it stands from before exemptions were asked for. */
  readonly owner: string;
  readonly control: string | null;
  /** Null where it was saved with the policy, before exemptions were asked for. */
  readonly asked: Deed | null;
  readonly answered: (Deed & { readonly approved: boolean; readonly reason: string }) | null;
  readonly ended: (Deed & { readonly reason: string }) | null;
  /** Why the caller may not answer it; empty when nothing on record stands in the way, or nothing waits. */
  readonly obstacle: string;
}

export interface ExemptionList {
  /** The newest first. */
  readonly rows: readonly ExemptionRow[];
  /** Groups of the last scan to choose from. */
  readonly groups: readonly { readonly id: string; readonly name: string }[];
}

/** Whom an exemption would cover, of the last scan. */
export interface ExemptionPreview {
  readonly asOf: string;
  /** Null where only a scan can tell: names are not stored. */
  readonly covers: {
    readonly people: number;
    readonly seats: number;
    readonly moves: readonly { readonly from: Verdict; readonly to: Verdict; readonly seats: number }[];
  } | null;
  /** It may also cover seats of products that the caller may not see; they are not counted. */
  readonly isPartial: boolean;
}
