import type { AccountFacts, DeepFacts } from '../../domain/account';
import { classifyAccount } from '../../domain/classification/classify-account';
import { indexOrganization } from '../../domain/classification/organization-index';
import { needsDeepening } from '../../domain/classification/classify-snapshot';
import { known, unknown, type Signal } from '../../domain/signal';
import type { JiraUser, OrganizationDirectory, Project, SiteDirectory } from '../../ports/site-directory';
import { assembleSnapshot, readingsOf } from './assemble-snapshot';
import type { DeepRow } from './rows';
import { inParallel, tolerate, type Phase, type ScanRun } from './scan-run';

/** Accounts that are read together: one call for their kinds, then each account's own three. */
const ACCOUNTS_AT_ONCE = 4;
const KINDS_AT_ONCE = 48;

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
    for (let index = Number(scan.state.cursor ?? '0'); index < accounts.length; index += KINDS_AT_ONCE) {
      if (scan.mustPause || scan.bufferIsFull) await scan.checkpoint({ cursor: String(index) });
      if (scan.mustPause) return false;
      const batch = accounts.slice(index, index + KINDS_AT_ONCE);
      const kinds = await tolerate(() =>
        scan.sources.jira.readUsers(batch.map(({ accountId }) => accountId)),
      );
      const rows = await inParallel(batch, ACCOUNTS_AT_ONCE, async (account): Promise<DeepRow> => ({
        accountId: account.accountId,
        deep: await readDeepFacts(scan, account, { projects, kinds }),
      }));
      await scan.add('deep', rows);
      scan.count(source, 1 + 3 * batch.length, batch.length);
    }
    await scan.note({
      source,
      state: 'read',
      note: 'roles on the account, API tokens, project administration',
    });
    return true;
  },
};

/** In the order of account ids, which is the same when a later delivery goes on. */
async function wouldBeRemoved(scan: ScanRun): Promise<AccountFacts[]> {
  const readings = await readingsOf(scan, {});
  const { header, accounts } = assembleSnapshot(
    scan,
    { ...readings, deep: [] },
    { id: scan.state.scanId, completedAt: '' },
  );
  const index = indexOrganization(header);
  return accounts.filter((account) => needsDeepening(classifyAccount(account, index)));
}

interface DeepContext {
  readonly projects: readonly Project[];
  readonly kinds: Signal<readonly JiraUser[]>;
}

export async function readDeepFacts(
  scan: { readonly sources: Pick<ScanRun['sources'], 'jira' | 'organization'>; now(): string },
  { accountId, claim }: AccountFacts,
  { projects, kinds }: DeepContext,
): Promise<DeepFacts> {
  const { jira, organization } = scan.sources;
  const leads = projects.filter(({ leadAccountId }) => leadAccountId === accountId).map(({ key }) => key);
  const [ofOrganization, administers] = await Promise.all([
    organization === null
      ? untoldByJira(jira, accountId)
      : readOfOrganization(organization, { accountId, claim }),
    tolerate(() => jira.readAdministeredProjects(accountId, projects)),
  ]);
  const kind = kinds.known ? kinds.value.find((user) => user.accountId === accountId) : undefined;
  return {
    readAt: scan.now(),
    ...ofOrganization,
    leads: known(leads),
    administers,
    appType: kind === undefined ? unknown('Jira does not tell') : known(kind.appType),
    guest: kind === undefined || kind.guest === null ? unknown('Jira does not tell') : known(kind.guest),
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
