import { describe, expect, it } from 'vitest';
import type { GroupRow } from '../../../src/contract/group-replies';
import {
  findingChoices,
  grantAsPath,
  groupQuery,
  groupRemarks,
  groupSourceChoices,
  sourceReasons,
  staleShare,
} from '../../../static/admin/view-models/groups';

const GRANT: GroupRow['grants'][number] = {
  product: 'confluence',
  productName: 'Confluence',
  isDefault: true,
  source: 'default',
  why: 'default group; default groups cannot be synced',
  inferred: true,
  seats: 40,
  ending: 12,
  endingLive: 3,
  effect: 'If it lost its Confluence grant, 12 seats end, 3 of them in use, new or of unknown use.',
};
const aGroupRow = (changes: Partial<GroupRow> = {}): GroupRow => ({
  id: 'g-1',
  name: 'confluence-users',
  people: 41,
  seats: 40,
  stale: 12,
  alone: 12,
  privilege: 'plain',
  grants: [GRANT],
  findings: [],
  unread: null,
  ...changes,
});

describe('the query', () => {
  it('asks for the largest groups first', () => {
    expect(groupQuery({})).toEqual({ sort: 'seats', order: 'desc', offset: 0, limit: 25 });
  });

  it('takes filters that are words of the contract, and no others', () => {
    const filters = { finding: 'default-for-several', source: 'direct', name: 'eng', sort: 'size' };
    expect(groupQuery(filters)).toMatchObject({ finding: 'default-for-several', name: 'eng', sort: 'seats' });
    expect(groupQuery(filters)).not.toHaveProperty('source');
  });
});

describe('a row', () => {
  it('tells the stale share with both numbers', () => {
    expect(staleShare(aGroupRow())).toBe('12 of 40 seats (30%)');
    expect(staleShare(aGroupRow({ seats: 0, stale: 0 }))).toBe('No seats');
  });

  it('shows a grant as paths are shown elsewhere', () => {
    expect(grantAsPath(aGroupRow(), GRANT)).toMatchObject({
      source: 'default',
      groupName: 'Confluence',
      inferredSource: true,
    });
  });
});

describe('the dialog', () => {
  it('says why each source is believed, and which is an inference', () => {
    expect(sourceReasons(aGroupRow())).toEqual([
      'Confluence: default group; default groups cannot be synced (an inference, enough to recommend but not to remove).',
    ]);
  });

  it('says what stands out, and what could not be read', () => {
    const remarks = groupRemarks(
      aGroupRow({ findings: ['default-for-several'], privilege: 'unread', unread: 'Not all was read.' }),
    );
    expect(remarks).toEqual([
      expect.stringContaining('default group of several products'),
      'Whether it administers anything could not be read.',
      'Not all was read.',
    ]);
    expect(groupRemarks(aGroupRow())).toEqual([]);
  });
});

it('offers a choice for each finding, and for each source that a group can have', () => {
  expect(findingChoices()).toHaveLength(5);
  expect(groupSourceChoices().map(({ value }) => value)).toEqual([
    'default',
    'scim',
    'local',
    'team',
    'unknown',
  ]);
});
