import type { CycleRecord } from '../../src/domain/review/fold-cycle';
import { removalsIn, type MembershipWrite } from './membership-writes';
import { reviewsOf, type Observed, type RecordOf } from './observed';

type Attempted = RecordOf<'removal-attempted'>;
type Seen = RecordOf<'removal-observed'>;

/** One attempt in a ledger, what was observed of it before the next one, and the writes that were sent in between. */
export interface Attempt {
  readonly record: Attempted;
  /** The review that it belongs to. */
  readonly review: readonly CycleRecord[];
  readonly observations: readonly Seen[];
  readonly writes: readonly MembershipWrite[];
}

type Pair = { readonly accountId: string; readonly groupId: string };

const samePair = (a: Pair, b: Pair): boolean => a.accountId === b.accountId && a.groupId === b.groupId;

/** Every attempt of every ledger, with its writes: those of the same membership until the next attempt. */
export function attemptsOf(observed: Pick<Observed, 'calls' | 'ledgers'>): readonly Attempt[] {
  const writes = removalsIn(observed.calls);
  return reviewsOf(observed).flatMap((review) => {
    const attempted = review.filter(
      (record): record is Attempted => record.event.kind === 'removal-attempted',
    );
    return attempted.map((record) => {
      const next = attempted.find(
        (other) => other.sequence > record.sequence && samePair(other.event, record.event),
      );
      const until = next === undefined ? Infinity : Date.parse(next.at);
      return {
        record,
        review,
        observations: review.filter(
          (each): each is Seen =>
            each.event.kind === 'removal-observed' &&
            samePair(each.event, record.event) &&
            each.sequence > record.sequence &&
            each.sequence < (next?.sequence ?? Infinity),
        ),
        writes: writes.filter(
          (write) => samePair(write, record.event) && write.at >= Date.parse(record.at) && write.at < until,
        ),
      };
    });
  });
}

/** The attempt that was recorded before this write; undefined when nobody recorded any. */
export function attemptOf(write: MembershipWrite, attempts: readonly Attempt[]): Attempt | undefined {
  return attempts.find(({ writes }) => writes.some(({ call }) => call.n === write.call.n));
}
