import type { Trial } from './fault-trials';

/** How the app names what an endpoint tells, in the sentence that ends a scan. */
const SOURCES: Readonly<Record<string, string>> = {
  'GET /rest/api/3/applicationrole': 'application roles',
  'GET /rest/api/3/auditing/record': 'the audit log',
  'GET /rest/api/3/group/bulk': 'groups with access type',
  'GET /rest/api/3/group/member': 'members of a group',
  'GET /rest/api/3/instance/license': 'plans',
  'GET /rest/api/3/mypermissions': 'your permissions',
  'GET /rest/api/3/project/search': 'projects',
  'GET /rest/api/3/serverInfo': 'the site',
  'GET /rest/api/3/user/bulk': 'kinds of accounts',
  // Of projects, and without a key of Jira as a whole.
  'POST /rest/api/3/permissions/check': 'administration',
  'GET /admin/v1/orgs/*/events': 'group events',
  'GET /admin/v2/orgs/*/directories/*/groups/*/role-assignments': 'grants of a group',
  'GET /admin/v2/orgs/*/directories/*/users/*/role-assignments': 'roles of an account',
  'GET /admin/v2/orgs/*/directories/*/users/count': 'the number of users',
  'GET /users/*/manage/api-tokens': 'API tokens of an account',
  'POST /admin/v2/orgs/*/directories/*/groups/search': 'groups',
  'POST /admin/v2/orgs/*/directories/*/users/search': 'users',
  'POST /admin/v2/orgs/*/workspaces': 'products of the organization',
};

const INTERRUPTED = /interrupted again and again|ended before it could answer/;
const NO_STORAGE = /could not reach its storage|ran longer than it may|A stored snapshot is incomplete/;
const NO_QUEUE = /did not take the next step|ran longer than it may/;

/** Whether a scan that did not complete says the true reason: which call failed, and in which way. */
export function isRightReason({ target, match, failure }: Trial, message: string): boolean {
  const isInterrupted = INTERRUPTED.test(message);
  if (failure.mode === 'crash') return isInterrupted;
  if (target === 'kvs') return NO_STORAGE.test(message) || (failure.mode === 'stale-read' && isInterrupted);
  if (target === 'queue') return (match.startsWith('deliver') ? INTERRUPTED : NO_QUEUE).test(message);
  const source = SOURCES[match];
  if (source === undefined) throw new Error(`No word is known for ${match}: add it to SOURCES.`);
  const isSlow = failure.mode !== 'status' && message.includes('ran longer than it may');
  return isSlow || (message.includes(source) && manner(failure.status).test(message));
}

function manner(status: number | undefined): RegExp {
  switch (status) {
    case 200:
      return /is not as documented \(at .+\)/;
    case 401:
    case 403:
      return new RegExp(`does not let the app read .* \\(${String(status)}\\)`);
    case 429:
      return /asks to wait before more of/;
    case 400:
    case 404:
    case 409:
      return new RegExp(`refused to tell .* \\(${String(status)}\\)`);
    default:
      return /gave no answer on/;
  }
}
