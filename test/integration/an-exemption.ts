import type { PayloadOf } from '../../src/contract/resolvers';
import { groups, people } from './a-seed';
import type { Site } from './a-site';

export type ExemptionRequest = PayloadOf<'ask-exemption'>;

/** A request for the contractors' group until the new year, owned by Gil; override what matters. */
export function aRequest(change: Partial<ExemptionRequest> = {}): ExemptionRequest {
  return {
    match: { group: groups.contractors },
    expires: '2027-01-01T00:00:00.000Z',
    reason: 'audit of the contractors',
    owner: people.gil,
    ...change,
  };
}

/** Asks as somebody and gives the id of the request. */
export async function ask(
  site: Site,
  change: Partial<ExemptionRequest> = {},
  who = 'admin',
): Promise<string> {
  const { rows } = await site.get(who, 'ask-exemption', aRequest(change));
  return rows[0]?.exemptionId ?? '';
}

/** An exemption that `admin` asked for and `approver` approved. */
export async function exempt(site: Site, change: Partial<ExemptionRequest> = {}): Promise<string> {
  const exemptionId = await ask(site, change);
  await site.get('approver', 'approve-exemption', { exemptionId });
  return exemptionId;
}
