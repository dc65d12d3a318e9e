import { sortedSet } from '../../lib/order';
import { formatDay } from '../dates';
import type { GroupRef, ProjectReading, UseChange } from '../project-reading';
import { listed } from './explain';
import { isWhole, type ImpactSeverity, type RemovalImpact } from './group-impact';
import type { Place, UseIndex, Way } from './group-use';

/** Names that a sentence gives before it counts the rest. */
const NAMED = 5;

/** Uses of a group that no full scan of projects reads; said wherever the use of a group is shown. */
export const USE_NOT_READ: readonly string[] = [
  'global permissions of Jira',
  'issue security and notification schemes',
  'workflows, filters, boards and dashboards that name the group',
  'default members of roles, which only new projects get',
  'spaces of Confluence and settings of other products',
];

/** Said in place of an effect that nobody read. */
export const NO_READING =
  'Which project roles and permissions end with it is not known: no full project scan has read them.';

/** "OPS", "OPS and WEB", "A, B, C, D, E and 12 more projects". */
export function projectsInWords(keys: readonly string[]): string {
  const sorted = sortedSet(keys);
  if (sorted.length <= NAMED) return listed(sorted);
  const more = sorted.length - NAMED;
  return `${sorted.slice(0, NAMED).join(', ')} and ${String(more)} more ${more === 1 ? 'project' : 'projects'}`;
}

/** "project role *Contractors*", "permission *Browse projects*", "administration". */
export function placeInWords({ kind, name }: Pick<Place, 'kind' | 'name'>): string {
  switch (kind) {
    case 'role':
      return `project role *${name}*`;
    case 'permission':
      return `permission *${permissionInWords(name)}*`;
    case 'administration':
      return 'administration';
  }
}

/** `BROWSE_PROJECTS` → "Browse projects"; keys of apps are shown as they are. */
export function permissionInWords(key: string): string {
  if (!/^[A-Z_]+$/.test(key)) return key;
  const words = key
    .replace(/_PERMISSION$/, '')
    .toLowerCase()
    .replaceAll('_', ' ');
  return capitalised(words);
}

/**
 * What leaving groups ends in projects and what stays there, for one account. `use` is null when no scan has read
 * it; what was refused is said, so that silence never stands for "nothing" (product.md §6, the counterfactual).
 */
export function impactInWords(impact: RemovalImpact | null, use: UseIndex | null): string {
  if (impact === null || use === null) return NO_READING;
  const ends = byPlace(impact.ends.map((place) => ({ place }))).map(
    ([what, projects]) => `${what} in ${projectsInWords(projects)} ends`,
  );
  const stays = byPlace(impact.stays).map(
    ([what, projects, ways]) => `${what} in ${projectsInWords(projects)} stays, ${throughInWords(ways)}`,
  );
  const all = [...ends, ...stays];
  const sentence = all.length === 0 ? '' : `${capitalised(all.join('; '))}.`;
  const nothing = isWhole(use) ? 'No project role or permission rests on these groups alone.' : '';
  return [ends.length === 0 ? nothing : '', sentence, isWhole(use) ? '' : unreadInWords(use)]
    .filter((part) => part !== '')
    .join(' ');
}

/** What of the projects Jira did not tell, as one sentence; empty when it told all. */
export function unreadInWords({ reading, unnamed }: UseIndex): string {
  const parts = [
    counted(reading.refusedProjects.length, 'project'),
    counted(reading.refusedSchemes.length, 'permission scheme'),
    unnamed === 0 ? '' : `${counted(unnamed, 'entry', 'entries')} that name no group`,
  ].filter((part) => part !== '');
  return parts.length === 0 ? '' : `Not known for ${listed(parts)} that could not be read.`;
}

