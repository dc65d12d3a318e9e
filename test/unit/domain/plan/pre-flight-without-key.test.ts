import { describe, expect, it } from 'vitest';
import { cancelBecause } from '../../../../src/domain/plan/pre-flight';
import { known, unknown } from '../../../../src/domain/signal';
import { aDefaultGroup } from '../../../builders/a-group';
import { aReview } from '../../../builders/a-review';
import { aReading, seatIn, type World } from '../../../builders/a-world';
import { daysAgo } from '../../../builders/times';

const JIRA = 'jira-software';
const KEYLESS: World = {
  groups: [aDefaultGroup('local', JIRA)],
  header: { mode: 'jira-only' },
  account: {
    lastActive: known({ [JIRA]: daysAgo(200) }),
    exported: { at: daysAgo(1), never: [], untold: [] },
  },
};
const APPROVED = aReview({ seats: [seatIn(KEYLESS)] }).line(1);

describe('Without an organization key', () => {
  const causeIn = (account: World['account']): string | null =>
    cancelBecause(
      { line: APPROVED, consented: false, left: new Set(), ending: new Set() },
      aReading({ ...KEYLESS, account: { ...KEYLESS.account, ...account } }),
    );

  it('a removal goes on when all is as it was', () => {
    expect(causeIn({})).toBeNull();
  });

  it('last use that is no longer told asks for a new import', () => {
    const account = { lastActive: unknown('the user export is too old'), exported: null };
    expect(causeIn(account)).toBe(
      'the last use can no longer be read: the user export is too old; import a new user export in Settings',
    );
  });

  it('additions that are no longer told ask for no import', () => {
    expect(causeIn({ joined: null })).toBe(
      'the last use can no longer be read: when people were added to groups could not be read',
    );
  });

  it('a kind of account that Jira no longer tells cancels', () => {
    expect(causeIn({ appType: unknown('refused') })).toBe('a fact could not be read');
  });
});
