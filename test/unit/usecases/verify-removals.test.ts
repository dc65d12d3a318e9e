import { describe, expect, it } from 'vitest';
import { DAY_MS, MINUTE_MS } from '../../../src/lib/duration';
import { dueCheck } from '../../../src/usecases/verify-removals';
import { aReview } from '../../builders/a-review';
import { aCleanup } from '../../builders/a-seat';

const running = aReview({ seats: [aCleanup('ada')] })
  .decide([1], 'remove')
  .approve([1])
  .startRun();
const line = running.write('sent').line(1);
const removedAt = Date.parse(line.removedAt ?? '');

describe('A removal is due for', () => {
  it.each([
    ['no check in its first minute', MINUTE_MS - 1, null],
    ['its first check after a minute', MINUTE_MS, 'first'],
    ['its first check until a day has passed', DAY_MS - 1, 'first'],
    ['its last check after a day to the millisecond', DAY_MS, 'day'],
  ])('%s', (_, passed, check) => {
    expect(dueCheck(line, removedAt + passed)).toBe(check);
  });

  it('no check before it was sent', () => {
    expect(dueCheck(running.line(1), removedAt + DAY_MS)).toBeNull();
  });

  it('no check once it is closed', () => {
    expect(
      dueCheck(running.write('sent').endRun().verify('access-gone').line(1), removedAt + 2 * DAY_MS),
    ).toBeNull();
  });
});
