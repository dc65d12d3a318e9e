import { byCodeUnit } from '../lib/order';
import type { GroupRef, ProjectReading, UseChange } from './project-reading';

type Use = Omit<UseChange, 'change'>;
type Told = Pick<ProjectReading, 'projects' | 'schemes'>;

/**
 * What of the use of groups was added or went between two readings. Projects, and permissions of schemes, that one
 * of the two did not tell are left out: unread is not gone.
 */
export function diffReadings(before: Told, now: Told): UseChange[] {
  const comparable = toldByBoth(before, now);
  const then = new Map(usesOf(before, comparable));
  const today = new Map(usesOf(now, comparable));
  const only = (uses: ReadonlyMap<string, Use>, others: ReadonlyMap<string, Use>): Use[] =>
    [...uses].filter(([key]) => !others.has(key)).map(([, use]) => use);
  return [
    ...only(today, then).map((use): UseChange => ({ ...use, change: 'added' })),
    ...only(then, today).map((use): UseChange => ({ ...use, change: 'gone' })),
  ].sort((a, b) => byCodeUnit(keyOf(a), keyOf(b)));
}

interface Comparable {
  readonly projects: ReadonlySet<string>;
  readonly permissions: ReadonlySet<string>;
}

function toldByBoth(before: Told, now: Told): Comparable {
  const then = new Map(before.projects.map((project) => [project.key, hasScheme(before, project.schemeId)]));
  const both = now.projects.filter(({ key }) => then.has(key));
  return {
    projects: new Set(both.map(({ key }) => key)),
    permissions: new Set(
      both
        .filter(({ key, schemeId }) => then.get(key) === true && hasScheme(now, schemeId))
        .map(({ key }) => key),
    ),
  };
}

function hasScheme({ schemes }: Told, schemeId: string): boolean {
  return schemes.some(({ id }) => id === schemeId);
}

function* usesOf({ projects, schemes }: Told, comparable: Comparable): Generator<[string, Use]> {
  const grants = new Map(schemes.map((scheme) => [scheme.id, scheme.grants]));
  for (const { key: project, roles, schemeId } of projects) {
    if (!comparable.projects.has(project)) continue;
    for (const { name, groups } of roles)
      for (const group of groups) yield entry({ group, kind: 'role', name, project });
    if (!comparable.permissions.has(project)) continue;
    for (const { permission: name, holder } of grants.get(schemeId) ?? [])
      if (holder.type === 'group') yield entry({ group: holder.group, kind: 'permission', name, project });
  }
}

function entry(use: Use): [string, Use] {
  return [keyOf(use), use];
}

function keyOf({ group, kind, name, project }: Use): string {
  return `${groupKey(group)} ${kind} ${name} ${project}`;
}

function groupKey({ id, name }: GroupRef): string {
  return id ?? `named ${name ?? ''}`;
}
