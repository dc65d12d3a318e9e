import { describe, expect, it } from 'vitest';
import { toAuditedChanges } from '../../../src/atlassian/audit-mappers';

const GROUP = { id: 'g1', name: 'jira-users', typeName: 'GROUP' };
const PERSON = { id: 'ada', name: 'Ada', typeName: 'USER' };
const record = {
  summary: 'User added to group',
  created: '2026-10-01T10:00:00.000+0000',
  objectItem: GROUP,
  associatedItems: [PERSON],
  authorAccountId: 'bob',
};
const removal = { ...record, summary: 'User removed from group' };

const told = { accountId: 'ada', groupId: 'g1', groupName: 'jira-users', by: 'bob', log: 'jira' };

describe('A record of the audit log', () => {
  it('tells who was added to which group and when', () => {
    expect(toAuditedChanges(record, 'maybe-added')).toEqual([{ ...told, at: '2026-10-01T10:00:00.000Z' }]);
  });

  it('tells it whichever of both the record is about, in whatever language', () => {
    const turned = {
      ...record,
      summary: 'Benutzer hinzugefügt',
      objectItem: PERSON,
      associatedItems: [GROUP],
    };
    expect(toAuditedChanges(turned, 'maybe-added')).toHaveLength(1);
  });

  it('of a removal tells no addition', () => {
    expect(toAuditedChanges(removal, 'maybe-added')).toEqual([]);
  });

  it('about something else tells no addition', () => {
    expect(toAuditedChanges({ ...record, associatedItems: [] }, 'maybe-added')).toEqual([]);
  });

  it.each([
    ['whom', { associatedItems: [{ ...PERSON, id: null }] }],
    ['where', { objectItem: { ...GROUP, id: undefined } }],
    ['when', { created: null }],
  ])('that leaves out %s makes the log unreadable', (_, change) => {
    expect(() => toAuditedChanges({ ...record, ...change }, 'maybe-added')).toThrow(
      /leaves out whom it added/,
    );
  });

  it('proves an addition only where it says so', () => {
    expect(toAuditedChanges(record, 'added')).toHaveLength(1);
    expect(toAuditedChanges({ ...record, summary: 'Benutzer entfernt' }, 'added')).toEqual([]);
  });

  it('tells who was removed, only where it says so', () => {
    expect(toAuditedChanges(removal, 'removed')).toEqual([{ ...told, at: '2026-10-01T10:00:00.000Z' }]);
    expect(toAuditedChanges(record, 'removed')).toEqual([]);
  });

  it('of a removal that leaves out the person supports nothing', () => {
    expect(toAuditedChanges({ ...removal, associatedItems: [{ ...PERSON, id: null }] }, 'removed')).toEqual(
      [],
    );
  });
});
