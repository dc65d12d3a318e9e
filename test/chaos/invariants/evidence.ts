import { findChainFault } from '../../../src/domain/evidence/hash-chain';
import { foldCycle } from '../../../src/domain/review/fold-cycle';
import { attemptOf, attemptsOf, type Attempt } from '../journal';
import { removalsIn } from '../membership-writes';
import type { Breach, Invariant } from './breach';

/** Every write was recorded before it was sent, once for each, and what came of it afterwards. */
export const everyWriteRecorded: Invariant = (observed) => {
  const attempts = attemptsOf(observed);
  const unrecorded = removalsIn(observed.calls)
    .filter((write) => attemptOf(write, attempts) === undefined)
    .map(({ call }) => ({ what: 'A write that no record goes before.', calls: [call] }));
  const doubled = attempts
    .filter(({ writes }) => writes.length > 1)
    .map(({ writes }) => ({ what: 'Several writes of one record.', calls: writes.map(({ call }) => call) }));
  const unobserved = attempts
    .filter((attempt) => attempt.writes.length > 0 && attempt.observations.length === 0)
    .filter(isSettled)
    .map(({ writes }) => ({
      what: 'What came of a write is not recorded.',
      calls: writes.map(({ call }) => call),
    }));
  return [...unrecorded, ...doubled, ...unobserved];
};

/** Whether the lines of an attempt count as done with: then it must be known what came of it. */
function isSettled({ record, review }: Attempt): boolean {
  const cycle = foldCycle(record.ledger, review);
  const states = record.event.lines.map((line) => cycle.lines[line - 1]?.state);
  return states.every((state) => state === 'closed' || state === 'verifying');
}

/** Every record of a write happened: an answer that is recorded came, and what counts as sent was sent. */
export const everyRecordHappened: Invariant = (observed) =>
  attemptsOf(observed).flatMap((attempt, index, all): Breach[] => {
    const earlier = all.slice(0, index + 1).filter(({ record, review }) => {
      const { accountId, groupId } = record.event;
      const { event } = attempt.record;
      return review === attempt.review && accountId === event.accountId && groupId === event.groupId;
    });
    const sent = earlier.flatMap(({ writes }) => writes);
    return attempt.observations.flatMap(({ event }): Breach[] => {
      const what = `Record of ${event.accountId} leaving ${event.groupId}: ${event.outcome}`;
      const calls = sent.map(({ call }) => call);
      const answers = attempt.writes.map(({ call }) => call.status);
      if (event.status !== null && !answers.includes(event.status))
        return [{ what: `${what} with ${String(event.status)}, which no call was answered.`, calls }];
      if (event.outcome === 'sent' && sent.length === 0)
        return [{ what: `${what}, but nothing was.`, calls }];
      return [];
    });
  });

/** The hash chain of every ledger is whole. */
export const everyChainWhole: Invariant = ({ ledgers }) =>
  [...ledgers].flatMap(([name, records]): Breach[] => {
    const fault = findChainFault(records);
    return fault === null ? [] : [{ what: `Ledger ${name}: ${fault}`, calls: [] }];
  });
