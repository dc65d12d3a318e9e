import { asUser, route } from '@forge/api';
import { AppError } from '../lib/app-error';
import { undoBlockedBecause, type UndoOrder } from '../domain/plan/undo-block';
import { writeBlockedBecause, type WriteOrder } from '../domain/plan/write-block';
import type { WriteAnswer } from '../domain/plan/write-outcome';
import type { Executor } from '../domain/review/run';
import type { CallerRights, MembershipWriter } from '../ports/membership-writer';
import type { OrganizationDirectory } from '../ports/site-directory';
import type { OrganizationKey } from '../ports/stores';
import type { Egress } from './egress';
import { retryAfterSeconds, type HttpAnswer } from './http';
import { directoryOf, requestsWith } from './keyed-requests';

/** Characters of an answer that are kept for the ledger. */
const DETAIL_CHARS = 300;

const JSON_HEADERS = { Accept: 'application/json', 'Content-Type': 'application/json' };

/** What each executor writes with. */
interface WriterSources {
  readonly 'acting-administrator': CallerRights;
  readonly 'organization-key': {
    readonly key: OrganizationKey;
    readonly egress: Egress;
    readonly organization: Pick<OrganizationDirectory, 'countUsers'>;
  };
}

/** One writer for each executor. This is the only code of the app that writes to a group. */
export const membershipWriters: {
  readonly [Each in Executor]: (sources: WriterSources[Each]) => MembershipWriter;
} = {
  /** Acts as the site administrator in front of the page, with that person's rights. */
  'acting-administrator': (rights) => ({
    remove: sendingOnce(refuseRemoval, ({ groupId, reading: { account } }) =>
      asUser().requestJira(route`/rest/api/3/group/user?groupId=${groupId}&accountId=${account.accountId}`, {
        method: 'DELETE',
      }),
    ),
    add: sendingOnce(refuseUndo, ({ groupId, accountId }) =>
      asUser().requestJira(route`/rest/api/3/group/user?groupId=${groupId}`, {
        method: 'POST',
        headers: JSON_HEADERS,
        body: JSON.stringify({ accountId }),
      }),
    ),
    async mayStillWrite() {
      const { administersJira } = await rights.readGlobalPermissions();
      return administersJira;
    },
  }),
  /** Acts with the organization key, and so for whoever made it. */
  'organization-key': ({ key, egress, organization }) => {
    const { post, remove } = requestsWith(key.key, () => egress.count());
    const memberships = (groupId: string): string =>
      `${directoryOf(key)}/groups/${encodeURIComponent(groupId)}/memberships`;
    return {
      remove: sendingOnce(refuseRemoval, ({ groupId, reading: { account } }) =>
        remove(`${memberships(groupId)}/${encodeURIComponent(account.accountId)}`),
      ),
      add: sendingOnce(refuseUndo, ({ groupId, accountId }) => post(memberships(groupId), { accountId })),
      async mayStillWrite() {
        try {
          await organization.countUsers();
          return true;
        } catch (error) {
          if (error instanceof AppError && error.code === 'atlassian.denied') return false;
          throw error;
        }
      },
    };
  },
};

function refuseRemoval(order: WriteOrder): string | null {
  const blocked = writeBlockedBecause(order);
  return blocked === null ? null : `Not removed: ${blocked}.`;
}

function refuseUndo(order: UndoOrder): string | null {
  const blocked = undoBlockedBecause(order);
  return blocked === null ? null : `Not given back: ${blocked}.`;
}

/** Asks by itself whether the write is forbidden, whatever was planned; then sends it once and tells the answer. */
function sendingOnce<Order>(
  refuse: (order: Order) => string | null,
  send: (order: Order) => Promise<HttpAnswer>,
): (order: Order) => Promise<WriteAnswer> {
  return async (order) => {
    const refusal = refuse(order);
    if (refusal !== null) throw new AppError('removal.blocked', refusal);
    try {
      const answer = await send(order);
      return {
        status: answer.status,
        detail: (await answer.text()).slice(0, DETAIL_CHARS),
        retryAfterSeconds: retryAfterSeconds(answer),
      };
    } catch {
      // Whether the write happened is not known: the caller reads again, and never sends blindly.
      return { status: null, detail: '', retryAfterSeconds: null };
    }
  };
}
