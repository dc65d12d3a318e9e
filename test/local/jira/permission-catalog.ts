/** Jira's built-in permissions that the emulation knows, with the ids that Jira shows. */
export interface PermissionInfo {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly type: 'GLOBAL' | 'PROJECT';
}

const globals: readonly [id: string, key: string, name: string][] = [
  ['0', 'ADMINISTER', 'Administer Jira'],
  ['44', 'SYSTEM_ADMIN', 'Administer system'],
  ['27', 'USER_PICKER', 'Browse users and groups'],
  ['22', 'CREATE_SHARED_OBJECTS', 'Share dashboards and filters'],
  ['24', 'MANAGE_GROUP_FILTER_SUBSCRIPTIONS', 'Manage group filter subscriptions'],
  ['33', 'BULK_CHANGE', 'Make bulk changes'],
  ['-1', 'CREATE_PROJECT', 'Create team-managed projects'],
];

const projects: readonly [id: string, key: string, name: string][] = [
  ['23', 'ADMINISTER_PROJECTS', 'Administer projects'],
  ['10', 'BROWSE_PROJECTS', 'Browse projects'],
  ['11', 'CREATE_ISSUES', 'Create issues'],
  ['12', 'EDIT_ISSUES', 'Edit issues'],
  ['13', 'ASSIGN_ISSUES', 'Assign issues'],
  ['14', 'RESOLVE_ISSUES', 'Resolve issues'],
  ['15', 'ADD_COMMENTS', 'Add comments'],
  ['16', 'DELETE_ISSUES', 'Delete issues'],
  ['17', 'ASSIGNABLE_USER', 'Assignable user'],
  ['18', 'CLOSE_ISSUES', 'Close issues'],
  ['20', 'WORK_ON_ISSUES', 'Work on issues'],
  ['21', 'LINK_ISSUES', 'Link issues'],
  ['28', 'SCHEDULE_ISSUES', 'Schedule issues'],
  ['32', 'MANAGE_WATCHERS', 'Manage watchers'],
  ['46', 'TRANSITION_ISSUES', 'Transition issues'],
];

function toInfo(type: PermissionInfo['type']) {
  return ([id, key, name]: readonly [string, string, string]): [string, PermissionInfo] => [
    key,
    { id, key, name, type },
  ];
}

export const builtInPermissions: ReadonlyMap<string, PermissionInfo> = new Map([
  ...globals.map(toInfo('GLOBAL')),
  ...projects.map(toInfo('PROJECT')),
]);

/** What everybody who may use Jira has: to browse, and to create issues and comment on them (contracts §1). */
export const everybodysPermissions: ReadonlySet<string> = new Set([
  'USER_PICKER',
  'BROWSE_PROJECTS',
  'CREATE_ISSUES',
  'ADD_COMMENTS',
  'ASSIGNABLE_USER',
]);
