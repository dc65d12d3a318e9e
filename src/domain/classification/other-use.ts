import { DAY_MS, toMillis } from '../../lib/duration';
import type { AccountFacts, ExportedFacts } from '../account';
import { thresholdsOf } from '../policy';
import { BILLABLE_PRODUCTS, isJiraFamily } from '../product';
import { ELSEWHERE } from '../user-export/exported-account';
import type { OrganizationIndex } from './organization-index';
import { standingOf } from './standing';

/**
 * Without an organization key nobody can tell what a group grants beside Jira. A removal is believed to end nothing
 * else in use only for people whose user export shows no recent use of any other product (product.md §12).
 * Gives why that cannot be said of an account, as phrases; empty when it can.
 */
export function otherUseOf(account: AccountFacts, product: string, index: OrganizationIndex): string[] {
  const { exported } = account;
  if (exported === null) return ['use of other products is not told without a user export'];
  const isOther = (other: string): boolean =>
    other !== product && !(product === 'jira-software' && other === 'jira-core');
  const untold = new Set([...exported.untold, ...untoldSeats(account, exported, index)]);
  return [
    ...usedRecently(account, exported, index)
      .filter(isOther)
      .map((other) => `${nameOf(other)} was used recently, and what leads there could not be read`),
    ...[...untold]
      .filter(isOther)
      .map((other) => `the user export leaves the last use of ${nameOf(other)} open`),
    ...protectedElsewhere(account, index)
      .filter(isOther)
      .map((other) => `an exemption protects ${nameOf(other)}, and what leads there could not be read`),
  ];
}

function usedRecently(
  { lastActive, lastActiveElsewhere }: AccountFacts,
  { at }: ExportedFacts,
  { header }: OrganizationIndex,
): string[] {
  if (!lastActive.known) return [];
  const asOf = toMillis(at) ?? 0;
  const uses = Object.entries(lastActive.value);
  if (lastActiveElsewhere !== null) uses.push([ELSEWHERE, lastActiveElsewhere]);
  return uses
    .filter(
      ([other, use]) =>
        asOf - (toMillis(use) ?? asOf) < thresholdsOf(header.policy, other).thresholdDays * DAY_MS,
    )
    .map(([other]) => other);
}

/** Other seats of the account that the export says nothing of. */
function untoldSeats(account: AccountFacts, { never }: ExportedFacts, index: OrganizationIndex): string[] {
  const { lastActive } = account;
  const isTold = (product: string): boolean =>
    never.includes(product) || (lastActive.known && lastActive.value[product] !== undefined);
  return standingOf(account, index)
    .seats.map(({ product }) => product)
    .filter((product) => !isTold(product));
}

/** Products outside Jira's family that an unexpired exemption protects for this account. */
function protectedElsewhere({ exemptions }: AccountFacts, { header, takenAt }: OrganizationIndex): string[] {
  return exemptions.flatMap((place) => {
    const exemption = header.policy.exemptions[place];
    if (exemption?.product === undefined || isJiraFamily(exemption.product)) return [];
    return (toMillis(exemption.expires) ?? -Infinity) > takenAt ? [exemption.product] : [];
  });
}

function nameOf(product: string): string {
  return product === ELSEWHERE ? 'a product of another site' : (BILLABLE_PRODUCTS[product] ?? product);
}
