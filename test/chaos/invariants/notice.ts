import type { CycleRecord } from '../../../src/domain/review/fold-cycle';
import { attemptOf, attemptsOf } from '../journal';
import { removalsIn } from '../membership-writes';
import { isTaken, mayHaveArrived, messagesIn, noticesOf, type Notice } from '../messages';
import { rulesOf } from '../observed';
import type { Breach, Invariant } from './breach';

const DAY_MS = 86_400_000;

/** No write before every line of it has had its days of notice, counted from its newest one (product.md §8). */
export const noWriteBeforeNotice: Invariant = (observed) => {
  const attempts = attemptsOf(observed);
  return removalsIn(observed.calls).flatMap((write): Breach[] => {
    const attempt = attemptOf(write, attempts);
    const days = attempt === undefined ? 0 : (rulesOf(attempt.review)?.noticeDays ?? 0);
    if (attempt === undefined || days === 0) return [];
    const { record, review } = attempt;
    const before = review.filter(({ sequence }) => sequence < record.sequence);
    return record.event.lines.flatMap((line): Breach[] => {
      const told = toldAt(line, before);
      if (told !== null && told + days * DAY_MS <= write.at) return [];
      const since = told === null ? 'nobody was told' : `told at ${new Date(told).toISOString()}`;
      return [
        {
          what: `Line ${String(line)} has ${String(days)} days of notice, but ${since}.`,
          calls: [write.call],
        },
      ];
    });
  });
};

/** When it was recorded what became of a line's notice, Unix milliseconds; null where none stands. */
function toldAt(line: number, records: readonly CycleRecord[]): number | null {
  return records.reduce<number | null>((told, { event, at }) => {
    switch (event.kind) {
      case 'notice-attempted':
        return event.lines.includes(line) ? null : told;
      case 'notice-observed':
        if (!event.lines.includes(line)) return told;
        return event.outcome === 'declined' ? null : (told ?? Date.parse(at));
      case 'seat-claimed':
        return event.line === line || event.mates.includes(line) ? null : told;
      default:
        return told;
    }
  }, null);
}

/**
 * Nobody is told twice of one line, and each alone, by one message of one record. Only after a clear no, or after a
 * claim, is there another one; without an answer there is none.
 */
export const nobodyToldTwice: Invariant = (observed) => {
  const notices = noticesOf(observed);
  const recorded = new Set(notices.flatMap(({ messages }) => messages.map(({ call }) => call.n)));
  const breach = (what: string, sent: Notice['messages']): Breach => ({
    what,
    calls: sent.map(({ call }) => call),
  });
  const messages = messagesIn(observed.calls);
  return [
    ...messages
      .filter(({ call }) => !recorded.has(call.n))
      .map((each) => breach('A message that no record goes before.', [each])),
    ...messages
      .filter(({ accountIds }) => accountIds.length !== 1)
      .map((each) => breach('A message to several people at once.', [each])),
    ...notices
      .filter((notice) => notice.messages.length > 1)
      .map((notice) => breach('Several messages of one record.', notice.messages)),
    ...notices.flatMap((notice) => {
      const line = notice.messages.some(mayHaveArrived) ? toldAgain(notice, notices) : undefined;
      return line === undefined ? [] : [breach(`Line ${String(line)} was told of again.`, notice.messages)];
    }),
  ];
};

/** A line of this notice that a message before it may have told of, with no claim in between. */
function toldAgain({ record, review }: Notice, notices: readonly Notice[]): number | undefined {
  const earlier = notices.filter(
    (other) =>
      other.review === review &&
      other.record.sequence < record.sequence &&
      other.messages.some(mayHaveArrived),
  );
  return record.event.lines.find((line) =>
    earlier.some(
      (other) =>
        other.record.event.lines.includes(line) &&
        !review.some(
          ({ event, sequence }) =>
            event.kind === 'seat-claimed' &&
            (event.line === line || event.mates.includes(line)) &&
            sequence > other.record.sequence &&
            sequence < record.sequence,
        ),
    ),
  );
}

/** Whoever counts as told was sent a message that Jira took. */
export const everyNoticeHappened: Invariant = (observed) =>
  noticesOf(observed).flatMap(({ observations, messages }) =>
    observations
      .filter(({ event }) => event.outcome === 'told' && !messages.some(({ call }) => isTaken(call)))
      .map(({ event }) => ({
        what: `${event.accountId} counts as told, but no message was taken.`,
        calls: messages.map(({ call }) => call),
      })),
  );
