import { describe, expect, it } from 'vitest';
import { openDoors } from '../../../src/domain/approved-domains';
import { classifyAccounts } from '../../../src/domain/classification/classify-snapshot';
import { known } from '../../../src/domain/signal';
import { aDefaultGroup, aLocalGroup } from '../../builders/a-group';
import { aHeader } from '../../builders/a-header';
import { anAccount } from '../../builders/an-account';
import { daysAgo } from '../../builders/times';

const JIRA = 'jira-software';
const GROUPS = [aDefaultGroup('users', JIRA), aLocalGroup('local', JIRA)];
const PARTNER = { domain: 'partner.example', product: JIRA };

/** The doors of a site with one idle person in each of these groups. */
function doorsOf(domains: readonly (typeof PARTNER)[], groupIds: readonly string[], lastActive = {}) {
  const accounts = groupIds.map((id, index) =>
    anAccount({ accountId: `p-${String(index)}`, groupIds: [id], lastActive: known(lastActive) }),
  );
  return openDoors(domains, GROUPS, classifyAccounts(aHeader({ groups: GROUPS }), accounts));
}

describe('An approved domain', () => {
  it('lets people in through the default groups of its product', () => {
    expect(doorsOf([PARTNER], [])).toEqual([
      { ...PARTNER, groups: [{ id: 'users', name: 'users' }], mayReturn: 0 },
    ]);
  });

  it('may bring back seats that a review would end there', () => {
    expect(doorsOf([PARTNER], ['users', 'users', 'local'])).toMatchObject([{ mayReturn: 2 }]);
  });

  it('brings back nobody who stays', () => {
    expect(doorsOf([PARTNER], ['users'], { [JIRA]: daysAgo(1) })).toMatchObject([{ mayReturn: 0 }]);
  });

  it('of a product without a known default group names none', () => {
    const wiki = { ...PARTNER, product: 'confluence' };
    expect(doorsOf([wiki], ['users'])).toEqual([{ ...wiki, groups: [], mayReturn: 0 }]);
  });
});
