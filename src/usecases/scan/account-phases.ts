import { wordSet } from '../../domain/classification/service-word';
import { AppError } from '../../lib/app-error';
import { DAY_MS, toIso, toMillis } from '../../lib/duration';
import type { AccountFacts } from '../../domain/account';
import { bills } from '../../domain/classification/access';
import type { GroupAddition, Workspace } from '../../ports/site-directory';
import { billableWorkspaces, grantersOf, type Granters } from './assemble-snapshot';
import type { AssignedRow, MovedRow } from './rows';
import { inParallel, tolerate, type Phase, type ScanRun } from './scan-run';
import { toAccountFacts } from './to-account-facts';

const AT_ONCE = 4;

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
      if (scan.timeIsShort || scan.bufferIsFull) await scan.checkpoint({ cursor });
      if (scan.timeIsShort) return false;
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

/**
 * Holders of a billable role who are in no granting group: their role sits on the account or follows from another.
 * Each of them is read one by one (product.md §4, `direct` and `inferred`).
 */
export const holdersPhase: Phase = {
  message: 'Looking for roles that sit on accounts',
  async run(scan) {
    const source = 'Organization: holders of products';
    const accounts = new Map(
      (await scan.rows<AccountFacts>('users')).map((account) => [account.accountId, account]),
    );
    const granters = await grantersOf(scan);
    const products = await billableWorkspaces(scan);
    for (let index = Number(scan.state.cursor ?? '0'); index < products.length; index += 1) {
      const workspace = products[index];
      if (workspace === undefined) continue;
      await scan.checkpoint({ cursor: String(index) });
      if (scan.timeIsShort) return false;
      await readHolders(scan, workspace, { accounts, granters });
    }
    await scan.note({
      source,
      state: 'read',
      note: 'who holds each product, by any way; direct and inferred roles beside a granting group are read for would-be removals only',
    });
    return true;
  },
};

async function readHolders(
  scan: ScanRun,
  { resource, key }: Workspace,
  { accounts, granters }: { accounts: ReadonlyMap<string, AccountFacts>; granters: Granters },
): Promise<void> {
  const holders = new Set<string>();
  let requests = 0;
  for (let cursor: string | null = null; ;) {
    const page = await scan.organization.readSeatHolders(resource, cursor);
    for (const id of page.rows) holders.add(id);
    requests += 1;
    cursor = page.next;
    if (cursor === null) break;
  }
  scan.count('Organization: holders of products', requests, holders.size);
  const billing = [...accounts.values()].filter(bills);
  const byGroup = billing.filter((account) => granters.grants(account, key));
  const left = byGroup.filter(({ accountId }) => !holders.has(accountId));
  await scan.add(
    'moved',
    left.map(({ accountId }): MovedRow => ({ product: key, accountId, change: 'left' })),
  );

  const known = new Set((await scan.rows<AssignedRow>('assigned')).map(({ accountId }) => accountId));
  const withoutGroup = billing.filter(
    (account) => holders.has(account.accountId) && !granters.grants(account, key),
  );
  const unread = withoutGroup.filter(({ accountId }) => !known.has(accountId));
  const rows = await inParallel(unread, AT_ONCE, async ({ accountId }): Promise<AssignedRow> => ({
    accountId,
    roles: await scan.organization.readAssignedRoles(accountId),
  }));
  await scan.add('assigned', rows);
  const assigned = new Map(
    (await scan.rows<AssignedRow>('assigned')).map((row) => [row.accountId, row.roles]),
  );
  const joined = withoutGroup
    .filter(({ accountId }) => {
      const roles = assigned.get(accountId);
      return roles !== undefined && !roles.some(({ product }) => product === key);
    })
    .filter((account) => !granters.holds(account, key));
  await scan.add(
    'moved',
    joined.map(({ accountId }): MovedRow => ({ product: key, accountId, change: 'joined' })),
  );
}

/** Recent additions to groups: a seat may be younger than its person's time in the organization. */
export const additionsPhase: Phase = {
  message: 'Reading when people were added to groups',
  async run(scan) {
    const source = 'Organization: group events';
    const longest = Math.max(
      scan.policy.newDays,
      ...Object.values(scan.policy.perProduct).map(({ newDays }) => newDays),
    );
    const from = toIso((toMillis(scan.state.startedAt) ?? 0) - longest * DAY_MS);
    for (let cursor = scan.state.cursor; ;) {
      const at = cursor;
      const page = await tolerate(() => scan.organization.readGroupAdditions(from, at));
      if (!page.known) {
        await scan.note({ source, state: 'unreadable', note: page.reason });
        return true;
      }
      await scan.add('joined', page.value.rows satisfies readonly GroupAddition[]);
      scan.count(source, 1, page.value.rows.length);
      cursor = page.value.next;
      if (cursor === null) break;
      await scan.checkpoint({ cursor });
      if (scan.timeIsShort) return false;
    }
    await scan.note({ source, state: 'read', note: `additions to groups since ${from.slice(0, 10)}` });
    return true;
  },
};
