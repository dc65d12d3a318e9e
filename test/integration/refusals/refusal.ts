import { expect, test } from 'vitest';

import type { PayloadOf, ResolverName } from '../../../src/contract/resolvers';
import { people } from '../a-seed';
import type { Review } from '../a-review';
import type { Site } from '../a-site';

/** A resolver that is called with a payload, at a site that was brought there. */
export interface Asked {
  readonly site: Site;
  readonly resolver: ResolverName;
  readonly payload: unknown;
}

/** One rule, who tries what against it, and what they are told. */
export interface Refusal {
  readonly rule: string;
  /** A persona, or an account. */
  readonly who: string;
  readonly asks: () => Promise<Asked>;
  readonly code: string;
  readonly says: string;
}

/** The first lines of a review of the tiny organization, in their order. */
export const LINE = { erin: 1, casey: 2, devi: 3, jenkins: 4, fay: 5 } as const;

/** States each rule as a test: the refusal is the expected one, and no ledger holds a record of it. */
export function expectRefusals(rows: readonly Refusal[]): void {
  for (const { rule, who, asks, code, says } of rows)
    test(`${rule} (as ${nameOf(who)})`, async () => {
      const { site, resolver, payload } = await asks();
      const before = records(site);
      expect(await site.refusal(who, resolver, payload)).toEqual({ code, message: says });
      expect(records(site)).toEqual(before);
    });
}

function nameOf(who: string): string {
  return Object.entries(people).find(([, accountId]) => accountId === who)?.[0] ?? who;
}

function records(site: Site): string[] {
  return site.stored().flatMap(({ key }) => (key.startsWith('ledger:') ? [key] : []));
}

/** What is asked of a review: the payload of the resolver but for the review's id. */
export function ask<Name extends ResolverName>(
  { site, cycleId }: Review,
  resolver: Name,
  payload: Omit<PayloadOf<Name>, 'cycleId'>,
): Asked {
  return { site, resolver, payload: { cycleId, ...payload } };
}

type Decide = PayloadOf<'decide-lines'>;

/** A decision for the lines, with a note unless `more` says otherwise. */
export function askDecision(
  review: Review,
  lines: readonly number[],
  decision: Decide['decision'],
  more: Partial<Decide> = {},
): Asked {
  const payload = review.decision(lines, decision, { note: 'looked into it', ...more });
  return { site: review.site, resolver: 'decide-lines', payload };
}
