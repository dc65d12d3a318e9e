import { describe, expect, it } from 'vitest';
import type { AccountFacts } from '../../../../src/domain/account';
import { otherUseOf } from '../../../../src/domain/classification/other-use';
import { known } from '../../../../src/domain/signal';
import type { Policy } from '../../../../src/domain/policy';
import { indexOrganization } from '../../../../src/domain/classification/organization-index';
import { aLocalGroup } from '../../../builders/a-group';
import { aReading } from '../../../builders/a-world';
import { daysAhead } from '../../../builders/times';

const EXPORTED_ON = '2026-10-30T00:00:00.000Z';
const RECENTLY = '2026-10-01T00:00:00.000Z';
const LONG_AGO = '2026-01-01T00:00:00.000Z';

function otherUse(change: Partial<AccountFacts>, untold: string[] = [], policy: Partial<Policy> = {}) {
  const exported = { at: EXPORTED_ON, never: ['jira-software'], untold };
  const { header, account } = aReading({
    groups: [aLocalGroup('users', 'jira-software')],
    account: { exported, ...change },
    header: { mode: 'jira-only' },
    policy,
  });
  return otherUseOf(account, 'jira-software', indexOrganization(header));
}

describe('Nothing else is believed to be in use', () => {
  it('when the export shows no recent use of any other product', () => {
    expect(otherUse({ lastActive: known({ 'jira-software': RECENTLY, confluence: LONG_AGO }) })).toEqual([]);
  });

  it('when only Jira itself was used under its other name', () => {
    expect(otherUse({ lastActive: known({ 'jira-core': RECENTLY }) })).toEqual([]);
  });
});

describe('Something else may be in use', () => {
  it.each([
    [
      'another product was used recently',
      { lastActive: known({ confluence: RECENTLY }) },
      /Confluence was used recently/,
    ],
    [
      'another Jira product was used recently',
      { lastActive: known({ 'jira-servicedesk': RECENTLY }) },
      /Jira Service Management was used recently/,
    ],
    [
      'a product that nobody knows was used',
      { lastActive: known({ 'rovo-dev': RECENTLY }) },
      /rovo-dev was used/,
    ],
    [
      'another site was used recently',
      { lastActiveElsewhere: RECENTLY },
      /a product of another site was used/,
    ],
    ['there is no export', { exported: null }, /not told without a user export/],
  ])('when %s', (_, change, phrase) => {
    expect(otherUse(change)).toEqual([expect.stringMatching(phrase)]);
  });

  it('when the export leaves the use of another product open', () => {
    expect(otherUse({}, ['confluence'])).toEqual([expect.stringMatching(/last use of Confluence open/)]);
  });

  it('as long as the policy says for that product', () => {
    const policy = { perProduct: { confluence: { thresholdDays: 400, newDays: 30 } } };
    expect(otherUse({ lastActive: known({ confluence: LONG_AGO }) }, [], policy)).toHaveLength(1);
  });

  it('when the export says nothing of another seat', () => {
    const groups = [aLocalGroup('users', 'jira-software'), aLocalGroup('agents', 'jira-servicedesk')];
    const exported = { at: EXPORTED_ON, never: ['jira-software'], untold: [] };
    const { header, account } = aReading({ groups, account: { exported }, header: { mode: 'jira-only' } });
    expect(otherUseOf(account, 'jira-software', indexOrganization(header))).toEqual([
      'the user export leaves the last use of Jira Service Management open',
    ]);
  });

  it('when an exemption protects another product, until it expires', () => {
    const exempt = (days: number) =>
      otherUse({ exemptions: [0] }, [], {
        exemptions: [
          {
            match: { account: 'ada' },
            product: 'confluence',
            expires: daysAhead(days),
            reason: 'board',
            owner: 'olga',
          },
        ],
      });
    expect(exempt(9)).toEqual([expect.stringMatching(/an exemption protects Confluence/)]);
    expect(exempt(-1)).toEqual([]);
  });
});
