import type { z } from 'zod';
import { AppError } from '../lib/app-error';
import type { AuditedChange, AuditedKind } from '../ports/site-directory';
import type { auditRecord } from './jira-schemas';

type AuditRecord = z.output<typeof auditRecord>;

const ADDITION = 'User added to group';
const REMOVAL = 'User removed from group';

/**
 * Who was added to which group, or removed from it, as one audit record tells. For `maybe-added` one that leaves out
 * the time, the person or the group makes the log unreadable, for nobody can tell whose seat is new; the others only
 * support what was read elsewhere.
 */
export function toAuditedChanges(record: AuditRecord, change: AuditedKind): AuditedChange[] {
  if (!isOfKind(record, change)) return [];
  const items = [record.objectItem, ...(record.associatedItems ?? [])].flatMap((item) => item ?? []);
  const groups = items.filter(({ typeName }) => typeName === 'GROUP');
  const people = items.filter(({ typeName }) => typeName === 'USER');
  const by = record.authorAccountId ?? record.authorKey ?? null;
  return groups.flatMap((group) =>
    people.flatMap(({ id: accountId }) => {
      const groupId = group.id;
      const at = new Date(record.created ?? NaN);
      if (accountId && groupId && !Number.isNaN(at.getTime()))
        return {
          accountId,
          groupId,
          groupName: group.name ?? groupId,
          at: at.toISOString(),
          by,
          log: 'jira' as const,
        };
      if (change !== 'maybe-added') return [];
      throw new AppError('atlassian.refused', "Jira's audit log leaves out whom it added to which group");
    }),
  );
}

function isOfKind({ summary }: AuditRecord, change: AuditedKind): boolean {
  if (change === 'maybe-added') return summary !== REMOVAL;
  return summary === (change === 'added' ? ADDITION : REMOVAL);
}
