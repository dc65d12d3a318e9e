import { lastRead } from '../fresh-reads';
import { isNotice } from '../messages';
import { membershipWrites, otherWrites } from '../membership-writes';
import type { Breach, Invariant } from './breach';

/** A change shows 30 s later at the latest, and a stale read 30 s after that (Organizations REST API). */
export const SHOWN_WITHIN_MS = 60_000;

/**
 * No write to a group that is synced, of a team, of an unknown owner or privileged. A change that the last reading
 * before the write could not show yet is no fault: Atlassian itself refuses then.
 */
export const noForbiddenGroup: Invariant = ({ calls, history }) =>
  membershipWrites(calls).flatMap((write): Breach[] => {
    const read = lastRead(calls, write, 'group');
    const since = read === undefined ? write.at : Date.parse(read.at) - SHOWN_WITHIN_MS;
    const reasons = history.during(since, write.at).map((moment) => moment.forbidden(write.groupId));
    const [reason] = reasons.slice(-1);
    if (reason === null || reason === undefined || reasons.includes(null)) return [];
    return [{ what: `A write to group ${write.groupId}, which is ${reason}.`, calls: [write.call] }];
  });

/** Nothing is ever written but memberships, and what people are told: one issue of a review and messages from it. */
export const nothingElseWritten: Invariant = ({ calls }) =>
  otherWrites(calls)
    .filter((call) => !isNotice(call))
    .map((call) => ({ what: `${call.method} ${call.path} writes.`, calls: [call] }));
