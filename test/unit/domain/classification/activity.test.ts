import { describe, expect, it } from 'vitest';
import type { AccountFacts } from '../../../../src/domain/account';
import { activityOf } from '../../../../src/domain/classification/activity';
import { indexOrganization } from '../../../../src/domain/classification/organization-index';
import type { Policy } from '../../../../src/domain/policy';
import { known, unknown } from '../../../../src/domain/signal';
import { aHeader, aPolicy } from '../../../builders/a-header';
import { aLocalGroup } from '../../../builders/a-group';
import { anAccount } from '../../../builders/an-account';
import { daysAgo, TAKEN_AT } from '../../../builders/times';

const JIRA = 'jira-software';

function activity(account: Partial<AccountFacts>, product = JIRA, policy: Partial<Policy> = {}) {
  const access = { product, grantingGroups: [aLocalGroup('granting', product)] };
  const header = aHeader({ policy: aPolicy(policy) });
  return activityOf(anAccount(account), access, indexOrganization(header));
}

const usedOn = (at: Record<string, string>): Partial<AccountFacts> => ({ lastActive: known(at) });

describe('A seat with a known last use is', () => {
  it.each([
    ['active', 'used 90 days less a second ago', daysAgo(90, -1)],
    ['stale', 'used 90 days ago to the second', daysAgo(90)],
    ['stale', 'used 90 days and a second ago', daysAgo(90, 1)],
    ['active', 'used at the moment of the scan', TAKEN_AT],
  ])('%s when %s', (state, _, at) => {
    expect(activity(usedOn({ [JIRA]: at })).state).toBe(state);
  });
});

describe('A seat without a last use is', () => {
  it.each([
    ['never-accessed', 'its person joined 90 days ago to the second', daysAgo(90)],
    ['too-new', 'its person joined 90 days less a second ago', daysAgo(90, -1)],
    ['too-new', 'its person joined yesterday', daysAgo(1)],
    ['unknown', 'nobody tells when its person joined', null],
    ['unknown', 'the date of joining cannot be read', 'last spring'],
  ])('%s when %s', (state, _, addedToOrg) => {
    expect(activity({ addedToOrg }).state).toBe(state);
  });

  it.each<[string, Partial<AccountFacts>]>([
    ['long ago', usedOn({ [JIRA]: daysAgo(200) })],
    ['never', { addedToOrg: daysAgo(400) }],
  ])(
    'of unknown activity when used %s, while nobody tells who was added to a group yesterday',
    (_, facts) => {
      expect(activity({ ...facts, joined: null })).toMatchObject({
        state: 'unknown',
        reason: 'when people were added to groups could not be read',
      });
    },
  );

  it('of unknown activity, and says that neither last use nor joining is told', () => {
    expect(activity({ addedToOrg: null }).reason).toBe('no last use and no date of joining are told');
  });

  it('active whatever is not told of additions to groups', () => {
    expect(activity({ ...usedOn({ [JIRA]: daysAgo(1) }), joined: null }).state).toBe('active');
  });

  it('of unknown activity when no source tells last uses', () => {
    expect(activity({ lastActive: unknown('no key') })).toMatchObject({ state: 'unknown', reason: 'no key' });
  });
});

describe('A seat is too new', () => {
  const old = usedOn({ [JIRA]: daysAgo(200) });

  it.each<[string, Partial<AccountFacts>]>([
    ['its person joined the organization', { addedToOrg: daysAgo(30, -1) }],
    ['its person was added to a granting group', { joined: { granting: daysAgo(30, -1) } }],
    ['we gave it back', { undone: { [JIRA]: daysAgo(30, -1) } }],
    ['a scan first saw it', { firstSeen: { [JIRA]: daysAgo(30, -1) } }],
  ])('up to 30 days after %s', (_, facts) => {
    expect(activity({ ...old, ...facts }).state).toBe('too-new');
  });

  it.each<[string, Partial<AccountFacts>]>([
    ['30 days to the second have passed', { joined: { granting: daysAgo(30) } }],
    ['the person joined a group that does not grant it', { joined: { other: daysAgo(1) } }],
    ['another seat was given back', { undone: { confluence: daysAgo(1) } }],
    ['a scan first saw another seat', { firstSeen: { confluence: daysAgo(1) } }],
  ])('no more when %s', (_, facts) => {
    expect(activity({ ...old, ...facts }).state).toBe('stale');
  });

  it('even when it was used', () => {
    expect(activity({ ...usedOn({ [JIRA]: daysAgo(1) }), addedToOrg: daysAgo(5) }).state).toBe('too-new');
  });

  it('counting from the newest of all dates', () => {
    const facts = { ...old, joined: { granting: daysAgo(60) }, undone: { [JIRA]: daysAgo(40) } };
    expect(activity(facts, JIRA, { newDays: 41 }).state).toBe('too-new');
    expect(activity(facts, JIRA, { newDays: 40 }).state).toBe('stale');
  });

  it('counting from the newest date, whichever source tells it', () => {
    const facts = { ...old, joined: { granting: daysAgo(40) }, undone: { [JIRA]: daysAgo(60) } };
    expect(activity(facts, JIRA, { newDays: 41 }).state).toBe('too-new');
    expect(activity(facts, JIRA, { newDays: 40 }).state).toBe('stale');
  });

  it('counting from what is told where nobody tells when its person joined', () => {
    const facts = { ...old, addedToOrg: null, firstSeen: { [JIRA]: daysAgo(40) } };
    expect(activity(facts, JIRA, { newDays: 41 }).state).toBe('too-new');
  });

  it('at no time when nothing tells its start', () => {
    expect(activity({ ...old, addedToOrg: null }, JIRA, { newDays: 36_500 }).state).toBe('stale');
  });

  it('even when no source tells last uses', () => {
    expect(activity({ lastActive: unknown('no key'), addedToOrg: daysAgo(3) }).state).toBe('too-new');
  });
});

