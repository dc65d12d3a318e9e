import { z } from 'zod';
import type { CycleRecord } from '../../src/domain/review/fold-cycle';
import type { LoggedCall } from '../local/call';
import { isUnclear } from './membership-writes';
import { reviewsOf, type Observed, type RecordOf } from './observed';

const ISSUE = '/rest/api/3/issue';
const NOTIFY = /^\/rest\/api\/3\/issue\/[^/]+\/notify$/;
const body = z.object({ to: z.strictObject({ users: z.array(z.object({ accountId: z.string() })) }) });

/** One message to people concerned, whether it arrived or not. */
export interface Message {
  readonly call: LoggedCall;
  readonly accountIds: readonly string[];
  /** Unix milliseconds. */
  readonly at: number;
}

/** Whether a call makes the issue of a review or sends a message from one. */
export function isNotice({ method, path }: LoggedCall): boolean {
  return method === 'POST' && (path === ISSUE || NOTIFY.test(path));
}

/** Messages of the app in the order of the log. Whoever else a message names is nobody's notice. */
export function messagesIn(calls: readonly LoggedCall[]): readonly Message[] {
  return calls
    .filter((call) => call.invocation !== null && call.method === 'POST' && NOTIFY.test(call.path))
    .map((call) => {
      const parsed = body.safeParse(call.body);
      const accountIds = parsed.success ? parsed.data.to.users.map(({ accountId }) => accountId) : [];
      return { call, accountIds, at: Date.parse(call.at) };
    });
}

/** Whether a message was taken, or nobody knows that it was not. */
export function mayHaveArrived({ call }: Message): boolean {
  return isUnclear(call) || isTaken(call);
}

export function isTaken({ status }: LoggedCall): boolean {
  return status !== null && status >= 200 && status < 300;
}

type Begun = RecordOf<'notice-attempted'>;
type Seen = RecordOf<'notice-observed'>;

/** One message as a ledger tells it, with the messages that were sent for it. */
export interface Notice {
  readonly record: Begun;
  /** The review that it belongs to. */
  readonly review: readonly CycleRecord[];
  /** What was recorded of it before the person's next one. */
  readonly observations: readonly Seen[];
  readonly messages: readonly Message[];
}

/** Every notice of every ledger, with its messages: those to the same person until their next notice. */
export function noticesOf(observed: Pick<Observed, 'calls' | 'ledgers'>): readonly Notice[] {
  const messages = messagesIn(observed.calls);
  return reviewsOf(observed).flatMap((review) => {
    const begun = review.filter((record): record is Begun => record.event.kind === 'notice-attempted');
    return begun.map((record) => {
      const { accountId } = record.event;
      const next = begun.find(
        (other) => other.sequence > record.sequence && other.event.accountId === accountId,
      );
      const until = next === undefined ? Infinity : Date.parse(next.at);
      return {
        record,
        review,
        observations: review.filter(
          (each): each is Seen =>
            each.event.kind === 'notice-observed' &&
            each.event.accountId === accountId &&
            each.sequence > record.sequence &&
            each.sequence < (next?.sequence ?? Infinity),
        ),
        messages: messages.filter(
          ({ accountIds, at }) => accountIds.includes(accountId) && at >= Date.parse(record.at) && at < until,
        ),
      };
    });
  });
}
