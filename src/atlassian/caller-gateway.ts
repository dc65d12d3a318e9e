import { asUser, getAppContext, route } from '@forge/api';
import { AppError } from '../lib/app-error';
import type { CallerRights } from '../ports/membership-writer';
import type { Http } from './http';
import { getMyPermissions } from './jira-schemas';

/** The app's own global permissions, as the manifest names them. */
const APPROVE = 'approve-removals';
const EVIDENCE = 'read-evidence';
const JIRA_OWN = ['ADMINISTER', 'SYSTEM_ADMIN'];

/** Asks Jira, as the user in front of the page, what that user may do. */
export function createCallerRights(http: Http): CallerRights {
  return {
    async readGlobalPermissions() {
      const approve = permissionKey(APPROVE);
      const evidence = permissionKey(EVIDENCE);
      const has = await readPermissions(http, [...JIRA_OWN, approve, evidence]);
      return {
        administersJira: has('ADMINISTER'),
        systemAdmin: has('SYSTEM_ADMIN'),
        approves: has(approve),
        readsEvidence: has(evidence),
      };
    },
  };
}

async function readPermissions(
  http: Http,
  permissions: readonly string[],
): Promise<(key: string) => boolean> {
  const ask = async (keys: readonly string[]): Promise<(key: string) => boolean> => {
    const list = keys.join(',');
    const answer = await http.read('your permissions', getMyPermissions, () =>
      asUser().requestJira(route`/rest/api/3/mypermissions?permissions=${list}`),
    );
    return (key) => answer.permissions[key]?.havePermission === true;
  };
  try {
    return await ask(permissions);
  } catch (error) {
    // A site where the app's permissions are not registered yet answers that it does not know them.
    if (error instanceof AppError && error.code === 'atlassian.refused') return ask(JIRA_OWN);
    throw error;
  }
}

/** `ari:cloud:ecosystem::extension/{app}/{environment}/static/{key}` (Jira global permission module). */
export function permissionKey(key: string): string {
  return `ari:cloud:ecosystem::extension/${appPlace()}/static/${key}`;
}

/** `{app}/{environment}`, as permissions and addresses of pages name them. */
export function appPlace(): string {
  const { environmentAri } = getAppContext();
  const [, place = ''] = environmentAri.toString().split('::environment/');
  return place;
}
