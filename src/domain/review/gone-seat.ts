/** Why a seat of the last cycle has no line now, as far as it is known. */
export type GoneReason =
  'removed' | 'rebounded' | 'seat-ended' | 'active' | 'too-new' | 'protected' | 'not-known';

export interface GoneSeat {
  readonly accountId: string;
  readonly product: string;
  readonly why: GoneReason;
  /** Its line in the cycle before. */
  readonly cycleId: string;
  readonly line: number;
}
