import { wordSet } from '../../domain/classification/service-word';
import { formatDay } from '../../domain/dates';
import type { Policy } from '../../domain/policy';
import { AppError } from '../../lib/app-error';
import { sortedSet } from '../../lib/order';
import type { GroupMember, NumberedPage } from '../../ports/site-directory';
import type { Phase, ScanRun } from './scan-run';
import { exportInHand } from './facts-of-export';
import { USER_EXPORT, type ExportedRow, type SiteRow } from './rows';
import { memberToAccountFacts } from './to-account-facts';

const NOBODY: NumberedPage<GroupMember> = { rows: [], next: null };

/** A group of an exemption that is gone exempts nobody any more; whatever gives a seat must answer. */
async function readMembers(
  scan: ScanRun,
  group: { readonly id: string; readonly mayBeGone: boolean },
  startAt: number,
): Promise<NumberedPage<GroupMember>> {
  try {
    return await scan.sources.jira.readGroupMembers(group.id, startAt);
  } catch (error) {
    if (group.mayBeGone && error instanceof AppError && error.context['status'] === 404) return NOBODY;
    throw error;
  }
}

interface MemberRow {
  readonly groupId: string;
  readonly member: GroupMember;
}

/** Groups that grant Jira apps, and those that administer Jira or the site without granting anything. */
function tellingGroups(site: SiteRow): string[] {
  const administering = [site.adminGroups, site.siteAdminGroups].flatMap((signal) =>
    signal.known ? signal.value : [],
  );
  return [...site.roles.flatMap((role) => role.groups.map(({ id }) => id)), ...administering];
}

/** Groups whose members are exempt, whatever else they give. */
function exemptingGroups({ exemptions }: Policy): string[] {
  return exemptions.flatMap(({ match }) => ('group' in match ? match.group : []));
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

/**
 * Without an organization key: members of the groups that grant Jira apps, fifty a page. Names are needed until
 * they were matched, so members are turned into facts before anything is stored.
 */
export const membersPhase: Phase = {
  message: 'Reading members of the groups that grant Jira apps',
  async run(scan) {
    const source = 'Jira: group members';
    const [site] = await scan.rows<SiteRow>('site');
    const telling = site === undefined ? [] : tellingGroups(site);
    const groups = sortedSet([...telling, ...exemptingGroups(scan.policy)]);
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
      const group = { id: groupId, mayBeGone: !telling.includes(groupId) };
      const members: MemberRow[] = [];
      for (let startAt: number | null = 0; startAt !== null;) {
        const page: NumberedPage<GroupMember> = await readMembers(scan, group, startAt);
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
