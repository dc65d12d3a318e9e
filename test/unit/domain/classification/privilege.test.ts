import { describe, expect, it } from 'vitest';
import type { AccountFacts } from '../../../../src/domain/account';
import type { GroupFacts } from '../../../../src/domain/group';
import { known, unknown } from '../../../../src/domain/signal';
import { aGrant, aGroup, aLocalGroup } from '../../../builders/a-group';
import { aDeepReading } from '../../../builders/an-account';
import { seatIn, type World } from '../../../builders/a-world';

const JIRA = 'jira-software';
const USERS = aLocalGroup('users', JIRA);
const privilege = (world: World, product = JIRA) => seatIn(world, product).privilege;
const withGroups = (...groups: GroupFacts[]): World => ({ groups: [USERS, ...groups] });
const withAccount = (account: Partial<AccountFacts>): World => ({ groups: [USERS], account });

it('finds no privilege on a plain person', () => {
  expect(privilege(withGroups())).toEqual([]);
});

describe('The account is privileged as', () => {
  it.each(['org-admin', 'site-admin', 'user-access-admin'])('%s by its platform role', (role) => {
    expect(privilege(withAccount({ platformRoles: known([role]) }))).toEqual([role]);
  });

  it('platform-role:NAME by a platform role that we do not know', () => {
    expect(privilege(withAccount({ platformRoles: known(['billing-lord']) }))).toEqual([
      'platform-role:billing-lord',
    ]);
  });

  it('nothing by ai-access, which any colleague may have', () => {
    expect(privilege(withAccount({ platformRoles: known(['ai-access']) }))).toEqual([]);
  });

  it.each(['admin', 'user-access-admin'])('product-admin by the role %s on the product', (role) => {
    const assigned = [{ product: JIRA, role, method: 'direct' as const }];
    expect(privilege(withAccount({ deep: aDeepReading({ assigned: known(assigned) }) }))).toEqual([
      'product-admin',
    ]);
  });

  it('product-admin of a Jira product by administering jira-core', () => {
    expect(privilege(withGroups(aGroup('admins', { grants: [aGrant('jira-core', 'admin')] })))).toContain(
      'product-admin',
    );
  });

  it('nothing on Confluence by administering jira-core', () => {
    const world = {
      groups: [
        aLocalGroup('writers', 'confluence'),
        aGroup('admins', { grants: [aGrant('jira-core', 'admin')] }),
      ],
    };
    expect(privilege(world, 'confluence')).toEqual([]);
  });

  it('nothing on Jira by administering Confluence through a group that does not grant Jira', () => {
    expect(privilege(withGroups(aGroup('wiki', { grants: [aGrant('confluence', 'admin')] })))).toEqual([]);
  });

  it.each(['admin', 'site-admin'] as const)('admin-group by a group of Jira’s kind %s', (kind) => {
    expect(privilege(withGroups(aGroup('admins', { accessType: known(kind) })))).toEqual(['admin-group']);
  });

  it('privileged-group by a granting group that administers another product', () => {
    const both = aGroup('both', { grants: [aGrant(JIRA), aGrant('confluence', 'admin')] });
    expect(privilege({ groups: [both] })).toEqual(['privileged-group']);
  });

  it('privileged-group also when a plain group gives the seat too', () => {
    const both = aGroup('both', { grants: [aGrant(JIRA), aGrant('confluence', 'admin')] });
    expect(privilege(withGroups(both))).toEqual(['privileged-group']);
  });

  it('project-lead by leading a project', () => {
    expect(privilege(withAccount({ deep: aDeepReading({ leads: known(['OPS']) }) }))).toEqual([
      'project-lead',
    ]);
  });

  it('project-admin by administering a project', () => {
    expect(privilege(withAccount({ deep: aDeepReading({ administers: known(['OPS']) }) }))).toEqual([
      'project-admin',
    ]);
  });

  it('product-admin where Jira itself says that it administers Jira', () => {
    expect(privilege(withAccount({ deep: aDeepReading({ administersJira: known(true) }) }))).toEqual([
      'product-admin',
    ]);
  });

  it('everything that holds, sorted', () => {
    const deep = aDeepReading({ leads: known(['OPS']), administers: known(['OPS']) });
    expect(privilege(withAccount({ deep, platformRoles: known(['site-admin', 'org-admin']) }))).toEqual([
      'org-admin',
      'project-admin',
      'project-lead',
      'site-admin',
    ]);
  });
});

describe('What could not be read about privilege is said on the seat:', () => {
  it.each<[string, World]>([
    ['platform roles', withAccount({ platformRoles: unknown('refused') })],
    ['administration through groups', withGroups(aGroup('g', { accessType: unknown('refused') }))],
    ['roles on the account', withAccount({ deep: aDeepReading({ assigned: unknown('refused') }) })],
    ['projects led', withAccount({ deep: aDeepReading({ leads: unknown('refused') }) })],
    ['grants of a group of the account', withGroups(aGroup('g', { grantsComplete: false }))],
    ['grants of a group of the account', withAccount({ groupIds: ['users', 'unlisted'] })],
    ['projects administered', withAccount({ deep: aDeepReading({ administers: unknown('refused') }) })],
  ])('%s', (what, world) => {
    expect(seatIn(world).notChecked).toContain(`${what} could not be read`);
  });

  it('so that the seat is held: a group whose grants were not read may administer something', () => {
    expect(seatIn(withGroups(aGroup('g', { grantsComplete: false }))).reason).toBe('facts-unread');
  });

  it('not the grants of groups where Jira alone tells them, which never tells them all', () => {
    const seat = seatIn({
      ...withGroups(aGroup('g', { grantsComplete: false })),
      header: { mode: 'jira-only' },
    });
    expect(seat.notChecked).not.toContain('grants of a group of the account could not be read');
  });

  describe('platform roles', () => {
    const noted = (mode: 'org-key' | 'jira-only', deep: AccountFacts['deep']) =>
      seatIn({
        groups: [USERS],
        account: { platformRoles: unknown('no key'), deep },
        header: { mode },
      }).notChecked.includes('platform roles could not be read');
    const told = aDeepReading({ administersJira: known(false) });

    it('not where Jira alone tells who administers it', () => {
      expect(noted('jira-only', told)).toBe(false);
    });

    it('not where Jira alone is still to be asked', () => {
      expect(noted('jira-only', null)).toBe(false);
    });

    it('where Jira alone was asked and did not tell', () => {
      expect(noted('jira-only', aDeepReading({ administersJira: unknown('refused') }))).toBe(true);
    });

    it('where the organization should tell them, whatever Jira says', () => {
      expect(noted('org-key', told)).toBe(true);
    });
  });
});
