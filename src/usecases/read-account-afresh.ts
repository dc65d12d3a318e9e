import { wordSet } from '../domain/classification/service-word';
import { sortedSet } from '../lib/order';
import { indexOrganization } from '../domain/classification/organization-index';
import type { FreshReading } from '../domain/plan/pre-flight';
import { known, unknown } from '../domain/signal';
import type { GroupFacts } from '../domain/group';
import type { AccountFacts } from '../domain/account';
import type { OrganizationDirectory } from '../ports/site-directory';
import { seatDates, type AfreshQuestion, type AfreshTools } from './afresh-question';
import { readAccountThroughJira } from './read-account-through-jira';
import { grantsOf } from './scan/assemble-snapshot';
import { readDeepFacts } from './scan/deepen-phase';
import { readKinds } from './scan/kinds-phase';
import { toAccountFacts } from './scan/to-account-facts';

/** Groups that one search by id takes. */
const GROUPS_PER_SEARCH = 10;

/**
 * Reads again everything that a verdict on this account rests on, right before a write or for a verification:
 * the account, its groups' provenance and grants, its own roles, tokens and project administration
 * (product.md §8, Pre-flight); without an organization key as far as Jira tells it. Undefined when the account is no
 * longer known.
 */
export async function readAccountAfresh(
  question: AfreshQuestion,
  tools: AfreshTools,
): Promise<FreshReading | undefined> {
  const { organization } = tools;
  if (organization === null) return readAccountThroughJira(question, tools);
  const { frozen, policy, accountId } = question;
  const user = await organization.findUser(accountId);
  if (user === undefined || user.groupIds === null) return undefined;
  const takenAt = tools.now();
  const context = { policy, words: wordSet(policy.words), cloudId: frozen.header.site.cloudId };
  const bare = toAccountFacts(user, context);
  const scan = { sources: tools, now: tools.now };
  const [kinds, groups] = await Promise.all([
    readKinds([accountId], tools.jira),
    readGroupsAfresh(bare, question, organization),
  ]);
  const [kind] = kinds;
  const guest = kind?.guest ?? unknown('Jira does not tell');
  const deep = await readDeepFacts(scan, bare, { projects: question.projects, guest });
  const account: AccountFacts = {
    ...bare,
    appType: kind?.appType ?? bare.appType,
    ...seatDates(question),
    deep,
  };
  const others = frozen.header.groups.filter(({ id }) => !groups.some((group) => group.id === id));
  const header = { ...frozen.header, mode: 'org-key' as const, takenAt, policy };
  return { account, header: { ...header, groups: [...others, ...groups] } };
}

/** The account's own groups that grant anything, now or when the review was drafted. */
async function readGroupsAfresh(
  account: AccountFacts,
  { frozen, administering }: AfreshQuestion,
  organization: OrganizationDirectory,
): Promise<GroupFacts[]> {
  const index = indexOrganization(frozen.header);
  const granting = sortedSet(
    account.groupIds.filter((id) => {
      const group = index.group(id);
      return group === undefined || group.grants.length > 0 || group.elsewhere.length > 0;
    }),
  );
  return readGroupFacts(granting, { cloudId: frozen.header.site.cloudId, administering }, organization);
}

/** Provenance and grants of groups as they are now; those that are gone are left out. */
export async function readGroupFacts(
  groupIds: readonly string[],
  { cloudId, administering }: { readonly cloudId: string } & Pick<AfreshQuestion, 'administering'>,
  organization: OrganizationDirectory,
): Promise<GroupFacts[]> {
  const groups: GroupFacts[] = [];
  for (let start = 0; start < groupIds.length; start += GROUPS_PER_SEARCH) {
    const ids = groupIds.slice(start, start + GROUPS_PER_SEARCH);
    for (const { id, name, provenance } of await organization.readGroupsById(ids)) {
      const roles = await organization.readGroupRoles(id);
      groups.push({
        id,
        name,
        provenance: known(provenance),
        accessType: known(accessTypeOf(id, administering)),
        grants: roles.flatMap((each) => grantsOf(each, cloudId)),
        grantsComplete: true,
        elsewhere: roles.flatMap(({ resource, roles: held }) =>
          resource.endsWith(`/${cloudId}`) ? [] : held.map((role) => ({ resource, role })),
        ),
      });
    }
  }
  return groups;
}

function accessTypeOf(
  id: string,
  { admin, siteAdmin }: AfreshQuestion['administering'],
): 'admin' | 'site-admin' | null {
  if (siteAdmin.includes(id)) return 'site-admin';
  return admin.includes(id) ? 'admin' : null;
}
