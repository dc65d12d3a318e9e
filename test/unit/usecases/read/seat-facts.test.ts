import { describe, expect, it } from 'vitest';
import { classifyAccount } from '../../../../src/domain/classification/classify-account';
import { indexOrganization } from '../../../../src/domain/classification/organization-index';
import { known, unknown } from '../../../../src/domain/signal';
import { factsOf, type Fact } from '../../../../src/usecases/read/seat-facts';
import { aDefaultGroup, aLocalGroup, anUntoldGroup } from '../../../builders/a-group';
import { aReading, type World } from '../../../builders/a-world';
import { aDeepReading } from '../../../builders/an-account';
import { daysAgo, daysAhead, TAKEN_AT } from '../../../builders/times';

const JIRA = 'jira-software';
const LOCAL = aLocalGroup('local', JIRA);

function facts(world: World): Fact[] {
  const { header, account } = aReading({ groups: [LOCAL], ...world });
  const seat = classifyAccount(account, indexOrganization(header)).find(({ product }) => product === JIRA);
  if (seat === undefined) throw new Error('this account has no Jira seat');
  return factsOf(account, seat, header);
}
const fact = (label: string, world: World = {}): Fact | undefined =>
  facts(world).find((each) => each.label === label);

describe('The facts of a seat', () => {
  it('tell the last use as a time, marked as last use', () => {
    const at = daysAgo(120);
    expect(fact('Last use', { account: { lastActive: known({ [JIRA]: at }) } })).toEqual({
      label: 'Last use',
      value: '',
      happenedAt: at,
      isLastUse: true,
      source: 'Organization: users',
      asOf: TAKEN_AT,
    });
  });

  it('say why a last use is unknown, and never “never”', () => {
    expect(fact('Last use', { account: { lastActive: unknown('no key') } })?.value).toBe('unknown: no key');
  });

  it('say “not told” of what the organization left out', () => {
    const world = { account: { addedToOrg: null, synced: null, claim: 'unknown' as const } };
    expect(
      ['Added to the organization', 'Created by the identity provider', 'Managed by the organization'].map(
        (label) => fact(label, world)?.value,
      ),
    ).toEqual(['not told', 'not told', 'not told']);
  });

  it('give the organization’s own words on each group', () => {
    expect(fact('Who manages *local*')).toMatchObject({
      value: 'managed by: admins; may be changed here: yes; synced: no',
      source: 'Organization: groups',
    });
  });

  it('say which group is a default group', () => {
    expect(fact('Who manages *all*', { groups: [aDefaultGroup('all', JIRA)] })?.value).toBe(
      'unknown: not told; a default group',
    );
  });

  it('leave out groups that do not give the seat', () => {
    const groups = [LOCAL, anUntoldGroup('elsewhere', 'confluence')];
    expect(fact('Who manages *elsewhere*', { groups, account: { groupIds: ['elsewhere', 'local'] } })).toBe(
      undefined,
    );
  });

  it('tell when the account was added to a group', () => {
    const joined = { local: daysAgo(3) };
    expect(fact('Added to *local*', { account: { joined } })?.happenedAt).toBe(daysAgo(3));
  });

  it('tell apart additions that nobody told and those that could not be read', () => {
    expect([
      fact('Added to its groups')?.value,
      fact('Added to its groups', { account: { joined: null } })?.value,
    ]).toEqual(['no recent addition is told', 'unknown: could not be read']);
  });

  it('are as old as the account-level reading where they come from it', () => {
    const deep = aDeepReading({ readAt: daysAhead(1), leads: known(['OPS']) });
    expect(fact('Leads projects', { account: { deep } })).toMatchObject({ value: 'OPS', asOf: daysAhead(1) });
  });

  it('name roles on the account', () => {
    const assigned = known([{ product: 'confluence', role: 'user', method: 'direct' as const }]);
    expect(fact('Roles on the account', { account: { deep: aDeepReading({ assigned }) } })?.value).toBe(
      'user of confluence (direct)',
    );
  });

  it('name the user export and its day where that told the dates', () => {
    const exported = { at: daysAgo(3), never: [JIRA], untold: [] };
    const world: World = { account: { exported }, header: { mode: 'jira-only' } };
    for (const label of ['Last use', 'Added to the organization'])
      expect(fact(label, world)).toMatchObject({
        source: 'User export of Atlassian Administration',
        asOf: daysAgo(3),
      });
    expect(fact('Added to its groups', world)?.source).toBe('Jira: audit log');
  });

  it('leave out account-level facts that were not read', () => {
    expect(fact('Leads projects', { account: { deep: null } })).toBeUndefined();
  });

  it('name the exemption that covers it', () => {
    const exemptions = [
      { match: { account: 'ada' }, expires: daysAhead(30), reason: 'on leave', owner: 'People team' },
    ];
    expect(fact('Exemption', { account: { exemptions: [0] }, policy: { exemptions } })?.value).toBe(
      'until 2 Dec 2026, owner People team: on leave',
    );
  });

  it('name the thresholds that hold for the product', () => {
    const perProduct = { [JIRA]: { thresholdDays: 180, newDays: 14 } };
    expect(fact('Thresholds', { policy: { perProduct } })?.value).toBe(
      'unused from 180 days on; new for 14 days',
    );
  });
});
