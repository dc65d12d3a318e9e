import type { Failure } from '../../scripts/headless/fault-trials';
import { FAILURES } from '../../scripts/headless/fault-trials';
import type { Fault } from '../local/faults';
import type { Random } from '../local/generate/random';

/** A fault as `LocalHost.fault` takes it. */
export type FaultOrder = Pick<Fault, 'target' | 'match' | 'mode' | 'times' | 'after'> &
  Partial<Pick<Fault, 'status' | 'headers'>>;

type Place = Pick<FaultOrder, 'target' | 'match'>;

const jira = (...matches: readonly string[]): Place[] => matches.map((match) => ({ target: 'jira', match }));
const org = (...matches: readonly string[]): Place[] => matches.map((match) => ({ target: 'org', match }));
const kvs = (...matches: readonly string[]): Place[] => matches.map((match) => ({ target: 'kvs', match }));
const queue = (...matches: readonly string[]): Place[] =>
  matches.map((match) => ({ target: 'queue', match }));

const DIRECTORY = '/admin/v2/orgs/*/directories/*';

/** The requests that change something: by the acting person, by the key, and to give back. */
const WRITES = [
  ...jira('DELETE /rest/api/3/group/user', 'POST /rest/api/3/group/user'),
  ...org('DELETE /admin/v2/orgs/*/directories/*/groups/*/memberships/*'),
];

/** What is read right before and after each write. */
const READS_AROUND_A_WRITE = [
  ...jira(
    'GET /rest/api/3/user/groups',
    'GET /rest/api/3/user/bulk',
    'GET /rest/api/3/mypermissions',
    'GET /rest/api/3/group/bulk',
    'POST /rest/api/3/permissions/check',
  ),
  ...org(
    `POST ${DIRECTORY}/users/search`,
    `POST ${DIRECTORY}/groups/search`,
    `GET ${DIRECTORY}/users/*/role-assignments`,
    `GET ${DIRECTORY}/groups/*/role-assignments`,
    'GET /users/*/manage/api-tokens',
  ),
];

const OTHER_READS = [
  ...jira(
    'GET /rest/api/3/applicationrole',
    'GET /rest/api/3/auditing/record',
    'GET /rest/api/3/group/member',
    'GET /rest/api/3/instance/license',
    'GET /rest/api/3/project/*/role',
    'GET /rest/api/3/project/*/role/*',
    'GET /rest/api/3/project/search',
    'GET /rest/api/3/role',
    'GET /rest/api/3/serverInfo',
  ),
  ...org(
    'GET /admin/v1/orgs',
    'GET /admin/v1/orgs/*/events',
    `GET ${DIRECTORY}/users/count`,
    'GET /admin/v2/orgs/*/directories',
    'POST /admin/v2/orgs/*/workspaces',
  ),
];

/** How people are told: the review's one issue, how it is found again, and the messages from it. */
const NOTICES = jira(
  'POST /rest/api/3/issue/*/notify',
  'POST /rest/api/3/issue/*/notify',
  'POST /rest/api/3/issue',
  'GET /rest/api/3/search/jql',
);

const LEDGER = kvs('set ledger:cycle', 'batch ledger:cycle', 'get ledger:cycle');
const STORAGE = kvs(
  'write',
  'get',
  'batch',
  'batch fold',
  'set ledger:org',
  'get scan',
  'set scan',
  'batch scan',
  'get snapshot',
  'set snapshot',
  'batch snapshot',
);
const QUEUES = queue('push scan', 'deliver scan', 'push verify', 'deliver verify');

/** Every place at which a fault can be, as faults name it; those near a write come up more often. */
export const PLACES = [
  { weight: 30, places: WRITES },
  { weight: 22, places: READS_AROUND_A_WRITE },
  { weight: 6, places: OTHER_READS },
  { weight: 18, places: LEDGER },
  { weight: 8, places: STORAGE },
  { weight: 4, places: QUEUES },
  { weight: 24, places: NOTICES },
] as const;
const PLACES_WITHOUT_NOTICE = PLACES.filter(({ places }) => places !== NOTICES);

/** As `npm run faults`, and the call that is carried out by an invocation that then dies. */
const WAYS: readonly Failure[] = [...FAILURES, { mode: 'crash-after-write' }];
const WITH_STATUS = WAYS.filter(({ mode }) => mode === 'status');
const WITHOUT_STATUS = WAYS.filter(({ mode }) => mode !== 'status');

/** A random fault: each way of failing at any place of such a run, after some calls have passed, for a few calls. */
export function drawFault(random: Random, tellsPeople: boolean): FaultOrder {
  const place = random.pick(random.weighted(tellsPeople ? PLACES : PLACES_WITHOUT_NOTICE).places);
  const { mode, status } = random.pick(
    random.chance(0.4) ? WITH_STATUS.filter(isPossible(place)) : WITHOUT_STATUS,
  );
  const headers = status === 429 ? { 'Retry-After': String(random.pick([1, 20, 90])) } : {};
  return {
    ...place,
    mode,
    times: random.pick([1, 1, 1, 2, 3]),
    after: random.chance(0.5) ? 0 : random.integer(1, 20),
    ...(status === undefined ? {} : { status, headers }),
  };
}

/** Storage and queues refuse as the platform does: busy, taken, or broken. */
function isPossible({ target }: Place): (failure: Failure) => boolean {
  return ({ status = 0 }) => target === 'jira' || target === 'org' || status === 409 || status >= 429;
}
