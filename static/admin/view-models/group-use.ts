import type { GroupUseView } from '../../../src/contract/group-replies';
import { counted } from './counts';

/** Project keys that a cell lists before it counts the rest. */
const LISTED = 40;

export const SEVERITY_LABELS: Readonly<Record<GroupUseView['severity'], string>> = {
  administration: 'Administration ends',
  access: 'Project access ends',
  nothing: 'Nothing ends in projects',
  unread: 'Not known',
};

/** "3 projects: OPS, WEB, HR"; a long list is cut, its count is not. */
export function projectList(projects: readonly string[]): string {
  const more = projects.length - LISTED;
  const named = projects.slice(0, LISTED).join(', ');
  return `${counted(projects.length, 'project')}: ${named}${more > 0 ? ` and ${String(more)} more` : ''}`;
}
