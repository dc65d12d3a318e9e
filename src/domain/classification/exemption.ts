import { toMillis } from '../../lib/duration';
import type { AccountFacts } from '../account';
import type { Exemption, Policy } from '../policy';

/** Whether an exemption is about this person, whatever product and date. Names are matched when facts are read. */
export function exemptionMatches(
  { match }: Exemption,
  person: { accountId: string; name: string; email?: string | undefined; groupIds: readonly string[] },
): boolean {
  if ('account' in match) return match.account === person.accountId;
  if ('group' in match) return person.groupIds.includes(match.group);
  if ('emailDomain' in match) {
    return emailDomainOf(person.email) === match.emailDomain.replace(/^@/, '').toLowerCase();
  }
  return globToRegExp(match.namePattern).test(person.name);
}

/** What stands behind the @ of an address, in small letters; undefined where none is told. */
export function emailDomainOf(email: string | undefined): string | undefined {
  return email?.split('@')[1]?.toLowerCase();
}

/** Index of the first unexpired exemption that covers the account on the product, or null. */
export function coveringExemption(
  account: Pick<AccountFacts, 'exemptions'>,
  product: string,
  policy: Policy,
  takenAt: number,
): number | null {
  const index = account.exemptions.find((candidate) => {
    const exemption = policy.exemptions[candidate];
    if (exemption === undefined) return false;
    if (exemption.product !== undefined && exemption.product !== product) return false;
    return (toMillis(exemption.expires) ?? -Infinity) > takenAt;
  });
  return index ?? null;
}

/**
 * How facts that were stored under a policy tell whom an exemption is about; null when they cannot, because it goes by
 * names, which are matched while they are read and never stored, and that policy did not hold it.
 */
export function matcherIn(
  stored: Policy,
  { match }: Pick<Exemption, 'match'>,
): ((account: AccountFacts) => boolean) | null {
  if ('account' in match) return ({ accountId }) => accountId === match.account;
  if ('group' in match) return ({ groupIds }) => groupIds.includes(match.group);
  const known = stored.exemptions.findIndex((each) => JSON.stringify(each.match) === JSON.stringify(match));
  return known < 0 ? null : ({ exemptions }) => exemptions.includes(known);
}

/** `*` is any run of characters, `?` one; the whole name must match, letters' case aside. */
function globToRegExp(pattern: string): RegExp {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*/g, '.*')
    .replace(/\?/g, '.');
  return new RegExp(`^${source}$`, 'iu');
}
