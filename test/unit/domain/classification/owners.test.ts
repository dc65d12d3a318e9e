import { describe, expect, it } from 'vitest';
import type { AccountFacts } from '../../../../src/domain/account';
import type { Policy } from '../../../../src/domain/policy';
import { known } from '../../../../src/domain/signal';
import { aLocalGroup, aSyncedGroup, aTeamGroup, anUntoldGroup } from '../../../builders/a-group';
import { aDeepReading } from '../../../builders/an-account';
import { seatIn, type World } from '../../../builders/a-world';
import { daysAgo, daysAhead } from '../../../builders/times';

const JIRA = 'jira-software';
const AGENTS = 'jira-servicedesk';
const LOCAL = aLocalGroup('local', JIRA);
const owners = (world: World, product = JIRA) => seatIn(world, product).owners;
const person = (account: Partial<AccountFacts>): World => ({ groups: [LOCAL], account });
const roleOnAccount = (method: 'direct' | 'inferred', platformRoles: string[] = []): World =>
  person({
    platformRoles: known(platformRoles),
    deep: aDeepReading({ assigned: known([{ product: JIRA, role: 'user', method }]) }),
  });

describe('The owner that is asked is', () => {
  it('technical for an account that is not human', () => {
    expect(owners(person({ serviceWord: 'svc' }))).toEqual(['technical']);
  });

  it('privileged for an account with any privilege', () => {
    expect(owners(person({ platformRoles: known(['org-admin']) }))).toEqual(['privileged']);
  });

  it('business for an account that nobody manages, in an organization that manages accounts', () => {
    expect(owners(person({ claim: 'unmanaged' }))).toEqual(['business']);
  });

  it('team for a path through a team', () => {
    expect(owners({ groups: [LOCAL, aTeamGroup('team', JIRA)] })).toEqual(['team']);
  });

  it('app for a role on the account', () => {
    expect(owners(roleOnAccount('direct'))).toEqual(['app']);
  });

  it('privileged for a role that follows from a platform role', () => {
    expect(owners(roleOnAccount('inferred', ['org-admin']))).toEqual(['privileged']);
  });

  it('app for a role that follows from something else', () => {
    expect(owners(roleOnAccount('inferred'))).toEqual(['app']);
  });

  it('app for a role that follows beside ai-access, which explains nothing', () => {
    expect(owners(roleOnAccount('inferred', ['ai-access']))).toEqual(['app']);
  });

  it('identity for a synced seat', () => {
    expect(owners({ groups: [aSyncedGroup('synced', JIRA)] })).toEqual(['identity']);
  });

  it('identity for a split', () => {
    expect(owners({ groups: [LOCAL, aSyncedGroup('synced', JIRA)] })).toEqual(['identity']);
  });

  it('nobody for a cleanup', () => {
    expect(owners({ groups: [LOCAL] })).toEqual([]);
  });

  it('everybody that the facts point to, identity too when a path is synced', () => {
    const groups = [LOCAL, aSyncedGroup('synced', JIRA), aTeamGroup('team', JIRA)];
    const account = { serviceWord: 'svc', claim: 'unmanaged' as const, platformRoles: known(['org-admin']) };
    expect(owners({ groups, account })).toEqual(['business', 'identity', 'privileged', 'team', 'technical']);
  });
});

describe('An unmanaged account is nobody’s question', () => {
  it('in an organization that manages no account', () => {
    expect(owners({ ...person({ claim: 'unmanaged' }), header: { managesAccounts: false } })).toEqual([]);
  });

  it('where the policy says local', () => {
    expect(owners({ ...person({ claim: 'unmanaged' }), policy: { unmanaged: 'local' } })).toEqual([]);
  });
});

describe('A stale agent of Jira Service Management', () => {
  const agent = (jsmOnCall: Policy['jsmOnCall'], account: Partial<AccountFacts> = {}): World => ({
    groups: [aLocalGroup('agents', AGENTS)],
    policy: { jsmOnCall },
    account,
  });

  it.each(['yes', 'unanswered'] as const)(
    'is asked of the app while on-call is answered with %s',
    (answer) => {
      expect(owners(agent(answer), AGENTS)).toEqual(['app']);
    },
  );

  it('is nobody’s question once on-call is answered with no', () => {
    expect(owners(agent('no'), AGENTS)).toEqual([]);
  });

  it('is asked of the app after a last use long ago', () => {
    expect(owners(agent('yes', { lastActive: known({ [AGENTS]: daysAgo(100) }) }), AGENTS)).toEqual(['app']);
  });
});

describe('A hold names whom the facts point to', () => {
  it('with a synced path beside an unknown one', () => {
    expect(owners({ groups: [anUntoldGroup('odd', JIRA), aSyncedGroup('synced', JIRA)] })).toEqual([
      'identity',
    ]);
  });

  it('with the app when something live would end', () => {
    const world = {
      groups: [aLocalGroup('both', JIRA, 'confluence')],
      account: { lastActive: known({ confluence: daysAgo(1) }) },
    };
    expect(owners(world)).toEqual(['app']);
  });
});

it('names nobody on a seat that an exemption protects, whatever the facts point to', () => {
  const exemption = { match: { account: 'ada' }, expires: daysAhead(9), reason: 'board', owner: 'olga' };
  const account = { serviceWord: 'svc', exemptions: [0] };
  expect(owners({ groups: [LOCAL], account, policy: { exemptions: [exemption] } })).toEqual([]);
});

it('names nobody on a seat in use, whatever the facts point to', () => {
  const account = { serviceWord: 'svc', lastActive: known({ [JIRA]: daysAgo(1) }) };
  expect(owners({ groups: [LOCAL], account })).toEqual([]);
});
