import { wordSet } from '../../domain/classification/service-word';
import { AppError } from '../../lib/app-error';
import { DAY_MS, toIso, toMillis } from '../../lib/duration';
import type { AccountFacts } from '../../domain/account';
import type { GroupAddition } from '../../ports/site-directory';
import { ADDITIONS } from './rows';
import { tolerate, type Phase, type ScanRun } from './scan-run';
import { toAccountFacts } from './to-account-facts';

/** Every user of the organization, 100 a page, with groups, platform roles and last use. */
export const usersPhase: Phase = {
  message: 'Reading people, their groups and their last use',
  async run(scan) {
    const source = 'Organization: users';
    const context = { policy: scan.policy, words: wordSet(scan.policy.words), cloudId: scan.state.cloudId };
    for (let cursor = scan.state.cursor; ;) {
      const page = await scan.organization.readUsers(cursor);
      const untold = page.rows.find(({ groupIds }) => groupIds === null);
      if (untold !== undefined)
        throw new AppError('atlassian.malformed', "Atlassian's listing of users leaves out their groups.");
      await scan.add(
        'users',
        page.rows.map((user) => toAccountFacts(user, context)),
      );
      scan.count(source, 1, page.rows.length);
      cursor = page.next;
      if (cursor === null) break;
      if (scan.mustPause || scan.bufferIsFull) await scan.checkpoint({ cursor });
      if (scan.mustPause) return false;
    }
    await refuseShortListing(scan);
    await scan.note({ source, state: 'read', note: 'groups, platform roles, last use of each product' });
    return true;
  },
};

/** A page walk that ends early would turn people into leavers: the organization's own count must be reached. */
async function refuseShortListing(scan: ScanRun): Promise<void> {
  const expected = await scan.organization.countUsers();
  const reached = new Set((await scan.rows<AccountFacts>('users')).map(({ accountId }) => accountId)).size;
  if (reached < expected)
    throw new AppError(
      'atlassian.malformed',
      `Atlassian's listing of users ended after ${String(reached)} of ${String(expected)}.`,
    );
}

/** Recent additions to groups: a seat may be younger than its person's time in the organization. */
export const additionsPhase: Phase = {
  message: 'Reading when people were added to groups',
  async run(scan) {
    const source = ADDITIONS;
    const from = additionsFrom(scan, scan.state.startedAt);
    for (let cursor = scan.state.cursor; ;) {
      const at = cursor;
      const page = await tolerate(() => scan.organization.readGroupEvents('added', from, at));
      if (!page.known) {
        await scan.note({ source, state: 'unreadable', note: page.reason });
        return true;
      }
      await scan.add('joined', page.value.rows satisfies readonly GroupAddition[]);
      scan.count(source, 1, page.value.rows.length);
      cursor = page.value.next;
      if (cursor === null) break;
      await scan.checkpoint({ cursor });
      if (scan.mustPause) return false;
    }
    await scan.note({ source, state: 'read', note: `additions to groups since ${from.slice(0, 10)}` });
    return true;
  },
};

/**
 * Since when an addition can make a seat too new under any product's policy; ISO 8601. `asOf` is the moment that
 * activity counts from: the scan's start, or the earlier day of a user export.
 */
export function additionsFrom({ policy }: Pick<ScanRun, 'policy'>, asOf: string): string {
  const longest = Math.max(policy.newDays, ...Object.values(policy.perProduct).map(({ newDays }) => newDays));
  return toIso((toMillis(asOf) ?? 0) - longest * DAY_MS);
}
