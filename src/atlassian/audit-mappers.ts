import type { z } from 'zod';
import { AppError } from '../lib/app-error';
import type { AuditedAddition } from '../ports/site-directory';
import type { auditRecord } from './jira-schemas';

type AuditRecord = z.output<typeof auditRecord>;

/** The one summary of a group and a person that is no addition. Others may be written in the site's language. */
const REMOVAL = 'User removed from group';

/**
 * Who was added to which group, as one audit record tells. Every record that joins a group and a person counts but
 * a removal: an addition that was overlooked would make a new seat look old. One that leaves out the time, the
 * person or the group makes the log unreadable, for nobody can tell whose seat is new.
 */
export function toGroupAdditions({
  summary,
  created,
  objectItem,
  associatedItems,
}: AuditRecord): AuditedAddition[] {
  if (summary === REMOVAL) return [];
  const items = [objectItem, ...(associatedItems ?? [])].flatMap((item) => item ?? []);
  const groups = items.filter(({ typeName }) => typeName === 'GROUP');
  const people = items.filter(({ typeName }) => typeName === 'USER');
  return groups.flatMap((group) =>
    people.map(({ id: accountId }) => {
      const groupId = group.id;
      const at = new Date(created ?? NaN);
      if (!accountId || !groupId || Number.isNaN(at.getTime()))
        throw new AppError('atlassian.refused', "Jira's audit log leaves out whom it added to which group");
      return { accountId, groupId, groupName: group.name ?? groupId, at: at.toISOString() };
    }),
  );
}
