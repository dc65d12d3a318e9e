import { describe, expect, it } from 'vitest';
import {
  administrationOf,
  impactOfLeaving,
  impactOnMembers,
  severityOf,
} from '../../../../src/domain/classification/group-impact';
import type { UseIndex } from '../../../../src/domain/classification/group-use';
import { impactInWords } from '../../../../src/domain/classification/impact-in-words';
import { indexOrganization } from '../../../../src/domain/classification/organization-index';
import { aLocalGroup } from '../../../builders/a-group';
import { aHeader } from '../../../builders/a-header';
import { anAccount } from '../../../builders/an-account';
import { aGroupHolder, aReadProject, aRole, aScheme, aUse, byId } from '../../../builders/a-project-reading';

const GROUPS = [aLocalGroup('leaving', 'jira-software'), aLocalGroup('other', 'confluence')];
const index = indexOrganization(aHeader({ groups: GROUPS }));
const [LEAVING] = GROUPS;
const group = { id: 'leaving', name: 'leaving' };
const inRole = (name: string, ...rest: [others?: string[], accounts?: string[]]): UseIndex => {
  const [others = [], accounts = []] = rest;
  const role = aRole(
    name,
    ['leaving', ...others].map((id) => byId(id)),
    accounts,
  );
  return aUse([aReadProject('OPS', { roles: [role] })]);
};

/** What leaving the group does to Ada, who is in both groups unless it is said otherwise. */
function leaving(use: UseIndex | null, groupIds = ['leaving', 'other']): string {
  const ada = anAccount({ groupIds });
  return impactInWords(use === null ? null : impactOfLeaving(ada, ['leaving'], { index, use }), use);
}

describe('Leaving a group', () => {
  it('ends a project role that nothing else gives', () => {
    expect(leaving(inRole('Contractors'))).toBe('Project role *Contractors* in OPS ends.');
  });

  it('leaves a role that another group of the account gives', () => {
    expect(leaving(inRole('Contractors', ['other']))).toBe(
      'No project role or permission rests on these groups alone. Project role *Contractors* in OPS stays, through *other*.',
    );
  });

  it('ends a role that another group gives in which the account is not', () => {
    expect(leaving(inRole('Contractors', ['other']), ['leaving'])).toContain('in OPS ends');
  });

  it('leaves a role that the person has by name', () => {
    expect(leaving(inRole('Contractors', [], ['ada']))).toContain('in OPS stays, given to the person');
  });

  it('ends administration where the role gives it', () => {
    expect(leaving(inRole('Administrators'))).toBe(
      'Project role *Administrators* in OPS ends; administration in OPS ends.',
    );
  });

  it('ends the role and leaves administration that the lead has besides', () => {
    const scheme = aScheme(
      'ours',
      ['ADMINISTER_PROJECTS', aGroupHolder(byId('leaving'))],
      ['ADMINISTER_PROJECTS', { type: 'lead' }],
    );
    const use = aUse([aReadProject('OPS', { lead: 'ada', schemeId: 'ours' })], { schemes: [scheme] });
    expect(leaving(use)).toContain('Administration in OPS stays, as project lead.');
  });

  it('ends what everybody with the product may do once the product ends', () => {
    const scheme = aScheme(
      'ours',
      ['BROWSE_PROJECTS', aGroupHolder(byId('leaving'))],
      ['BROWSE_PROJECTS', { type: 'product', product: 'jira-software' }],
    );
    const use = aUse([aReadProject('OPS', { schemeId: 'ours' })], { schemes: [scheme] });
    expect(leaving(use)).toBe('Permission *Browse projects* in OPS ends.');
  });

  it('leaves what everybody with the product may do while the product stays', () => {
    const scheme = aScheme(
      'ours',
      ['BROWSE_PROJECTS', aGroupHolder(byId('leaving'))],
      ['BROWSE_PROJECTS', { type: 'product', product: 'jira-software' }],
    );
    const use = aUse([aReadProject('OPS', { schemeId: 'ours' })], { schemes: [scheme] });
    const both = indexOrganization(aHeader({ groups: [...GROUPS, aLocalGroup('third', 'jira-software')] }));
    const ada = anAccount({ groupIds: ['leaving', 'third'] });
    const { ends } = impactOfLeaving(ada, ['leaving'], { index: both, use });
    expect(ends).toEqual([]);
  });

  it('ends what hangs on several groups once all of them are left', () => {
    const use = inRole('Contractors', ['other']);
    const { ends } = impactOfLeaving(anAccount({ groupIds: ['leaving', 'other'] }), ['leaving', 'other'], {
      index,
      use,
    });
    expect(ends.map(({ name }) => name)).toEqual(['Contractors']);
  });

  it('ends nothing of a group in which the account is not', () => {
    expect(leaving(inRole('Contractors'), ['other'])).toBe(
      'No project role or permission rests on these groups alone.',
    );
  });

  it('is not said to end nothing where nobody read it', () => {
    expect(leaving(null)).toBe(
      'Which project roles and permissions end with it is not known: no full project scan has read them.',
    );
  });

  it('is not said to end nothing where a project could not be read', () => {
    const use = aUse([aReadProject('OPS')], { refusedProjects: [{ name: 'WEB', why: 'denied' }] });
    expect(leaving(use)).toBe('Not known for 1 project that could not be read.');
  });
});