/** What was read, what was refused, and what nobody reads, each with its count (product.md §4). */
export function coverageInWords(use: UseIndex | null): string[] {
  if (use === null) return ['No full project scan has read project roles and permission schemes yet.'];
  const { readAt, projects, schemes, refusedProjects, refusedSchemes } = use.reading;
  const all = projects.length + refusedProjects.length;
  return [
    `Read on ${formatDay(readAt)}: roles of ${String(projects.length)} of ${counted(all, 'project') || '0 projects'}, and ${counted(schemes.length, 'permission scheme') || 'no permission scheme'}.`,
    ...refusedInWords('project', refusedProjects),
    ...refusedInWords('permission scheme', refusedSchemes),
    ...(use.unnamed === 0
      ? []
      : [`${counted(use.unnamed, 'entry', 'entries')} could not be matched: Jira told no group.`]),
    `Not read: ${USE_NOT_READ.join('; ')}.`,
  ];
}

export function severityInWords(severity: ImpactSeverity, places: readonly Place[]): string {
  const projects = sortedSet(
    places
      .filter(({ kind }) => severity !== 'administration' || kind === 'administration')
      .map(({ project }) => project.key),
  );
  switch (severity) {
    case 'administration':
      return `Leaving it can end administration of ${projectsInWords(projects)}.`;
    case 'access':
      return `Leaving it can end access to ${projectsInWords(projects)}.`;
    case 'nothing':
      return 'It is in no project role and in no permission scheme, so leaving it ends nothing there.';
    case 'unread':
      return 'What leaving it ends in projects is not known.';
  }
}

/** What changed for the group since the reading before, or that there is none to compare with. */
export function changesInWords({ since }: ProjectReading, isMeant: (group: GroupRef) => boolean): string[] {
  if (since === null) return ['This is the first reading, so there is nothing to compare it with.'];
  const day = formatDay(since.readAt);
  const changes = byUse(since.changes.filter(({ group }) => isMeant(group)));
  if (changes.length === 0) return [`Nothing changed since the reading of ${day}.`];
  return changes.map(
    ([change, what, projects]) =>
      `${change === 'added' ? 'Added' : 'Gone'} since ${day}: ${what} in ${projectsInWords(projects)}.`,
  );
}

/** "OPS (project lead; role *Administrators*, through *ops-leads*)". */
export function waysInWords(ways: readonly Way[]): string {
  return [...new Set(ways.map((way) => wayInWords(way)))].join('; ');
}

function wayInWords({ role, by, group }: Way): string {
  const whose = {
    group: `through *${group?.name ?? group?.id ?? 'a group'}*`,
    account: 'given to the person',
    lead: 'as project lead',
    product: 'through access to the product',
    anyone: 'open to anybody',
  }[by];
  return role === null ? whose : `role *${role}*, ${whose}`;
}

function throughInWords(ways: readonly Way[]): string {
  return listed([...new Set(ways.map((way) => wayInWords({ ...way, role: null })))]);
}

/** Projects and ways of places that read alike, in the order in which they come. */
function byPlace(
  items: readonly { readonly place: Place; readonly way?: Way }[],
): [what: string, projects: string[], ways: Way[]][] {
  const found = new Map<string, [string, string[], Way[]]>();
  for (const { place, way } of items) {
    const what = placeInWords(place);
    const entry = found.get(what) ?? [what, [], []];
    entry[1].push(place.project.key);
    if (way !== undefined) entry[2].push(way);
    found.set(what, entry);
  }
  return [...found.values()];
}

function byUse(
  changes: readonly UseChange[],
): [change: UseChange['change'], what: string, projects: string[]][] {
  const found = new Map<string, [UseChange['change'], string, string[]]>();
  for (const { change, kind, name, project } of changes) {
    const what = placeInWords({ kind, name });
    const entry = found.get(`${change} ${what}`) ?? [change, what, []];
    entry[2].push(project);
    found.set(`${change} ${what}`, entry);
  }
  return [...found.values()];
}

function refusedInWords(what: string, refused: readonly { readonly name: string }[]): string[] {
  if (refused.length === 0) return [];
  const names = refused.map(({ name }) => name);
  const named = names.length > 20 ? `${names.slice(0, 20).join(', ')} and more` : names.join(', ');
  return [`Could not be read: ${counted(refused.length, what)} (${named}).`];
}

/** "1 project", "2 projects"; empty for none. */
function counted(count: number, one: string, many = `${one}s`): string {
  return count === 0 ? '' : `${String(count)} ${count === 1 ? one : many}`;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
