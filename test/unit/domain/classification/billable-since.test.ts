import { describe, expect, it } from 'vitest';
import { billableSince } from '../../../../src/domain/classification/billable-since';
import { aLocalGroup } from '../../../builders/a-group';
import { seatIn } from '../../../builders/a-world';
import { daysAgo } from '../../../builders/times';

const JIRA = 'jira-software';
const seat = seatIn({ groups: [aLocalGroup('a', JIRA), aLocalGroup('b', JIRA)] });
const dated = { addedToOrg: daysAgo(900), joined: {}, undone: {}, firstSeen: {} };

describe('A seat bills since', () => {
  it.each([
    ['the account was added, where no group tells', {}, 900],
    ['the first of its groups was joined', { joined: { a: daysAgo(40), b: daysAgo(20) } }, 40],
    ['the account was added, where one of its groups does not tell', { joined: { a: daysAgo(40) } }, 900],
    ['it was first seen', { firstSeen: { [JIRA]: daysAgo(9) } }, 9],
    ['an undo gave it back', { undone: { [JIRA]: daysAgo(2) }, joined: { a: daysAgo(40) } }, 2],
  ])('%s', (_, told, days) => {
    expect(billableSince({ ...dated, ...told }, seat)).toBe(daysAgo(days));
  });

  it('a day that nobody tells', () => {
    expect(billableSince({ ...dated, addedToOrg: null, joined: null }, seat)).toBe('');
  });
});
