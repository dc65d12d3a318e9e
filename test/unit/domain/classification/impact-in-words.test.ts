import { describe, expect, it } from 'vitest';
import {
  changesInWords,
  coverageInWords,
  permissionInWords,
  projectsInWords,
  severityInWords,
  waysInWords,
} from '../../../../src/domain/classification/impact-in-words';
import type { UseChange } from '../../../../src/domain/project-reading';
import { aProjectReading, aReadProject, aRole, aUse, byId } from '../../../builders/a-project-reading';
import { daysAgo } from '../../../builders/times';

const KEYS = ['G', 'B', 'C', 'D', 'E', 'F', 'A'];

describe('Projects', () => {
  it('are named in the order of their keys', () => {
    expect(projectsInWords(['WEB', 'OPS'])).toBe('OPS and WEB');
  });

  it('are counted once five of them are named', () => {
    expect(projectsInWords(KEYS)).toBe('A, B, C, D, E and 2 more projects');
    expect(projectsInWords(KEYS.slice(1))).toBe('A, B, C, D, E and 1 more project');
  });
});

it.each([
  ['BROWSE_PROJECTS', 'Browse projects'],
  ['MANAGE_SPRINTS_PERMISSION', 'Manage sprints'],
  ['com.example__do-things', 'com.example__do-things'],
])('the permission %s reads "%s"', (key, words) => {
  expect(permissionInWords(key)).toBe(words);
});

describe('The coverage', () => {
  it('counts what was read', () => {
    expect(coverageInWords(aUse([aReadProject('OPS')]))[0]).toBe(
      'Read on 2 Nov 2026: roles of 1 of 1 project, and 1 permission scheme.',
    );
  });

  it('names the projects that Jira refused', () => {
    const refusedProjects = ['WEB', 'HR'].map((name) => ({ name, why: 'denied' }));
    const sentences = coverageInWords(aUse([aReadProject('OPS')], { refusedProjects }));
    expect(sentences[0]).toContain('roles of 1 of 3 projects');
    expect(sentences).toContain('Could not be read: 2 projects (WEB, HR).');
  });

  it('counts entries that name no group', () => {
    const use = aUse([aReadProject('OPS', { roles: [aRole('A', [{ id: null, name: null }])] })]);
    expect(coverageInWords(use)).toContain('1 entry could not be matched: Jira told no group.');
  });

  it('says what no scan reads', () => {
    expect(coverageInWords(aUse([])).at(-1)).toMatch(/^Not read: global permissions of Jira; /);
  });

  it('says that nothing was read before the first full scan', () => {
    expect(coverageInWords(null)).toEqual([
      'No full project scan has read project roles and permission schemes yet.',
    ]);
  });
});

describe('The severity', () => {
  const { administration } = aUse([aReadProject('OPS', { roles: [aRole('Administrators', [byId('g')])] })]);

  it('names the projects whose administration can end', () => {
    expect(severityInWords('administration', administration)).toBe(
      'Leaving it can end administration of OPS.',
    );
  });

  it('says that nothing ends only where everything was read', () => {
    expect(severityInWords('nothing', [])).toMatch(/leaving it ends nothing there\.$/);
    expect(severityInWords('unread', [])).toBe('What leaving it ends in projects is not known.');
  });
});

describe('The difference to the reading before', () => {
  const change = (project: string, overrides: Partial<UseChange> = {}): UseChange => ({
    group: byId('g'),
    change: 'added',
    kind: 'role',
    name: 'Contractors',
    project,
    ...overrides,
  });
  const changes = [
    change('OPS'),
    change('WEB'),
    change('HR', { change: 'gone', kind: 'permission', name: 'BROWSE_PROJECTS' }),
    change('HR', { group: byId('another') }),
  ];
  const isMeant = ({ id }: UseChange['group']): boolean => id === 'g';

  it('says what was added and what went', () => {
    const reading = aProjectReading({ since: { readAt: daysAgo(30), changes } });
    expect(changesInWords(reading, isMeant)).toEqual([
      'Added since 3 Oct 2026: project role *Contractors* in OPS and WEB.',
      'Gone since 3 Oct 2026: permission *Browse projects* in HR.',
    ]);
  });

  it('says that nothing changed', () => {
    const reading = aProjectReading({ since: { readAt: daysAgo(30), changes: [] } });
    expect(changesInWords(reading, isMeant)).toEqual(['Nothing changed since the reading of 3 Oct 2026.']);
  });

  it('says that the first reading has nothing before it', () => {
    expect(changesInWords(aProjectReading(), isMeant)).toEqual([
      'This is the first reading, so there is nothing to compare it with.',
    ]);
  });
});

it('says each way to administration once', () => {
  const way = { role: 'Administrators', by: 'group', group: byId('g', 'ops-leads') } as const;
  expect(waysInWords([way, way, { role: null, by: 'lead', group: null }])).toBe(
    'role *Administrators*, through *ops-leads*; as project lead',
  );
});
