import { asUser, route } from '@forge/api';
import { AppError } from '../lib/app-error';
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
    remove: guarded(({ groupId, reading: { account } }) =>
      asUser().requestJira(route`/rest/api/3/group/user?groupId=${groupId}&accountId=${account.accountId}`, {
        method: 'DELETE',
      }),
    ),
    async mayStillWrite() {
      const { administersJira } = await rights.readGlobalPermissions();
      return administersJira;
    },
  }),
  /** Acts with the organization key, and so for whoever made it. */
  'organization-key': ({ key, egress, organization }) => {
    const { remove } = requestsWith(key.key, () => egress.count());
    return {
      remove: guarded(({ groupId, reading: { account } }) => {
        const group = `${directoryOf(key)}/groups/${encodeURIComponent(groupId)}`;
        return remove(`${group}/memberships/${encodeURIComponent(account.accountId)}`);
      }),
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

/** Asks by itself whether the write is forbidden, whatever the plan says; then sends it once and tells the answer. */
function guarded(send: (order: WriteOrder) => Promise<HttpAnswer>): MembershipWriter['remove'] {
  return async (order): Promise<WriteAnswer> => {
    const blocked = writeBlockedBecause(order);
    if (blocked !== null) throw new AppError('removal.blocked', `Not removed: ${blocked}.`);
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
