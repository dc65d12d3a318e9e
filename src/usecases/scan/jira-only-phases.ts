import { wordSet } from '../../domain/classification/service-word';
import { sortedSet } from '../../lib/order';
import type { GroupMember } from '../../ports/site-directory';
import type { Phase } from './scan-run';
import type { SiteRow } from './rows';
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
    const context = { policy: scan.policy, words: wordSet(scan.policy.words), cloudId: scan.state.cloudId };
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
      note: 'members of granting groups; last use, owners of groups and other products are not told',
    });
    return true;
  },
};
