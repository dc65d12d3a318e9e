import { describe, expect, it } from 'vitest';
import { toGroupAdditions } from '../../../src/atlassian/audit-mappers';

const GROUP = { id: 'g1', name: 'jira-users', typeName: 'GROUP' };
const PERSON = { id: 'ada', name: 'Ada', typeName: 'USER' };
const record = {
  summary: 'User added to group',
  created: '2026-10-01T10:00:00.000+0000',
  objectItem: GROUP,
  associatedItems: [PERSON],
};

describe('A record of the audit log', () => {
  it('tells who was added to which group and when', () => {
    expect(toGroupAdditions(record)).toEqual([
      { accountId: 'ada', groupId: 'g1', groupName: 'jira-users', at: '2026-10-01T10:00:00.000Z' },
    ]);
  });

  it('tells it whichever of both the record is about, in whatever language', () => {
    const turned = {
      ...record,
      summary: 'Benutzer hinzugefügt',
      objectItem: PERSON,
      associatedItems: [GROUP],
    };
    expect(toGroupAdditions(turned)).toHaveLength(1);
  });

  it('of a removal tells no addition', () => {
    expect(toGroupAdditions({ ...record, summary: 'User removed from group' })).toEqual([]);
  });

  it('about something else tells no addition', () => {
    expect(toGroupAdditions({ ...record, associatedItems: [] })).toEqual([]);
  });

  it.each([
    ['whom', { associatedItems: [{ ...PERSON, id: null }] }],
    ['where', { objectItem: { ...GROUP, id: undefined } }],
    ['when', { created: null }],
  ])('that leaves out %s makes the log unreadable', (_, change) => {
    expect(() => toGroupAdditions({ ...record, ...change })).toThrow(/leaves out whom it added/);
  });
});
