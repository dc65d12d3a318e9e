import type { Exemption, Policy } from '../policy';

/** Who did something, and when; ISO 8601 UTC. */
export interface Deed {
  readonly by: string;
  readonly at: string;
}

/** One exemption and its way: asked for, answered by somebody else, ended early (product.md §7). */
export interface RegisteredExemption {
  readonly id: string;
  readonly exemption: Exemption;
  /** Null where it was saved with the policy, before exemptions were asked for. */
  readonly asked: Deed | null;
  readonly answered: (Deed & { readonly approved: boolean; readonly reason: string }) | null;
  readonly ended: (Deed & { readonly reason: string }) | null;
}

export type ExemptionState = 'waiting' | 'in-force' | 'declined' | 'ended' | 'expired';

/** What can happen to an exemption; each is a record of the organization's ledger. */
export type ExemptionEvent =
  | {
      readonly kind: 'exemption-asked';
      readonly exemptionId: string;
      readonly exemption: Exemption;
    }
  | { readonly kind: 'exemption-approved'; readonly exemptionId: string }
  | { readonly kind: 'exemption-declined'; readonly exemptionId: string; readonly reason: string }
  | { readonly kind: 'exemption-ended'; readonly exemptionId: string; readonly reason: string };

/** Where an exemption stands at `now`, ISO 8601 UTC. It ends on its day by itself, answered or not. */
export function exemptionState(
  { exemption, asked, answered, ended }: RegisteredExemption,
  now: string,
): ExemptionState {
  if (ended !== null) return 'ended';
  if (answered?.approved === false) return 'declined';
  if (exemption.expires <= now) return 'expired';
  return asked === null || answered !== null ? 'in-force' : 'waiting';
}

/** The register after one more event. */
export function foldExemption(
  register: readonly RegisteredExemption[],
  event: ExemptionEvent,
  deed: Deed,
): RegisteredExemption[] {
  if (event.kind === 'exemption-asked') {
    const { exemptionId: id, exemption } = event;
    return [...register, { id, exemption, asked: deed, answered: null, ended: null }];
  }
  return register.map((entry) => (entry.id === event.exemptionId ? changed(entry, event, deed) : entry));
}

function changed(
  entry: RegisteredExemption,
  event: Exclude<ExemptionEvent, { kind: 'exemption-asked' }>,
  deed: Deed,
): RegisteredExemption {
  switch (event.kind) {
    case 'exemption-approved':
      return { ...entry, answered: { ...deed, approved: true, reason: '' } };
    case 'exemption-declined':
      return { ...entry, answered: { ...deed, approved: false, reason: event.reason } };
    case 'exemption-ended':
      return { ...entry, ended: { ...deed, reason: event.reason } };
  }
}

/** Those that came with a saved policy take the place of earlier ones that did; what was asked for stays. */
export function withSavedExemptions(
  register: readonly RegisteredExemption[],
  saved: Policy['exemptions'],
  sequence: number,
): RegisteredExemption[] {
  const standing = saved.map((exemption, index) => ({
    id: `saved-${String(sequence)}-${String(index + 1)}`,
    exemption,
    asked: null,
    answered: null,
    ended: null,
  }));
  return [...standing, ...register.filter(({ asked }) => asked !== null)];
}

/**
 * Exemptions that count, in the register's order, each with who stands behind it. Those whose day has passed are
 * among them: what is classified says at which moment it was taken, and they cover nothing from their day on.
 */
export function exemptionsInForce(register: readonly RegisteredExemption[]): Exemption[] {
  return register.flatMap(({ id, exemption, asked, answered, ended }) => {
    if (ended !== null) return [];
    if (asked === null) return [exemption];
    if (answered?.approved !== true) return [];
    const approval = { id, askedBy: asked.by, askedAt: asked.at, approvedBy: answered.by };
    return [{ ...exemption, approval: { ...approval, approvedAt: answered.at } }];
  });
}
