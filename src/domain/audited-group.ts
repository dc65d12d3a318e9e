/** A group as Jira's audit log tells it: by its id, or by its name alone. */
interface AuditedGroup {
  readonly groupId: string;
  readonly groupName: string;
}

/** Which of `groups` an audit record means: an exact name of one group is that group; else what the record says. */
export function auditedGroupIds(
  groups: readonly { readonly id: string; readonly name: string }[],
): (told: AuditedGroup) => string {
  const ids = new Set(groups.map(({ id }) => id));
  const idOf = new Map(groups.map(({ id, name }) => [name, id]));
  return ({ groupId, groupName }) =>
    ids.has(groupId) ? groupId : (idOf.get(groupName) ?? idOf.get(groupId) ?? groupId);
}
