import { DAY_MS, toMillis } from '../../lib/duration';
import type { AccountFacts } from '../account';
import { thresholdsOf, type Policy } from '../policy';
import { BILLABLE_PRODUCTS } from '../product';
import { ELSEWHERE } from '../user-export/exported-account';

/**
 * Without an organization key nobody can tell what a group grants beside Jira. A removal is believed to end nothing
 * else in use only for people whose user export shows no recent use of any other product (product.md §12).
 * Gives why that cannot be said of an account, as phrases; empty when it can.
 */
export function otherUseOf(
  { exported, lastActive, lastActiveElsewhere }: AccountFacts,
  product: string,
  policy: Policy,
): string[] {
  if (exported === null || !lastActive.known)
    return ['use of other products is not told without a user export'];
  const asOf = toMillis(exported.at) ?? 0;
  const isRecent = (other: string, use: string): boolean =>
    asOf - (toMillis(use) ?? asOf) < thresholdsOf(policy, other).thresholdDays * DAY_MS;
  const isOther = (other: string): boolean =>
    other !== product && !(product === 'jira-software' && other === 'jira-core');
  const uses = [
    ...Object.entries(lastActive.value),
    ...(lastActiveElsewhere === null ? [] : [[ELSEWHERE, lastActiveElsewhere] as const]),
  ];
  const used = uses.filter(([other, use]) => isOther(other) && isRecent(other, use)).map(([other]) => other);
  const untold = exported.untold.filter(isOther);
  return [
    ...used.map((other) => `${nameOf(other)} was used recently, and what leads there could not be read`),
    ...untold.map((other) => `the user export leaves the last use of ${nameOf(other)} open`),
  ];
}

function nameOf(product: string): string {
  return product === ELSEWHERE ? 'a product of another site' : (BILLABLE_PRODUCTS[product] ?? product);
}
