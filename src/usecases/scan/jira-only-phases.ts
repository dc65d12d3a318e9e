import { wordSet } from '../../domain/classification/service-word';
import { formatDay } from '../../domain/dates';
import { sortedSet } from '../../lib/order';
import { additionsFrom } from './account-phases';
import type { AuditedAddition, GroupAddition, GroupMember } from '../../ports/site-directory';
import { tolerate, type Phase } from './scan-run';
import { exportInHand } from './facts-of-export';
import { AUDITED_ADDITIONS, USER_EXPORT, type ExportedRow, type SiteRow } from './rows';
import { memberToAccountFacts } from './to-account-facts';

interface MemberRow {
  readonly groupId: string;
  readonly member: GroupMember;
}

/** Groups that grant Jira apps, and those that administer Jira or the site without granting anything. */
function groupsToRead(site: SiteRow | undefined): string[] {
  if (site === undefined) return [];
  const administering = [site.adminGroups, site.siteAdminGroups].flatMap((signal) =>
    signal.known ? signal.value : [],
  );
  return sortedSet([...site.roles.flatMap((role) => role.groups.map(({ id }) => id)), ...administering]);
}

/** What was imported of the users of the organization: the only word on dates and use without a key. */
export const exportPhase: Phase = {
  message: 'Taking the imported user export',
  async run(scan) {
    const source = USER_EXPORT;
    const found = await scan.sources.findUserExport();
    if (found === null) {
      await scan.note({
        source,
        state: 'not-read',
        note: 'none is imported: dates and last use stay unknown',
      });
      return true;
    }
    const { exportedOn, accounts } = found;
    await scan.add(
      'exported',
      accounts.map((account): ExportedRow => ({ exportedOn, account })),
    );
    scan.count(source, 0, accounts.length);
    await scan.note({ source, state: 'read', note: `dates and last use, as of ${formatDay(exportedOn)}` });
    return true;
  },
};

/** Recent additions to groups as Jira's audit log tells them. What it cannot tell of an addition it tells of none. */
export const auditPhase: Phase = {
  message: "Reading additions to groups in Jira's audit log",
  async run(scan) {
    const source = AUDITED_ADDITIONS;
    const from = additionsFrom(scan);
    const [site] = await scan.rows<SiteRow>('site');
    const toAddition = namingGroups(site);
    for (let offset: number | null = Number(scan.state.cursor ?? '0'); offset !== null;) {
      const at: number = offset;
      const page = await tolerate(() => scan.sources.jira.readGroupAdditions(from, at));
      if (!page.known) {
        await scan.note({ source, state: 'unreadable', note: page.reason });
        return true;
      }
      await scan.add('joined', page.value.rows.map(toAddition));
      scan.count(source, 1, page.value.rows.length);
      offset = page.value.next;
      if (offset === null) break;
      await scan.checkpoint({ cursor: String(offset) });
      if (scan.mustPause) return false;
    }
    await scan.note({
      source,
      state: 'read',
      note: `additions to groups since ${from.slice(0, 10)}, as far as Jira logs them`,
    });
    return true;
  },
};

/** The log may tell a group by its name alone: an exact name of one group is that group. */
function namingGroups(site: SiteRow | undefined): (addition: AuditedAddition) => GroupAddition {
  const groups = site?.roles.flatMap((role) => role.groups) ?? [];
  const ids = new Set(groups.map(({ id }) => id));
  const idOf = new Map(groups.map(({ id, name }) => [name, id]));
  return ({ groupName, ...addition }) =>
    ids.has(addition.groupId)
      ? addition
      : { ...addition, groupId: idOf.get(groupName) ?? idOf.get(addition.groupId) ?? addition.groupId };
}

/**
 * Without an organization key: members of the groups that grant Jira apps, fifty a page. Names are needed until
 * they were matched, so members are turned into facts before anything is stored.
 */
export const membersPhase: Phase = {
  message: 'Reading members of the groups that grant Jira apps',
  async run(scan) {
    const source = 'Jira: group members';
    const [site] = await scan.rows<SiteRow>('site');
    const groups = groupsToRead(site);
    const context = {
      policy: scan.policy,
      words: wordSet(scan.policy.words),
      cloudId: scan.state.cloudId,
      exported: exportInHand(await scan.rows<ExportedRow>('exported'), scan.state.startedAt),
    };
    for (let index = Number(scan.state.cursor ?? '0'); index < groups.length; index += 1) {
      await scan.checkpoint({ cursor: String(index) });
      if (scan.mustPause) return false;
      const groupId = groups[index];
      if (groupId === undefined) continue;
      const members: MemberRow[] = [];
      for (let startAt: number | null = 0; startAt !== null;) {
        const page: Awaited<ReturnType<typeof scan.sources.jira.readGroupMembers>> =
          await scan.sources.jira.readGroupMembers(groupId, startAt);
        members.push(...page.rows.map((member) => ({ groupId, member })));
        scan.count(source, 1, page.rows.length);
        startAt = page.next;
      }
      await scan.add(
        'users',
        members.map(({ member }) => memberToAccountFacts(member, [groupId], context)),
      );
    }
    await scan.note({
      source,
      state: 'read',
      note: 'members of granting groups; owners of groups and what they grant beside Jira are not told',
    });
    return true;
  },
};
