import { describe, expect, it } from 'vitest';
import { AppError } from '../../../src/lib/app-error';
import { isAccountGone, readMembership } from '../../../src/usecases/read-membership';

const UNKNOWN_TO_JIRA = {
  readGroupsOf: () => Promise.reject(new AppError('atlassian.refused', 'no', { context: { status: 404 } })),
};
const UNKNOWN_TO_BOTH = {
  jira: UNKNOWN_TO_JIRA,
  organization: { findUser: () => Promise.resolve(undefined) },
};
const UNKNOWN_WITHOUT_KEY = { jira: UNKNOWN_TO_JIRA, organization: null };
const QUESTION = { accountId: 'ada', groupId: 'local' };

describe('An account that Jira does not know', () => {
  it('is in no group when the organization does not know it either', async () => {
    expect(await readMembership(QUESTION, UNKNOWN_TO_BOTH)).toBe('gone');
  });

  it('may be in any group when there is no organization to ask', async () => {
    expect(await readMembership(QUESTION, UNKNOWN_WITHOUT_KEY)).toBe('unread');
  });

  it('is not called gone when there is no organization to ask', async () => {
    expect(await isAccountGone('ada', UNKNOWN_WITHOUT_KEY)).toBe(false);
  });
});
