import type { LoggedCall } from '../local/call';
import { isWrite } from '../local/call-log';

/** One call that puts an account into a group or takes it out, whether it arrived or not. */
export interface MembershipWrite {
  readonly call: LoggedCall;
  readonly accountId: string;
  readonly groupId: string;
  readonly adds: boolean;
  /** Unix milliseconds. */
  readonly at: number;
}

const JIRA = '/rest/api/3/group/user';
const ORGANIZATION = /\/groups\/([^/]+)\/memberships(?:\/([^/]+))?$/;

/** Membership writes of the app, by Jira or by the organization API, in the order of the log. */
export function membershipWrites(calls: readonly LoggedCall[]): readonly MembershipWrite[] {
  return calls.flatMap((call) => {
    const membership = isAppsWrite(call) ? membershipOf(call) : undefined;
    if (membership === undefined) return [];
    return [{ call, ...membership, adds: call.method === 'POST', at: Date.parse(call.at) }];
  });
}

/** Those that end a membership; the others give one back. */
export function removalsIn(calls: readonly LoggedCall[]): readonly MembershipWrite[] {
  return membershipWrites(calls).filter(({ adds }) => !adds);
}

/** Calls of the app that may change something and are no membership writes. */
export function otherWrites(calls: readonly LoggedCall[]): readonly LoggedCall[] {
  return calls.filter((call) => isAppsWrite(call) && membershipOf(call) === undefined);
}

/** Whether the app got no clear answer: it never came, or it was lost. */
export function isUnclear({ status, fault }: LoggedCall): boolean {
  return status === null || status >= 500 || (fault !== null && LOST.includes(fault));
}

const LOST: readonly string[] = ['timeout', 'drop-after-write', 'crash', 'crash-after-write'];

function isAppsWrite({ invocation, method, path }: LoggedCall): boolean {
  return invocation !== null && isWrite(method, path);
}

function membershipOf({
  path,
  query,
  body,
}: LoggedCall): Pick<MembershipWrite, 'accountId' | 'groupId'> | undefined {
  if (path === JIRA)
    return { accountId: String(query['accountId'] ?? accountIn(body)), groupId: String(query['groupId']) };
  const [, groupId, accountId] = ORGANIZATION.exec(path) ?? [];
  if (groupId === undefined) return undefined;
  return {
    accountId: decodeURIComponent(accountId ?? accountIn(body)),
    groupId: decodeURIComponent(groupId),
  };
}

function accountIn(body: unknown): string {
  return typeof body === 'object' && body !== null && 'accountId' in body ? String(body.accountId) : '';
}
