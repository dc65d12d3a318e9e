import { describe, expect, it } from 'vitest';
import type { AccountFacts } from '../../../../src/domain/account';
import { policyEffect } from '../../../../src/domain/classification/policy-effect';
import type { Exemption, Policy } from '../../../../src/domain/policy';
import { known } from '../../../../src/domain/signal';
import type { Snapshot } from '../../../../src/domain/snapshot';
import { aLocalGroup } from '../../../builders/a-group';
import { aHeader, aPolicy } from '../../../builders/a-header';
import { anAccount } from '../../../builders/an-account';
import { daysAgo, daysAhead } from '../../../builders/times';

const JIRA = 'jira-software';
const LOCAL = aLocalGroup('local', JIRA);

const exemption = (match: Exemption['match'], expires = daysAhead(30)): Exemption => ({
  match,
  expires,
  reason: 'audit',
  owner: 'Finance',
});

/** Three people in one local group: used 10 days ago, 60 days ago and never. */
function aSnapshot(policy: Partial<Policy> = {}, change: Partial<AccountFacts> = {}): Snapshot {
  const uses = [{ [JIRA]: daysAgo(10) }, { [JIRA]: daysAgo(60) }, {}];
  const accounts = uses.map((lastActive, index) =>
    anAccount({
      accountId: `p-${String(index)}`,
      groupIds: ['local'],
      lastActive: known(lastActive),
      ...change,
    }),
  );
  return { header: aHeader({ groups: [LOCAL], policy: aPolicy(policy) }), accounts };
}

describe('Another policy', () => {
  it('that says the same changes nothing', () => {
    expect(policyEffect(aSnapshot(), aPolicy())).toEqual({
      seats: 3,
      changed: 0,
      moves: [],
      exemptionsWait: false,
      wordsWait: false,
    });
  });

  it('moves seats from one verdict to another', () => {
    expect(policyEffect(aSnapshot(), aPolicy({ thresholdDays: 30 }))).toMatchObject({
      changed: 1,
      moves: [{ from: 'keep', to: 'cleanup', seats: 1 }],
    });
  });

  it('names the largest move first', () => {
    const technical = ['p-1', 'p-2'];
    const { moves } = policyEffect(
      aSnapshot({ thresholdDays: 5 }),
      aPolicy({ thresholdDays: 30, technical }),
    );
    expect(moves).toEqual([
      { from: 'cleanup', to: 'route-out', seats: 2 },
      { from: 'cleanup', to: 'keep', seats: 1 },
    ]);
  });

  it('has its own list of technical accounts', () => {
    expect(policyEffect(aSnapshot(), aPolicy({ technical: ['p-2'] })).moves).toEqual([
      { from: 'cleanup', to: 'route-out', seats: 1 },
    ]);
  });
});

describe('An exemption', () => {
  it('by account or by group covers seats at once', () => {
    const exemptions = [exemption({ account: 'p-2' }), exemption({ group: 'local' })];
    expect(policyEffect(aSnapshot(), aPolicy({ exemptions }))).toMatchObject({
      moves: [{ from: 'cleanup', to: 'protected', seats: 1 }],
      exemptionsWait: false,
    });
  });

  it.each([{ emailDomain: 'example.com' }, { namePattern: 'A*' }])(
    'for %j is told by the next scan alone, for names are not stored',
    (match) => {
      const exemptions = [exemption(match)];
      expect(policyEffect(aSnapshot(), aPolicy({ exemptions })).exemptionsWait).toBe(true);
    },
  );

  it('by domain or name that the scan knew already is told by it', () => {
    const exemptions = [exemption({ emailDomain: 'example.com' })];
    const snapshot = aSnapshot({ exemptions }, { exemptions: [0] });
    expect(policyEffect(snapshot, aPolicy({ exemptions })).exemptionsWait).toBe(false);
    expect(policyEffect(snapshot, aPolicy()).moves).toEqual([{ from: 'protected', to: 'cleanup', seats: 1 }]);
  });

  it('by another domain than the scan knew is told by the next scan alone', () => {
    const snapshot = aSnapshot({ exemptions: [exemption({ emailDomain: 'example.com' })] });
    const exemptions = [exemption({ emailDomain: 'example.org' })];
    expect(policyEffect(snapshot, aPolicy({ exemptions })).exemptionsWait).toBe(true);
  });

  it('that has expired covers nothing', () => {
    const exemptions = [exemption({ account: 'p-2' }, daysAgo(1))];
    expect(policyEffect(aSnapshot(), aPolicy({ exemptions })).changed).toBe(0);
  });
});

it('Other words wait for the next scan', () => {
  expect(policyEffect(aSnapshot(), aPolicy({ words: ['robot'] })).wordsWait).toBe(true);
});
