import { describe, expect, it } from 'vitest';
import type { ExportedAccount } from '../../../../src/domain/user-export/exported-account';
import { markOf } from '../../../../src/domain/user-export/read-export';
import { exportInHand, factsOfExport } from '../../../../src/usecases/scan/facts-of-export';

const EXPORTED_ON = '2026-10-26T00:00:00.000Z';
const USED = '2026-05-01T00:00:00.000Z';

function told(change: Partial<ExportedAccount> = {}): ExportedAccount {
  return {
    row: 2,
    person: 'ada',
    addedToOrg: null,
    platformRoles: [],
    uses: { 'jira-software': USED },
    never: [],
    untold: [],
    ...change,
  };
}

function factsOf(account: ExportedAccount, takenAt = '2026-11-02T09:00:00.000Z', email?: string) {
  const member = { accountId: 'ada', accountType: 'atlassian', active: true, displayName: 'Ada', email };
  return factsOfExport(member, exportInHand([{ exportedOn: EXPORTED_ON, account }], takenAt));
}

describe('What an export tells of a person', () => {
  it('counts seven days after it was made', () => {
    expect(factsOf(told())).toMatchObject({
      lastActive: { known: true, value: { 'jira-software': USED } },
      exported: { at: EXPORTED_ON },
    });
  });

  it('counts no more on the eighth day', () => {
    expect(factsOf(told(), '2026-11-03T00:00:00.000Z')).toMatchObject({
      lastActive: { known: false, reason: 'the user export of 26 Oct 2026 is older than 7 days' },
      exported: null,
    });
  });

  it('is found by the mark of the e-mail address, where Jira shows that', () => {
    const byMail = told({ person: markOf('ada@acme.example') });
    expect(factsOf(byMail, undefined, 'Ada@acme.example').lastActive.known).toBe(true);
    expect(factsOf(byMail).lastActive).toMatchObject({
      known: false,
      reason: 'the user export of 26 Oct 2026 does not list the account',
    });
  });

  it('raises suspicion by the roles that it names, and lowers none by naming none', () => {
    expect(factsOf(told({ platformRoles: ['site-admin'] })).platformRoles).toMatchObject({
      value: ['site-admin'],
    });
    expect(factsOf(told()).platformRoles.known).toBe(false);
  });

  it('keeps use on other sites apart', () => {
    expect(factsOf(told({ uses: { elsewhere: USED } }))).toMatchObject({
      lastActive: { value: {} },
      lastActiveElsewhere: USED,
    });
  });
});
