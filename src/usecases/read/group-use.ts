import { AppError } from '../../lib/app-error';
import { sortedSet } from '../../lib/order';
import { bills } from '../../domain/classification/access';
import { impactOnMembers, severityOf, type PlaceEffect } from '../../domain/classification/group-impact';
import { groupsNamedIn, isSameGroup, type Place } from '../../domain/classification/group-use';
import {
  changesInWords,
  coverageInWords,
  permissionInWords,
  severityInWords,
} from '../../domain/classification/impact-in-words';
import { indexOrganization } from '../../domain/classification/organization-index';
import type { GroupFacts } from '../../domain/group';
import { findCurrentUse, getCurrentSnapshot, type SnapshotTools } from '../current-snapshot';
import { isInSight, NOT_IN_SIGHT, type Sight } from './sight';

/** Where one group is used in projects, what leaving it ends for its people, and how far that was read. */
export async function readGroupUse(groupId: string, sight: Sight, tools: SnapshotTools) {
  const { header, accounts } = await getCurrentSnapshot(tools);
  const index = indexOrganization(header);
  const group = index.group(groupId);
  if (group === undefined) throw new AppError('input.invalid', 'The last scan knows no such group.');
  if (sight !== 'all' && !group.grants.some((grant) => isInSight(grant, sight)))
    throw new AppError('access.denied', NOT_IN_SIGHT);
  const use = await findCurrentUse(tools);
  const members = accounts.filter((account) => bills(account) && account.groupIds.includes(groupId));
  const effects = use === null ? [] : impactOnMembers(group, members, { index, use });
  const severity = severityOf(group, use);
  return {
    severity,
    summary: severityInWords(
      severity,
      effects.map(({ place }) => place),
    ),
    rows: rowsOf(effects, group),
    changes: use === null ? [] : changesInWords(use.reading, (ref) => isSameGroup(ref, group)),
    coverage: [
      ...coverageInWords(use),
      ...(header.mode === 'jira-only' && use !== null
        ? [
            'Without an organization key only groups that grant a Jira app are known of a person: another group may give the same.',
          ]
        : []),
    ],
  };
}

interface Row {
  readonly what: string;
  readonly projects: string[];
  readonly matchedBy: 'id' | 'name';
  readonly effects: Pick<PlaceEffect, 'ending' | 'staying'>[];
}

/** Places that read alike in one row. People are counted once, by the project in which most of them would lose it. */
function rowsOf(effects: readonly PlaceEffect[], group: GroupFacts) {
  const rows = new Map<string, Row>();
  for (const { place, ending, staying } of effects) {
    const what = whatIsGiven(place);
    const matchedBy = isNamedById(place, group) ? 'id' : 'name';
    const key = `${what} ${matchedBy}`;
    const row = rows.get(key) ?? { what, matchedBy, projects: [], effects: [] };
    row.projects.push(place.project.key);
    row.effects.push({ ending, staying });
    rows.set(key, row);
  }
  return [...rows.values()].map(({ what, matchedBy, projects, effects: found }) => ({
    what,
    matchedBy,
    projects: sortedSet(projects),
    effect: effectInWords(found),
  }));
}

function whatIsGiven({ kind, name, scheme }: Place): string {
  switch (kind) {
    case 'role':
      return `Project role *${name}*`;
    case 'permission':
      return `Permission *${permissionInWords(name)}*, by the scheme *${scheme ?? ''}*`;
    case 'administration':
      return `Administration, by the scheme *${scheme ?? ''}*`;
  }
}

function isNamedById(place: Place, { id }: GroupFacts): boolean {
  return groupsNamedIn(place).some((ref) => ref.id === id);
}

/** "Ends for 3 people; stays for 1, who has it another way." */
function effectInWords(effects: readonly { readonly ending: number; readonly staying: number }[]): string {
  const ending = Math.max(...effects.map((each) => each.ending));
  const staying = Math.max(...effects.map((each) => each.staying));
  const people = (count: number): string => (count === 1 ? '1 person' : `${String(count)} people`);
  const most = effects.length > 1 ? 'up to ' : '';
  if (ending === 0 && staying === 0) return 'Nobody in it bills';
  if (ending === 0) return `Stays for all ${people(staying)}, who have it another way`;
  if (staying === 0) return `Ends for ${people(ending)}`;
  return `Ends for ${most}${people(ending)}; stays for ${most}${people(staying)} another way`;
}
