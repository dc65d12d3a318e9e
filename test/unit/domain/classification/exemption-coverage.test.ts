import { expect, it } from 'vitest';
import type { AccountFacts } from '../../../../src/domain/account';
import { exemptionCoverage } from '../../../../src/domain/classification/exemption-coverage';
import type { Exemption } from '../../../../src/domain/policy';
import { known } from '../../../../src/domain/signal';
import type { Snapshot } from '../../../../src/domain/snapshot';
import { aLocalGroup } from '../../../builders/a-group';
import { aHeader, aPolicy } from '../../../builders/a-header';
import { anAccount } from '../../../builders/an-account';
import { daysAgo, daysAhead } from '../../../builders/times';

const JIRA = 'jira-software';

const exemption = (match: Exemption['match'], product?: string): Exemption => ({
  match,
  expires: daysAhead(30),
  reason: 'audit',
  owner: 'Finance',
  ...(product === undefined ? {} : { product }),
});

/** Two people in one local group, of whom the first uses Jira; the policy of the scan holds these exemptions. */
function aSnapshot(exemptions: Exemption[] = [], change: Partial<AccountFacts> = {}): Snapshot {
  const accounts = [{ [JIRA]: daysAgo(1) }, {}].map((lastActive, index) =>
    anAccount({
      accountId: `p-${String(index)}`,
      groupIds: ['local'],
      lastActive: known(lastActive),
      ...change,
    }),
  );
  return {
    header: aHeader({ groups: [aLocalGroup('local', JIRA)], policy: aPolicy({ exemptions }) }),
    accounts,
  };
}

it('counts seats and people, and what becomes of the seats', () => {
  expect(exemptionCoverage(aSnapshot(), exemption({ group: 'local' }))).toEqual({
    people: 2,
    seats: 2,
    moves: [{ from: 'cleanup', to: 'protected', seats: 1 }],
  });
});

it('leaves out other people', () => {
  expect(exemptionCoverage(aSnapshot(), exemption({ account: 'p-1' }))?.people).toBe(1);
});

it('leaves out seats that are not seen', () => {
  expect(exemptionCoverage(aSnapshot(), exemption({ group: 'local' }), () => false)).toEqual({
    people: 0,
    seats: 0,
    moves: [],
  });
});

it('leaves out other products', () => {
  expect(exemptionCoverage(aSnapshot(), exemption({ group: 'local' }, 'confluence'))).toEqual({
    people: 0,
    seats: 0,
    moves: [],
  });
});

it('counts also what another exemption covers already', () => {
  const snapshot = aSnapshot([exemption({ account: 'p-1' })], { exemptions: [0] });
  expect(exemptionCoverage(snapshot, exemption({ group: 'local' }))).toMatchObject({ seats: 2, moves: [] });
});

it('is not known of names that the scan did not look for', () => {
  expect(exemptionCoverage(aSnapshot(), exemption({ namePattern: 'A*' }))).toBeNull();
});

it('is known of names that the scan looked for', () => {
  const known = exemption({ namePattern: 'A*' });
  expect(exemptionCoverage(aSnapshot([known], { exemptions: [0] }), known)?.seats).toBe(2);
});
