import { describe, expect, it } from 'vitest';
import { rolesBesideGroups } from '../../../../src/domain/classification/access';
import { indexOrganization } from '../../../../src/domain/classification/organization-index';
import { aDefaultGroup } from '../../../builders/a-group';
import { aReading } from '../../../builders/a-world';

/** Roles beside the one group that gives Jira, as far as Jira names the account's apps. */
function besides(applicationRoles: readonly string[], groupIds = ['users']) {
  const { account, header } = aReading({
    groups: [aDefaultGroup('users', 'jira-software')],
    account: { groupIds },
  });
  return rolesBesideGroups(account, applicationRoles, indexOrganization(header));
}

describe('Of the apps that Jira says an account may use', () => {
  it('none beside its groups is left when one gives it', () => {
    expect(besides(['jira-software'])).toEqual([]);
  });

  it('one that no group of it gives is a role on the account', () => {
    expect(besides(['jira-software'], [])).toEqual([
      { product: 'jira-software', role: 'user', method: 'direct' },
    ]);
  });
});
