import { CORE_PROJECTS } from './core-projects';
import type { ProjectRow } from './core-projects';
import type { Groups } from './groups';
import type { GeneratedPermission, GeneratedProject } from './organization-shape';
import type { Random } from './random';
import { PLACES, TOPICS } from './sibling-groups';
import type { ProjectTie } from './situation';

const ACCOUNTS_PER_PROJECT = 40;
const MOST_PROJECTS = 2000;
const ADMINISTRATORS = 'Administrators';
const RELEASE_LEADS = 'Release leads';

/** Who is tied to projects: by situations, and the active people from whom everything else is filled. */
export interface ProjectPeople {
  readonly tied: Readonly<Record<ProjectTie, readonly string[]>>;
  readonly active: readonly string[];
}

interface Draft {
  readonly key: string;
  readonly name: string;
  lead?: string;
  readonly roles: Map<string, { accounts: string[]; groups: string[] }>;
  readonly permissions: GeneratedPermission[];
}

/** The projects of one organization: those of the table and, in a large organization, more of the plain kind. */
export function makeProjects(
  accounts: number,
  people: ProjectPeople,
  groups: Groups,
  random: Random,
): GeneratedProject[] {
  const wanted = Math.min(
    MOST_PROJECTS,
    Math.max(CORE_PROJECTS.length, Math.round(accounts / ACCOUNTS_PER_PROJECT)),
  );
  const rows = [...CORE_PROJECTS, ...plainRows(wanted - CORE_PROJECTS.length, random)];
  const drafts = rows.map((row) => toDraft(row, groups));
  rows.forEach((row, index) => {
    const draft = drafts[index];
    if (draft === undefined || people.active.length === 0) return;
    if (row.leaderless !== true) draft.lead = random.pick(people.active);
    roleOf(draft, ADMINISTRATORS).accounts.push(random.pick(people.active));
  });
  tie(drafts, people.tied, groups);
  return drafts.map(toSeed);
}

/** Every tie lands on some project; there are fewer tied accounts than projects, so that no lead is overwritten. */
function tie(drafts: readonly Draft[], tied: ProjectPeople['tied'], groups: Groups): void {
  const on = (index: number): Draft => drafts[index % drafts.length] as Draft;
  tied.lead.forEach((account, index) => (on(index).lead = account));
  tied['administrator-role'].forEach((account, index) =>
    roleOf(on(index), ADMINISTRATORS).accounts.push(account),
  );
  tied['permission-entry'].forEach((account, index) =>
    on(index).permissions.push({ permission: 'ADMINISTER_PROJECTS', account }),
  );
  tied['permission-by-role'].forEach((account, index) => {
    const draft = on(index);
    const members = roleOf(draft, RELEASE_LEADS).accounts;
    if (members.length === 0) {
      draft.permissions.push({ permission: 'ADMINISTER_PROJECTS', projectRole: RELEASE_LEADS });
    }
    members.push(account);
  });
  groups.allLike('release-managers').forEach((group, index) => {
    // The first is the core group, which the table itself puts into projects.
    if (index > 0) roleOf(on(index), ADMINISTRATORS).groups.push(group);
  });
}

function plainRows(count: number, random: Random): ProjectRow[] {
  const rows: ProjectRow[] = [];
  for (let number = 1; rows.length < count; number += 1) {
    const topic = random.pick(TOPICS);
    const name = `${capitalized(topic)} ${capitalized(random.pick(PLACES))}`;
    const roles = random.chance(0.5) ? { Developers: ['idp-engineering' as const] } : {};
    rows.push({ key: `${topic.slice(0, 3).toUpperCase()}${number}`, name, roles });
  }
  return rows;
}

function toDraft({ key, name, roles, permissions }: ProjectRow, groups: Groups): Draft {
  return {
    key,
    name,
    roles: new Map(
      Object.entries(roles ?? {}).map(([role, keys]) => [
        role,
        { accounts: [], groups: keys.map((group) => groups.idOf(group)) },
      ]),
    ),
    permissions: (permissions ?? []).map(({ permission, group }) => ({
      permission,
      group: groups.idOf(group),
    })),
  };
}

function toSeed({ key, name, lead, roles, permissions }: Draft): GeneratedProject {
  return {
    key,
    name,
    ...(lead === undefined ? {} : { lead }),
    roles: [...roles].map(([role, actors]) => ({ name: role, ...actors })),
    ...(permissions.length === 0 ? {} : { permissions }),
  };
}

function roleOf(draft: Draft, name: string): { accounts: string[]; groups: string[] } {
  const role = draft.roles.get(name) ?? { accounts: [], groups: [] };
  draft.roles.set(name, role);
  return role;
}

function capitalized(word: string): string {
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
}
