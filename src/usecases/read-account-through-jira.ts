import type { AccountFacts } from '../domain/account';
import type { FreshReading } from '../domain/plan/pre-flight';
import { rolesBesideGroups } from '../domain/classification/access';
import { indexOrganization } from '../domain/classification/organization-index';
import { wordSet } from '../domain/classification/service-word';
import type { GroupFacts } from '../domain/group';
import { known, unknown } from '../domain/signal';
import type { SnapshotHeader } from '../domain/snapshot';
import { AppError } from '../lib/app-error';
import type { JiraPerson, SiteDirectory } from '../ports/site-directory';
import { seatDates, type AfreshQuestion, type AfreshTools } from './afresh-question';
import { assembleGroups } from './scan/assemble-snapshot';
import { readDeepFacts } from './scan/deepen-phase';
import { readKinds } from './scan/kinds-phase';
import { memberToAccountFacts } from './scan/to-account-facts';

/**
 * The same without an organization key, of what a scan without one reads: the person, the groups, what these give of
 * Jira's family, and administration. Dates and last use are those of the imported user export, which nobody reads
 * again (product.md §12). Undefined when Jira does not know the account.
 */
export async function readAccountThroughJira(
  question: AfreshQuestion,
  { jira, now }: Omit<AfreshTools, 'organization'>,
): Promise<FreshReading | undefined> {
  const { frozen, policy, accountId, projects, exported = null } = question;
  const { header } = frozen;
  const person = await findPerson(accountId, jira);
  if (person === undefined) return undefined;
  const [kind] = await readKinds([accountId], jira);
  const groupIds = (await jira.readGroupsOf(accountId)).map(({ id }) => id);
  const context = { policy, words: wordSet(policy.words), cloudId: header.site.cloudId, exported };
  const bare = memberToAccountFacts(person.member, groupIds, context);
  const guest = kind?.guest ?? unknown('Jira does not tell');
  const sources = { jira, organization: null };
  const fresh = {
    ...header,
    mode: 'jira-only' as const,
    takenAt: now(),
    policy,
    groups: groupsToldByJira(header.site, question),
  };
  const deep = await readDeepFacts({ sources, now }, bare, { projects, guest });
  const rolesTold = question.rolesByJira === true ? person.applicationRoles : null;
  const account: AccountFacts = {
    ...bare,
    appType: kind?.appType ?? bare.appType,
    ...seatDates(question),
    deep:
      rolesTold === null
        ? deep
        : { ...deep, assigned: known(rolesBesideGroups(bare, rolesTold, indexOrganization(fresh))) },
  };
  return { account, header: fresh };
}

/** Undefined where Jira knows no such account. */
export async function findPerson(accountId: string, jira: SiteDirectory): Promise<JiraPerson | undefined> {
  try {
    return await jira.readUser(accountId);
  } catch (error) {
    if (error instanceof AppError && error.context['status'] === 404) return undefined;
    throw error;
  }
}

/** Groups that give Jira apps or administer, as Jira tells them now; who owns them and what else they give it does not. */
export function groupsToldByJira(
  { url, cloudId }: SnapshotHeader['site'],
  { administering, roles }: Pick<AfreshQuestion, 'administering' | 'roles'>,
): GroupFacts[] {
  const site = {
    url,
    roles,
    plans: unknown('not asked'),
    adminGroups: known(administering.admin),
    siteAdminGroups: known(administering.siteAdmin),
    workspaces: [],
  };
  return assembleGroups({ site, groups: [], grants: [] }, cloudId);
}