it('counts for whom of its people a role would end and for whom it would stay', () => {
  const use = inRole('Contractors', ['other'], ['cy']);
  const members = ['ada', 'bob', 'cy'].map((accountId) =>
    anAccount({ accountId, groupIds: accountId === 'bob' ? ['leaving', 'other'] : ['leaving'] }),
  );
  const [effect] = impactOnMembers(LEAVING ?? group, members, { index, use });
  expect(effect).toMatchObject({ ending: 1, staying: 2 });
});

describe('Leaving a group can, at worst,', () => {
  it.each([
    ['administration', inRole('Administrators')],
    ['access', inRole('Contractors')],
    ['nothing', aUse([aReadProject('OPS')])],
    ['unread', null],
    ['unread', aUse([], { refusedProjects: [{ name: 'OPS', why: 'denied' }] })],
    ['unread', aUse([aReadProject('OPS')], { refusedSchemes: [{ name: 'default', why: 'denied' }] })],
    ['unread', aUse([aReadProject('OPS', { roles: [aRole('A', [{ id: null, name: null }])] })])],
  ] as const)('end %s', (severity, use) => {
    expect(severityOf(group, use)).toBe(severity);
  });
});

it('tells every role and group through which an account administers a project', () => {
  const roles = [aRole('Administrators', [byId('leaving'), byId('other')], ['bob'])];
  const use = aUse([aReadProject('OPS', { roles }), aReadProject('WEB')]);
  const ada = anAccount({ groupIds: ['leaving', 'other'] });
  expect(administrationOf(ada, { index, use })).toEqual([
    {
      project: 'OPS',
      ways: [
        { role: 'Administrators', by: 'group', group: byId('leaving') },
        { role: 'Administrators', by: 'group', group: byId('other') },
      ],
    },
  ]);
});

it('counts the lead among those who keep what the lead has', () => {
  const scheme = aScheme(
    'ours',
    ['ADMINISTER_PROJECTS', aGroupHolder(byId('leaving'))],
    ['ADMINISTER_PROJECTS', { type: 'lead' }],
  );
  const use = aUse([aReadProject('OPS', { lead: 'ada', schemeId: 'ours' })], { schemes: [scheme] });
  const members = ['ada', 'bob'].map((accountId) => anAccount({ accountId, groupIds: ['leaving'] }));
  expect(impactOnMembers(group, members, { index, use })).toMatchObject([{ ending: 1, staying: 1 }]);
});
