import type { CycleRecord } from '../../../src/domain/review/fold-cycle';
import { isInBlackout } from '../blackout-hours';
import { attemptOf, attemptsOf, type Attempt } from '../journal';
import { removalsIn, type MembershipWrite } from '../membership-writes';
import { rulesOf } from '../observed';
import type { Breach, Invariant } from './breach';

/** A removal that was recorded before somebody or something held the run is on its way, and may arrive so much later. */
const ON_ITS_WAY_MS = 60_000;

/** No write in the blackout hours that the review opened with. */
export const noWriteInBlackout: Invariant = (observed) => {
  const attempts = attemptsOf(observed);
  return removalsIn(observed.calls).flatMap((write): Breach[] => {
    const attempt = attemptOf(write, attempts);
    const blackout = attempt === undefined ? null : (rulesOf(attempt.review)?.blackout ?? null);
    if (attempt === undefined || blackout === null || !isInBlackout(blackout, write.at)) return [];
    const began = Date.parse(attempt.record.at);
    if (!isInBlackout(blackout, began) && write.at - began <= ON_ITS_WAY_MS) return [];
    return [{ what: 'A write in blackout hours.', calls: [write.call] }];
  });
};

/** No write between the record that a run is paused and the one that it goes on. */
export const noWriteWhilePaused: Invariant = (observed) => {
  const attempts = attemptsOf(observed);
  return removalsIn(observed.calls).flatMap((write): Breach[] => {
    const attempt = attemptOf(write, attempts);
    if (attempt === undefined || !isPausedAt(write, attempt)) return [];
    return [{ what: `A write although run ${attempt.record.event.runId} is paused.`, calls: [write.call] }];
  });
};

function isPausedAt(write: MembershipWrite, { record, review }: Attempt): boolean {
  const holds = holdsOf(record.event.runId, review);
  const atRecord = holds.filter(({ sequence }) => sequence < record.sequence).at(-1);
  const atWrite = holds.filter(({ at }) => Date.parse(at) <= write.at).at(-1);
  const isLate = write.at - Date.parse(record.at) > ON_ITS_WAY_MS;
  return atRecord?.event.kind === 'run-paused' || (isLate && atWrite?.event.kind === 'run-paused');
}

function holdsOf(runId: string, review: readonly CycleRecord[]): readonly CycleRecord[] {
  return review.filter(
    ({ event }) =>
      (event.kind === 'run-paused' || event.kind === 'run-resumed' || event.kind === 'run-ended') &&
      event.runId === runId,
  );
}
