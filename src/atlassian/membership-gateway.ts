import { asUser, route } from '@forge/api';
import { AppError } from '../lib/app-error';
import { writeBlockedBecause } from '../domain/plan/write-block';
import type { WriteAnswer } from '../domain/plan/write-outcome';
import type { CallerRights, MembershipWriter } from '../ports/membership-writer';
import { retryAfterSeconds } from './http';

/** Characters of an answer that are kept for the ledger. */
const DETAIL_CHARS = 300;

/**
 * Removes memberships as the acting site administrator. This is the only code of the app that writes to a group,
 * and it asks by itself whether the write is forbidden.
 */
export function createUserMembershipWriter(rights: CallerRights): MembershipWriter {
  return {
    async remove(order): Promise<WriteAnswer> {
      const blocked = writeBlockedBecause(order);
      if (blocked !== null) throw new AppError('removal.blocked', `Not removed: ${blocked}.`);
      const { groupId } = order;
      const { accountId } = order.reading.account;
      try {
        const answer = await asUser().requestJira(
          route`/rest/api/3/group/user?groupId=${groupId}&accountId=${accountId}`,
          { method: 'DELETE' },
        );
        return {
          status: answer.status,
          detail: (await answer.text()).slice(0, DETAIL_CHARS),
          retryAfterSeconds: retryAfterSeconds(answer),
        };
      } catch {
        // Whether the write happened is not known: the caller reads again, and never sends blindly.
        return { status: null, detail: '', retryAfterSeconds: null };
      }
    },
    async mayStillWrite() {
      const { administersJira } = await rights.readGlobalPermissions();
      return administersJira;
    },
  };
}
