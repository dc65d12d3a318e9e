import type { AccountFacts, DeepFacts } from '../../domain/account';
import { needsDeepening } from '../../domain/classification/classify-snapshot';
import { known, unknown, type Signal } from '../../domain/signal';
import type { OrganizationDirectory, Project, SiteDirectory } from '../../ports/site-directory';
import { readingsOf } from './assemble-snapshot';
import { accountsWith } from './kinds-phase';
import type { DeepRow, KindRow } from './rows';
import { inParallel, tolerate, type Phase, type ScanRun } from './scan-run';

/** Accounts that are read at the same time, three calls each, and those after which is saved where it must be. */
const ACCOUNTS_AT_ONCE = 4;
const SAVED_AT_ONCE = 48;

/** Projects with their leads: needed before anybody's project administration can be asked. */
export const projectsPhase: Phase = {
  message: 'Reading projects and their leads',
  async run(scan) {
    const source = 'Jira: projects';
    for (let startAt: number | null = Number(scan.state.cursor ?? '0'); startAt !== null;) {
      const at: number = startAt;
      const page = await scan.sources.jira.readProjects(at);
      await scan.add('projects', page.rows);
      scan.count(source, 1, page.rows.length);
      startAt = page.next;
      if (scan.mustPause && startAt !== null) {
        await scan.checkpoint({ cursor: String(startAt) });
        return false;
      }
    }
    await scan.note({ source, state: 'read', note: 'projects and their leads' });
    return true;
  },
};

/** Account-level facts of would-be cleanups and splits (product.md §6, deepening). */
export const deepenPhase: Phase = {
  message: 'Reading account facts of seats that could be removed',
  async run(scan) {
    const source = 'Account facts of would-be removals';
    const accounts = await wouldBeRemoved(scan);
    const projects = await scan.rows<Project>('projects');
    const kinds = new Map((await scan.rows<KindRow>('kinds')).map((row) => [row.accountId, row]));
    for (let index = Number(scan.state.cursor ?? '0'); index < accounts.length; index += SAVED_AT_ONCE) {
      if (scan.mustPause || scan.bufferIsFull) await scan.checkpoint({ cursor: String(index) });
      if (scan.mustPause) return false;
      const batch = accounts.slice(index, index + SAVED_AT_ONCE);
      const rows = await inParallel(batch, ACCOUNTS_AT_ONCE, async (account): Promise<DeepRow> => ({
        accountId: account.accountId,
        deep: await readDeepFacts(scan, account, { projects, guest: guestOf(kinds, account) }),
      }));
      await scan.add('deep', rows);
      scan.count(source, 3 * batch.length, batch.length);
    }
    await scan.note({
      source,
      state: 'read',
      note: 'roles on the account, API tokens, project administration',
    });
    return true;
  },
};

function guestOf(kinds: ReadonlyMap<string, KindRow>, { accountId }: AccountFacts): Signal<boolean> {
  return kinds.get(accountId)?.guest ?? unknown('Jira does not tell');
}

/** In the order of account ids, which is the same when a later delivery goes on. */
async function wouldBeRemoved(scan: ScanRun): Promise<AccountFacts[]> {
  const readings = await readingsOf(scan, {});
  return accountsWith(scan, { ...readings, deep: [] }, needsDeepening);
}

interface DeepContext {
  readonly projects: readonly Project[];
  readonly guest: Signal<boolean>;
}

export async function readDeepFacts(
  scan: { readonly sources: Pick<ScanRun['sources'], 'jira' | 'organization'>; now(): string },
  { accountId, claim }: AccountFacts,
  { projects, guest }: DeepContext,
): Promise<DeepFacts> {
  const { jira, organization } = scan.sources;
  const leads = projects.filter(({ leadAccountId }) => leadAccountId === accountId).map(({ key }) => key);
  const [ofOrganization, administers] = await Promise.all([
    organization === null
      ? untoldByJira(jira, accountId)
      : readOfOrganization(organization, { accountId, claim }),
    tolerate(() => jira.readAdministeredProjects(accountId, projects)),
  ]);
  return {
    readAt: scan.now(),
    ...ofOrganization,
    leads: known(leads),
    administers,
    guest,
  };
}

type OrganizationFacts = Pick<DeepFacts, 'assigned' | 'tokenLastUsed' | 'administersJira'>;

async function readOfOrganization(
  organization: OrganizationDirectory,
  { accountId, claim }: Pick<AccountFacts, 'accountId' | 'claim'>,
): Promise<OrganizationFacts> {
  const [assigned, tokenLastUsed] = await Promise.all([
    tolerate(() => organization.readAssignedRoles(accountId)),
    // Only tokens of accounts that the organization manages can be read.
    claim === 'managed'
      ? tolerate(() => organization.readTokenLastUse(accountId))
      : unknown('the organization does not manage the account'),
  ]);
  return { assigned, tokenLastUsed, administersJira: unknown('platform roles tell it') };
}

/** Without an organization key Jira's answer on global administration stands in for platform roles. */
async function untoldByJira(jira: SiteDirectory, accountId: string): Promise<OrganizationFacts> {
  return {
    assigned: unknown('only an organization key tells roles on the account'),
    tokenLastUsed: unknown('only an organization key tells API tokens'),
    administersJira: await tolerate(() => jira.readAdministersJira(accountId)),
  };
}
