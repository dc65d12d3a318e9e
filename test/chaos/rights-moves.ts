import type { Random } from '../local/generate/random';
import { approveAs } from './review-moves';
import { goOn, startAsAny } from './run-moves';
import type { Site } from './site';

/**
 * Somebody approves by permission and loses it before the removals, then gets it back. Meanwhile they try to approve
 * more, and whoever executes goes on with what was approved.
 */
export async function approveAndLoseTheRight(site: Site, random: Random): Promise<boolean> {
  const approve = approveAs('jira-admin');
  if (!(await approve(site, random))) return false;
  const account = site.accountOf('jira-admin');
  const group = administeringGroupOf(site, account);
  site.happen({ do: 'remove-from-group', account, group });
  await site.host.advance('PT3M');
  await approve(site, random);
  if (!(await startAsAny(site, random))) await goOn(site);
  site.happen({ do: 'add-to-group', account, group });
  await site.host.advance('PT3M');
  return true;
}

function administeringGroupOf({ host }: Site, accountId: string): string {
  const { accounts, groups } = host.organization.seed;
  const own = accounts.find((account) => account.accountId === accountId)?.groups ?? [];
  const found = groups.find(({ id, accessType }) => accessType !== undefined && own.includes(id));
  if (found === undefined) throw new Error('No group lets them administer Jira.');
  return found.id;
}
