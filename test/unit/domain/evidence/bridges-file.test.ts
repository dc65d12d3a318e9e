import { describe, expect, it } from 'vitest';
import { bridgeRows, bridgesCsv } from '../../../../src/domain/evidence/bridges-file';

const rows = bridgeRows(
  [
    {
      product: 'jira-software',
      members: 3,
      seats: 2,
      items: [{ reason: 'app', direction: 'members-only', accountIds: ['bot'] }],
    },
  ],
  [
    {
      product: 'jira-software',
      enumerated: 2,
      reported: 1,
      explained: [{ reason: 'admin-only', direction: 'enumerated-only', accountIds: ['root'] }],
      unexplained: 0,
      source: 'applicationrole',
    },
  ],
);

describe('The file of the bridges', () => {
  it('leads from members to seats and from seats to the reported count, account by account', () => {
    expect(rows.map(({ bridge, item, account, count }) => [bridge, item, account, count])).toEqual([
      ['members-to-seats', 'members of granting groups', '', 3],
      ['members-to-seats', 'app', 'bot', 1],
      ['members-to-seats', 'seats', '', 2],
      ['seats-to-reported', 'seats', '', 2],
      ['seats-to-reported', 'admin-only', 'root', 1],
      ['seats-to-reported', 'unexplained', '', 0],
      ['seats-to-reported', 'reported (applicationrole)', '', 1],
    ]);
  });

  it('is CSV with a heading', () => {
    expect(bridgesCsv({ rehearsal: false }, rows).split('\r\n')[0]).toBe(
      'product,bridge,item,direction,account_id,count',
    );
  });
});
