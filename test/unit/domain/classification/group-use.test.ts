import { describe, expect, it } from 'vitest';
import { indexUse, waysTo, type UseIndex } from '../../../../src/domain/classification/group-use';
import type { Holder } from '../../../../src/domain/project-reading';
import {
  aGroupHolder,
  aProjectReading,
  aReadProject,
  aRole,
  aScheme,
  aUse,
  byId,
  byName,
} from '../../../builders/a-project-reading';

const CONTRACTORS = { id: 'g-1', name: 'contractors' };

function usesOf(use: UseIndex, group = CONTRACTORS): string[] {
  return use.places(group).map(({ kind, name, project }) => `${kind} ${name} ${project.key}`);
}

describe('A group is used', () => {
  it('where it is in a role of a project', () => {
    const use = aUse([aReadProject('OPS', { roles: [aRole('Contractors', [byId('g-1')])] })]);
    expect(usesOf(use)).toEqual(['role Contractors OPS']);
  });

  it('where a permission scheme names it, in each project that uses the scheme', () => {
    const scheme = aScheme('ours', ['BROWSE_PROJECTS', aGroupHolder(byId('g-1'))]);
    const projects = ['OPS', 'WEB'].map((key) => aReadProject(key, { schemeId: 'ours' }));
    expect(usesOf(aUse(projects, { schemes: [scheme] }))).toEqual([
      'permission BROWSE_PROJECTS OPS',
      'permission BROWSE_PROJECTS WEB',
    ]);
  });

  it('in no project where a scheme names it that no project uses', () => {
    const scheme = aScheme('unused', ['BROWSE_PROJECTS', aGroupHolder(byId('g-1'))]);
    expect(usesOf(aUse([aReadProject('OPS')], { schemes: [scheme] }))).toEqual([]);
  });

  it('to administer a project through a role to which the scheme gives that', () => {
    const use = aUse([aReadProject('OPS', { roles: [aRole('Administrators', [byId('g-1')])] })]);
    expect(usesOf(use)).toEqual(['role Administrators OPS', 'administration ADMINISTER_PROJECTS OPS']);
  });

  it('to administer a project where the scheme names it for that', () => {
    const scheme = aScheme('ours', ['ADMINISTER_PROJECTS', aGroupHolder(byId('g-1'))]);
    const use = aUse([aReadProject('OPS', { schemeId: 'ours' })], { schemes: [scheme] });
    expect(usesOf(use)).toEqual(['administration ADMINISTER_PROJECTS OPS']);
  });
});

describe('A group is recognized', () => {
  const inRole = (...groups: Parameters<typeof aRole>[1]): UseIndex =>
    aUse([aReadProject('OPS', { roles: [aRole('Contractors', groups)] })]);

  it('by its id, whatever it was called then', () => {
    expect(usesOf(inRole(byId('g-1', 'an-old-name')))).toHaveLength(1);
  });

  it('by the very same name where Jira tells no id', () => {
    expect(usesOf(inRole(byName('contractors')))).toHaveLength(1);
  });

  it.each(['Contractors', 'contractors-emea', 'contractor'])('not by the similar name %s', (name) => {
    expect(usesOf(inRole(byName(name)))).toEqual([]);
  });

  it('not by its name where another id stands beside it', () => {
    expect(usesOf(inRole(byId('g-2', 'contractors')))).toEqual([]);
  });

  it('not at all where Jira tells neither, which is counted', () => {
    const use = inRole({ id: null, name: null });
    expect([usesOf(use), use.unnamed]).toEqual([[], 1]);
  });
});

describe('An account holds a permission', () => {
  const PERSON = { accountId: 'ada', groups: [CONTRACTORS], products: new Set(['jira-software']) };

  function waysBy(holder: Holder, project = aReadProject('OPS', { schemeId: 'ours' })): unknown[] {
    const schemes = [aScheme('ours', ['ADMINISTER_PROJECTS', holder])];
    const [place] = indexUse(aProjectReading({ projects: [project], schemes })).administration;
    if (place === undefined) throw new Error('the project has no administration');
    return waysTo(place, PERSON).map(({ role, by }) => [role, by]);
  }

  it.each<[string, Holder]>([
    ['group', aGroupHolder(byId('g-1'))],
    ['account', { type: 'account', accountId: 'ada' }],
    ['product', { type: 'product', product: 'jira-software' }],
    ['product', { type: 'product', product: null }],
    ['anyone', { type: 'anyone' }],
  ])('through a %s', (by, holder) => {
    expect(waysBy(holder)).toEqual([[null, by]]);
  });

  it.each<Holder>([
    aGroupHolder(byId('g-2')),
    { type: 'account', accountId: 'bob' },
    { type: 'product', product: 'jira-servicedesk' },
    { type: 'lead' },
    { type: 'other' },
  ])('not through somebody else: %o', (holder) => {
    expect(waysBy(holder)).toEqual([]);
  });

  it('as the lead of the project', () => {
    const project = aReadProject('OPS', { schemeId: 'ours', lead: 'ada' });
    expect(waysBy({ type: 'lead' }, project)).toEqual([[null, 'lead']]);
  });

  it('through a role, by a group and by name, both of which are told', () => {
    const roles = [aRole('Leads', [byId('g-1')], ['ada'])];
    const project = aReadProject('OPS', { schemeId: 'ours', roles });
    expect(waysBy({ type: 'role', roleId: 'Leads' }, project)).toEqual([
      ['Leads', 'account'],
      ['Leads', 'group'],
    ]);
  });
});