describe('The policy', () => {
  it('may set another threshold', () => {
    expect(activity(usedOn({ [JIRA]: daysAgo(60) }), JIRA, { thresholdDays: 60 }).state).toBe('stale');
  });

  it('may set other thresholds for one product', () => {
    const policy = { perProduct: { confluence: { thresholdDays: 180, newDays: 10 } } };
    const facts = usedOn({ confluence: daysAgo(120), [JIRA]: daysAgo(120) });
    expect([activity(facts, 'confluence', policy).state, activity(facts, JIRA, policy).state]).toEqual([
      'active',
      'stale',
    ]);
  });
});

describe('Last use', () => {
  it('of Jira is the newer of its own and that of jira-core', () => {
    const facts = usedOn({ [JIRA]: daysAgo(200), 'jira-core': daysAgo(10) });
    expect(activity(facts)).toMatchObject({ state: 'active', lastActiveAt: daysAgo(10) });
  });

  it('of Jira is its own when that is newer than jira-core', () => {
    expect(activity(usedOn({ [JIRA]: daysAgo(10), 'jira-core': daysAgo(200) })).lastActiveAt).toBe(
      daysAgo(10),
    );
  });

  it('of Jira is that of jira-core when it has none of its own', () => {
    expect(activity(usedOn({ 'jira-core': daysAgo(100) })).state).toBe('stale');
  });

  it('of another product of the family is not taken from jira-core', () => {
    expect(activity(usedOn({ 'jira-core': daysAgo(1) }), 'jira-servicedesk').state).toBe('never-accessed');
  });

  it('of another product does not count', () => {
    expect(activity(usedOn({ confluence: daysAgo(1) })).state).toBe('never-accessed');
  });

  it('elsewhere in the organization does not count', () => {
    expect(activity({ lastActiveElsewhere: daysAgo(1) }).state).toBe('never-accessed');
  });
});

describe('A seat whose dates come from a user export', () => {
  const exported = { at: daysAgo(5), never: [], untold: [] };

  it.each([
    ['active', 'used 89 days before the export', { [JIRA]: daysAgo(94) }],
    ['stale', 'used 90 days before the export', { [JIRA]: daysAgo(95) }],
  ])('is %s when %s, whatever the day of the scan', (state, _, at) => {
    expect(activity({ exported, lastActive: known(at) }).state).toBe(state);
  });

  it('is never-accessed only where the export says so', () => {
    expect(activity({ exported: { ...exported, never: [JIRA] } }).state).toBe('never-accessed');
    expect(activity({ exported }).state).toBe('unknown');
    expect(activity({ exported }).reason).toBe('the user export leaves the last use open');
  });

  it('stays unknown when only the other name of Jira is told', () => {
    expect(activity({ exported, lastActive: known({ 'jira-core': daysAgo(200) }) }).state).toBe('unknown');
    const half = { ...exported, untold: ['jira-core'] };
    expect(activity({ exported: half, lastActive: known({ [JIRA]: daysAgo(200) }) }).state).toBe('unknown');
  });

  it('is too-new when our own undo came after the export', () => {
    const at = known({ [JIRA]: daysAgo(200) });
    expect(activity({ exported, lastActive: at, undone: { [JIRA]: daysAgo(1) } }).state).toBe('too-new');
  });
});
