import type { LedgerRecord } from '../../src/domain/evidence/record';
import type { LoggedCall } from '../local/call';
import type { Happened } from '../chaos/disturber';
import type { Observed } from '../chaos/observed';
import { OrganizationHistory } from '../chaos/organization-history';
import { tinySeed } from '../unit/local/an-organization';
import { aReview } from './a-review';
import { aCleanup } from './a-seat';
import { APPROVER, CYCLE_ID, EXECUTOR, type Review } from './review';

export const PAIR = { accountId: 'ada', groupId: 'local' };
const DIRECTORY = '/admin/v2/orgs/org/directories/directory';
const MINUTE_MS = 60_000;

/** A review of one person that is ready to be removed. */
export const started = aReview({ seats: [aCleanup('ada')] })
  .decide([1], 'remove')
  .approve([1])
  .startRun();
export const verified = started.write('sent').endRun().verify('access-gone');

/** When the review recorded its first attempt, Unix milliseconds. */
export function attemptedAt({ records }: Review = verified): number {
  const attempt = records.find(({ event }) => event.kind === 'removal-attempted');
  return Date.parse(attempt?.at ?? verified.records.at(-1)?.at ?? '');
}

/** One call of a slice, a removal of ada from her group that was carried out unless something else is told. */
export function aCall(n: number, given: Partial<LoggedCall> = {}): LoggedCall {
  return {
    n,
    at: new Date(attemptedAt()).toISOString(),
    invocation: 'resolver-1',
    as: `user:${EXECUTOR}`,
    target: 'jira',
    method: 'DELETE',
    path: '/rest/api/3/group/user',
    query: PAIR,
    body: null,
    status: 204,
    points: 0,
    fault: null,
    ...given,
  };
}

/** A message to somebody, which Jira took unless something else is told. */
export function aMessage(n: number, at: string, given: Partial<LoggedCall> = {}): LoggedCall {
  const [path, query] = ['/rest/api/3/issue/OPS-1/notify', {}];
  return aCall(n, { at, as: 'app', method: 'POST', path, query, body: messageTo('ada'), ...given });
}

export function messageTo(...accountIds: readonly string[]): unknown {
  return { subject: 'Your access ends', to: { users: accountIds.map((accountId) => ({ accountId })) } };
}

/** What is read right before a removal. */
export function preFlight(from: number, given: Partial<LoggedCall> = {}): LoggedCall[] {
  const read = (n: number, path: string, body: unknown = null): LoggedCall =>
    aCall(from + n, {
      target: 'org',
      method: body === null ? 'GET' : 'POST',
      path,
      query: {},
      body,
      status: 200,
      ...given,
    });
  return [
    read(0, `${DIRECTORY}/users/search`, { accountIds: ['ada'] }),
    read(1, `${DIRECTORY}/groups/search`, { groupIds: ['local'] }),
    read(2, `${DIRECTORY}/groups/local/role-assignments`),
    read(3, `${DIRECTORY}/users/ada/role-assignments`),
  ];
}

interface ObservedGiven {
  readonly calls?: readonly LoggedCall[];
  readonly review?: Review;
  readonly records?: readonly LedgerRecord[];
  readonly changes?: readonly Happened[];
  /** Whether the membership really ended; default true. */
  readonly removed?: boolean;
  readonly gaveUp?: string | null;
}

/** What a safe run of one removal leaves behind, but for what is told. */
export function anObservedRun(given: ObservedGiven = {}): Observed {
  const { calls = [...preFlight(1), aCall(5)], review = verified, changes = [], gaveUp = null } = given;
  const memberships = given.removed === false ? [] : [{ ...PAIR, time: attemptedAt(), added: false }];
  return {
    calls,
    history: new OrganizationHistory(aSeed(), changes, memberships),
    ledgers: new Map([[CYCLE_ID, given.records ?? review.records]]),
    ending: { gaveUp, skips: [] },
  };
}

/** The tiny organization with ada in a group that administrators manage. */
function aSeed(): ReturnType<typeof tinySeed> {
  const seed = tinySeed();
  const [first] = seed.accounts;
  if (first === undefined) throw new Error('The tiny organization has nobody.');
  seed.groups.push({ id: 'local', name: 'local', provenance: { managedBy: 'admins' } });
  const ada = { ...first, accountId: 'ada', groups: ['local'], lastActive: {}, platformRoles: [], roles: [] };
  const paul = { ...ada, accountId: APPROVER, groups: [], platformRoles: ['site-admin'] };
  seed.accounts.push(ada, paul);
  seed.products.find(({ key }) => key === 'jira-software')?.grants.push({ group: 'local', role: 'user' });
  return seed;
}

export function minutesLater(minutes: number): string {
  return new Date(attemptedAt() + minutes * MINUTE_MS).toISOString();
}
