import { describe, expect, it } from 'vitest';
import { membershipRows, populationRows } from '../../../static/admin/view-models/population';

const PROOF = {
  product: 'jira-software',
  enumerated: 120,
  reported: 120,
  explained: [],
  unexplained: 0,
  source: 'applicationrole',
} as const;
const nameOf = (): string => 'Jira';

describe('the population proof', () => {
  it('says that the counts agree only when they do', () => {
    expect(populationRows([PROOF], nameOf)[0]?.result).toBe('Counts agree');
  });

  it('says by how many named accounts a difference is explained', () => {
    const explained = [
      { reason: 'admin-only', direction: 'enumerated-only', accountIds: ['a', 'b'] },
    ] as const;
    const [row] = populationRows([{ ...PROOF, reported: 118, explained }], nameOf);
    expect(row?.result).toBe('Explained: 2 by name');
    expect(row?.explained).toBe('2 accounts with an administrator role only (counted by SeatTrace alone)');
  });

  it('says which side has more when something stays unexplained', () => {
    expect(populationRows([{ ...PROOF, reported: 123, unexplained: 3 }], nameOf)[0]?.result).toBe(
      '3 seats unexplained, more reported than found',
    );
    expect(populationRows([{ ...PROOF, reported: 119, unexplained: -1 }], nameOf)[0]?.result).toBe(
      '1 seat unexplained, more found than reported',
    );
  });

  it('labels a count that is no independent one', () => {
    expect(populationRows([{ ...PROOF, source: 'users-count' }], nameOf)[0]?.source).toBe(
      'same source as the scan',
    );
  });
});

describe('from members to seats', () => {
  it('says who stays behind and who comes in, and how many are not shown', () => {
    const items = [
      { reason: 'app', direction: 'members-only', count: 2, accountIds: ['bot'] },
      { reason: 'role-without-a-group', direction: 'seats-only', count: 1, accountIds: ['ada'] },
    ] as const;
    const bridge = { product: 'jira-software', members: 12, seats: 11, items };
    expect(membershipRows([bridge], nameOf)).toMatchObject([
      {
        members: '12 accounts',
        seats: '11 seats',
        between: [
          { text: 'minus 2 accounts: an app', more: 1 },
          { text: 'plus 1 account: a role without a group', more: 0 },
        ],
      },
    ]);
  });
});
