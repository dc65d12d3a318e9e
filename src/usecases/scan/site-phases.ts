import { sortedSet } from '../../lib/order';
import type { Signal } from '../../domain/signal';
import type { OrganizationGroup } from '../../ports/site-directory';
import type { GrantsRow, SiteRow } from './rows';
import { inParallel, tolerate, type Phase, type ScanRun } from './scan-run';

const GROUPS_AT_ONCE = 4;

/** The site, its products, its default and administering groups. The reported counts are read here and at the end. */
export const sitePhase: Phase = {
  message: 'Reading the site and its products',
  async run(scan) {
    const { jira, organization } = scan.sources;
    const { url } = await jira.readSite();
    const row: SiteRow = {
      url,
      roles: await jira.readApplicationRoles(),
      plans: await tolerate(() => jira.readPlans()),
      adminGroups: await tolerate(() => jira.readAdministeringGroups('admin')),
      siteAdminGroups: await tolerate(() => jira.readAdministeringGroups('site-admin')),
      workspaces: organization === null ? [] : await organization.readWorkspaces(),
    };
    await scan.add('site', [row]);
    scan.count('Jira: application roles', 1, row.roles.length);
    await scan.note({
      source: 'Jira: application roles',
      state: 'read',
      note: 'groups that grant Jira apps, default groups, reported counts',
    });
    await noteSignal(
      scan,
      'Jira: administering groups',
      row.adminGroups,
      'groups with administration of Jira or the site',
    );
    await noteSignal(scan, 'Jira: plans', row.plans, 'which apps are paid');
    return true;
  },
};

/** Every group of the organization with its provenance. */
export const groupsPhase: Phase = {
  message: 'Reading groups and who manages them',
  async run(scan) {
    const source = 'Organization: groups';
    for (let cursor = scan.state.cursor; ;) {
      const page = await scan.organization.readGroups(cursor);
      await scan.add('groups', page.rows);
      scan.count(source, 1, page.rows.length);
      cursor = page.next;
      if (cursor === null) break;
      if (scan.mustPause || scan.bufferIsFull) await scan.checkpoint({ cursor });
      if (scan.mustPause) return false;
    }
    await scan.note({ source, state: 'read', note: 'provenance of every group' });
    return true;
  },
};

/** What each group grants, on every product. A group that says it grants nothing is believed only if Jira agrees. */
export const grantsPhase: Phase = {
  message: 'Reading what each group grants',
  async run(scan) {
    const source = 'Organization: grants of groups';
    const [site] = await scan.rows<SiteRow>('site');
    const grantedByJira = new Set(site?.roles.flatMap(({ groups }) => groups.map(({ id }) => id)) ?? []);
    const groups = await scan.rows<OrganizationGroup>('groups');
    const claiming = groups.filter(({ resources }) => resources !== 0).map(({ id }) => id);
    const ids = sortedSet([...claiming, ...grantedByJira]);
    for (let index = Number(scan.state.cursor ?? '0'); index < ids.length; index += GROUPS_AT_ONCE) {
      if (scan.mustPause || scan.bufferIsFull) await scan.checkpoint({ cursor: String(index) });
      if (scan.mustPause) return false;
      const batch = ids.slice(index, index + GROUPS_AT_ONCE);
      const rows = await inParallel(batch, GROUPS_AT_ONCE, async (groupId): Promise<GrantsRow> => ({
        groupId,
        roles: await tolerate(() => scan.organization.readGroupRoles(groupId)),
      }));
      await scan.add('grants', rows);
      scan.count(source, batch.length, batch.length);
    }
    const unread = (await scan.rows<GrantsRow>('grants')).filter(({ roles }) => !roles.known).length;
    await scan.note({
      source,
      state: unread === 0 ? 'read' : 'unreadable',
      note:
        unread === 0
          ? 'roles of every group on every product'
          : `roles of ${String(unread)} groups could not be read`,
    });
    return true;
  },
};

export async function noteSignal(
  scan: ScanRun,
  source: string,
  signal: Signal<unknown>,
  note: string,
): Promise<void> {
  scan.count(source, 1, 0);
  await scan.note(
    signal.known ? { source, state: 'read', note } : { source, state: 'unreadable', note: signal.reason },
  );
}
