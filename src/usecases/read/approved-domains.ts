import { openDoors, type ApprovedDomain, type OpenDoor } from '../../domain/approved-domains';
import { classifyAccounts } from '../../domain/classification/classify-snapshot';
import { namesOf, type Names } from '../../domain/classification/explain';
import { getCurrentSnapshot, type SnapshotTools } from '../current-snapshot';
import { isInSight, type Sight } from './sight';

/** What approved domains would mean for the last scan, before anybody saves them. Changes nothing. */
export async function previewApprovedDomains(
  domains: readonly ApprovedDomain[],
  sight: Sight,
  tools: SnapshotTools,
) {
  const { header, accounts } = await getCurrentSnapshot(tools);
  const names = namesOf(header);
  const seen = domains.filter((each) => isInSight(each, sight));
  const doors = openDoors(seen, header.groups, classifyAccounts(header, accounts));
  return { asOf: header.takenAt, sentences: doors.map((door) => doorInWords(door, names)) };
}

/** "People of *partner.example* get Jira without approval, through *jira-users*. …" */
export function doorInWords({ domain, product, groups, mayReturn }: OpenDoor, names: Names): string {
  const door = `People of *${domain}* get ${names.product(product)} without approval`;
  if (groups.length === 0)
    return `${door}. Through which groups is not known: the last scan knows no default group of it.`;
  const through = `${door}, through ${groups.map(({ name }) => `*${name}*`).join(' and ')}.`;
  if (mayReturn === 0) return `${through} No recommended removal is from there.`;
  const seats =
    mayReturn === 1 ? '1 seat that a review may end' : `${String(mayReturn)} seats that a review may end`;
  return `${through} ${seats} there may come back, where the person has such an address: addresses are not stored.`;
}
