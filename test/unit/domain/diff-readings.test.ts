import { describe, expect, it } from 'vitest';
import { diffReadings } from '../../../src/domain/diff-readings';
import {
  aGroupHolder,
  aProjectReading,
  aReadProject,
  aRole,
  aScheme,
  byId,
  byName,
} from '../../builders/a-project-reading';

const NOTHING = aProjectReading({ projects: [aReadProject('OPS')] });
const WITH_ROLE = aProjectReading({
  projects: [aReadProject('OPS', { roles: [aRole('Contractors', [byId('g', 'contractors')])] })],
});
const WITH_PERMISSION = aProjectReading({
  schemes: [aScheme('default', ['BROWSE_PROJECTS', aGroupHolder(byName('contractors'))])],
  projects: [aReadProject('OPS')],
});

describe('Between two readings', () => {
  it('a role of a group is added', () => {
    expect(diffReadings(NOTHING, WITH_ROLE)).toEqual([
      { group: byId('g', 'contractors'), change: 'added', kind: 'role', name: 'Contractors', project: 'OPS' },
    ]);
  });

  it('a permission of a group goes', () => {
    expect(diffReadings(WITH_PERMISSION, NOTHING)).toMatchObject([
      { change: 'gone', kind: 'permission', name: 'BROWSE_PROJECTS', project: 'OPS' },
    ]);
  });

  it('a group that is called something else now has not changed', () => {
    const renamed = aProjectReading({
      projects: [aReadProject('OPS', { roles: [aRole('Contractors', [byId('g', 'externals')])] })],
    });
    expect(diffReadings(WITH_ROLE, renamed)).toEqual([]);
  });

  it('a project that one of them did not tell is not compared', () => {
    const refused = aProjectReading({ refusedProjects: [{ name: 'OPS', why: 'denied' }] });
    expect([diffReadings(WITH_ROLE, refused), diffReadings(refused, WITH_ROLE)]).toEqual([[], []]);
  });

  it('permissions of a scheme that one of them did not tell are not compared', () => {
    const refused = { ...NOTHING, schemes: [] };
    expect([diffReadings(WITH_PERMISSION, refused), diffReadings(refused, WITH_PERMISSION)]).toEqual([
      [],
      [],
    ]);
  });
});
