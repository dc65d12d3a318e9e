import Papa from 'papaparse';
import type { OrgSeed, SeedAccount } from '../organization/seed';

/** Both shapes in which Atlassian Administration is known to write users; the older has a row for each group. */
export type ExportShape = 'newer' | 'older';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const ORG_ROLES: Readonly<Record<string, string>> = {
  'org-admin': 'Organization admin',
  'site-admin': 'Site admin',
  'user-access-admin': 'User access admin',
};

/**
 * The user export of an organization at the moment of its seed. No document gives the newer shape: headings and words
 * are those that people report. Nothing else is known, so a person without a product has `None` and an empty cell.
 */
export function toUserExport(seed: OrgSeed, shape: ExportShape = 'newer'): string {
  const people = seed.accounts.filter(({ accountType }) => accountType === 'atlassian');
  return `${Papa.unparse(shape === 'newer' ? newerRows(seed, people) : olderRows(seed, people))}\r\n`;
}

function newerRows(seed: OrgSeed, people: readonly SeedAccount[]): Record<string, string>[] {
  const site = new URL(seed.site.url).host.split('.')[0] ?? '';
  return people.map((account) => ({
    'User id': account.accountId,
    'User name': account.name,
    email: account.email ?? '',
    'User status': account.accountStatus === 'active' ? 'Active' : 'Deactivated',
    'Added to org': dayOf(account.addedToOrg),
    'Org role': ORG_ROLES[account.platformRoles?.[0] ?? ''] ?? 'User',
    ...Object.fromEntries(
      seed.products.flatMap(({ key, name }) => {
        const heading = `${name} - ${site}`;
        const has = hasAccess(seed, account, key);
        const lastUse = account.lastActive?.[key];
        return [
          [heading, has ? 'User' : 'None'],
          [`Last seen in ${heading}`, lastUse === undefined ? (has ? 'Never accessed' : '') : dayOf(lastUse)],
        ];
      }),
    ),
  }));
}

function olderRows(seed: OrgSeed, people: readonly SeedAccount[]): Record<string, string>[] {
  const names = new Map(seed.groups.map(({ id, name }) => [id, name]));
  return people.flatMap((account) =>
    account.groups.map((groupId) => ({
      group_name: names.get(groupId) ?? groupId,
      username: account.accountId,
      full_name: account.name,
      email: account.email ?? '',
      active: account.accountStatus === 'active' ? 'Yes' : 'No',
      created: dayOf(account.addedToOrg),
      ...Object.fromEntries(
        seed.products.map(({ key, name }) => {
          const lastUse = account.lastActive?.[key];
          return [`Last active in ${name}`, lastUse === undefined ? 'Never' : dayOf(lastUse)];
        }),
      ),
    })),
  );
}

function hasAccess(seed: OrgSeed, { groups, roles = [] }: SeedAccount, product: string): boolean {
  const grants = seed.products.find(({ key }) => key === product)?.grants ?? [];
  return grants.some(({ group }) => groups.includes(group)) || roles.some((role) => role.product === product);
}

/** "25 Oct 2023", in UTC. */
function dayOf(time: string | null | undefined): string {
  if (time === null || time === undefined) return '';
  const date = new Date(time);
  return `${String(date.getUTCDate())} ${MONTHS[date.getUTCMonth()] ?? ''} ${String(date.getUTCFullYear())}`;
}
