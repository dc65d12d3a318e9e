import { describe, expect, it } from 'vitest';
import { classifySnapshot, needsDeepening } from '../../../../src/domain/classification/classify-snapshot';
import { known } from '../../../../src/domain/signal';
import { aLocalGroup } from '../../../builders/a-group';
import { aHeader } from '../../../builders/a-header';
import { seatIn, seatsIn } from '../../../builders/a-world';
import { anAccount } from '../../../builders/an-account';
import { daysAgo } from '../../../builders/times';

const JIRA = 'jira-software';
const BOTH = aLocalGroup('both', JIRA, 'confluence');

it('classifies every account of a snapshot', () => {
  const accounts = ['ada', 'bob'].map((accountId) => anAccount({ accountId, groupIds: ['both'] }));
  const seats = classifySnapshot({ header: aHeader({ groups: [BOTH] }), accounts });
  expect(seats.map(({ accountId, product }) => `${accountId} ${product}`)).toEqual([
    'ada confluence',
    'ada jira-software',
    'bob confluence',
    'bob jira-software',
  ]);
});

describe('An account must be read on its own', () => {
  const unread = { deep: null };

  it('when one of its seats would be removed without', () => {
    const account = { ...unread, joined: { writers: daysAgo(1) } };
    const groups = [aLocalGroup('local', JIRA), aLocalGroup('writers', 'confluence')];
    const seats = seatsIn({ groups, account });
    expect(seats.map(({ verdict }) => verdict)).toEqual(['keep', 'cleanup']);
    expect(needsDeepening(seats)).toBe(true);
  });

  it('not when no seat would be removed', () => {
    const account = { ...unread, lastActive: known({ [JIRA]: daysAgo(1) }) };
    expect(needsDeepening([seatIn({ groups: [aLocalGroup('local', JIRA)], account })])).toBe(false);
  });
});
