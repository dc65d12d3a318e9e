import { AppError } from '../../lib/app-error';
import { BUDGETS } from '../../lib/budgets';
import type { AccountFacts } from '../../domain/account';
import { bills } from '../../domain/classification/access';
import { isJiraFamily } from '../../domain/product';
import type { Workspace } from '../../ports/site-directory';
import { billableWorkspaces, grantersOf, type Granters } from './assemble-snapshot';
import type { AssignedRow, CountedRow, GrantsRow, MovedRow } from './rows';
import { inParallel, tolerate, type Phase, type ScanRun } from './scan-run';

const AT_ONCE = 4;
/** Users on one page of the organization's listings. */
const LISTING_PAGE = 100;

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
    let begun = 0;
    for (let index = Number(scan.state.cursor ?? '0'); index < products.length; index += 1) {
      const workspace = products[index];
      if (workspace === undefined) continue;
      await scan.checkpoint({ cursor: String(index) });
      // A listing is read in one go: it gets an invocation of its own rather than being cut off.
      const isTight = begun > 0 && !scan.hasRequestsFor(BUDGETS.egressReserve + pagesOf(accounts.size));
      if (scan.mustPause || isTight) return false;
      begun += 1;
      await countHolders(scan, workspace);
      if (await readHolders(scan, workspace, { accounts, granters })) continue;
      await scan.checkpoint({ cursor: String(index) });
      return false;
    }
    await scan.note({
      source,
      state: 'read',
      note: 'who holds each product, by any way; direct and inferred roles beside a granting group are read for would-be removals only',
    });
    return true;
  },
};

/** Products outside Jira's family have no reported count: the organization's own stands in, from the same source. */
async function countHolders(scan: ScanRun, { key, resource }: Workspace): Promise<void> {
  const counted = await scan.rows<CountedRow>('counted');
  if (isJiraFamily(key) || counted.some(({ product }) => product === key)) return;
  const count = await tolerate(() => scan.organization.countSeatHolders(resource));
  if (count.known)
    await scan.add('counted', [{ product: key, resource, count: count.value } satisfies CountedRow]);
}

function pagesOf(accounts: number): number {
  return Math.ceil(accounts / LISTING_PAGE);
}

interface Population {
  readonly accounts: ReadonlyMap<string, AccountFacts>;
  readonly granters: Granters;
}

/** Compares who holds a product with whom its groups make holders. False when another invocation has to go on. */
async function readHolders(
  scan: ScanRun,
  { resource, key }: Workspace,
  { accounts, granters }: Population,
): Promise<boolean> {
  const holders = await listHolders(scan, resource);
  const billing = [...accounts.values()].filter(bills);
  const withoutGroup = billing.filter(
    (account) => holders.has(account.accountId) && !granters.grants(account, key),
  );
  if (!(await readAssigned(scan, withoutGroup))) return false;
  const rows = await scan.rows<AssignedRow>('assigned');
  const assigned = new Map(rows.map((row) => [row.accountId, row.roles]));
  const unexplained = withoutGroup.filter(
    (account) =>
      assigned.get(account.accountId)?.some(({ product }) => product === key) === false &&
      !granters.holds(account, key),
  );
  await refuseHiddenGrants(scan, key, unexplained);
  const left = billing.filter((account) => granters.grants(account, key) && !holders.has(account.accountId));
  const moved =
    (change: MovedRow['change']) =>
    (account: AccountFacts): MovedRow => ({
      product: key,
      accountId: account.accountId,
      change,
    });
  await scan.add('moved', [...left.map(moved('left')), ...unexplained.map(moved('joined'))]);
  return true;
}

async function listHolders(scan: ScanRun, resource: string): Promise<ReadonlySet<string>> {
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
  return holders;
}

/** Reads the roles of those accounts that no earlier product or invocation has read. */
async function readAssigned(scan: ScanRun, wanted: readonly AccountFacts[]): Promise<boolean> {
  const read = new Set((await scan.rows<AssignedRow>('assigned')).map(({ accountId }) => accountId));
  const unread = wanted.filter(({ accountId }) => !read.has(accountId));
  for (let start = 0; start < unread.length; start += AT_ONCE) {
    if (scan.mustPause) return false;
    const batch = unread.slice(start, start + AT_ONCE);
    const rows = await inParallel(batch, AT_ONCE, async ({ accountId }): Promise<AssignedRow> => ({
      accountId,
      roles: await scan.organization.readAssignedRoles(accountId),
    }));
    await scan.add('assigned', rows);
  }
  return true;
}

/**
 * Who holds a product through no path that we know joined while we read, unless a group of theirs did not tell
 * what it grants: then their seats would be missing, and a scan without them would be no scan of the site.
 */
async function refuseHiddenGrants(
  scan: ScanRun,
  product: string,
  unexplained: readonly AccountFacts[],
): Promise<void> {
  const grants = await scan.rows<GrantsRow>('grants');
  const silent = new Map(
    grants.flatMap(({ groupId, roles }) => (roles.known ? [] : [[groupId, roles.reason]])),
  );
  const hidden = unexplained.filter(({ groupIds }) => groupIds.some((id) => silent.has(id)));
  if (hidden.length === 0) return;
  const [reason = ''] = silent.values();
  throw new AppError(
    'atlassian.refused',
    `${reason} Accounts hold ${product} through such groups (${String(hidden.length)}), so their seats cannot be told.`,
  );
}
