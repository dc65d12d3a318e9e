import { describe, expect, it } from 'vitest';
import { SECOND_MS, toIso } from '../../../../src/lib/duration';
import { look, QUESTION, removalIn, running, send } from '../../../builders/a-removal';
import { EXECUTOR } from '../../../builders/review';
import { TAKEN_AT } from '../../../builders/times';

const IN_HALF_A_MINUTE = toIso(Date.parse(TAKEN_AT) + 30 * SECOND_MS);

describe('When a declined removal is looked at again', () => {
  const declined = (notBefore: string | null) => running.write('declined', undefined, { notBefore }).cycle;

  it('a membership that is gone was ended by somebody else', async () => {
    expect(await look(declined(null), { member: false })).toMatchObject({
      step: 'recorded',
      removal: { state: 'already-gone', note: 'Somebody else ended the membership.' },
    });
  });

  it('it waits until Atlassian may be asked again', async () => {
    expect((await look(declined(IN_HALF_A_MINUTE), { member: true })).step).toBe('wait');
  });

  it.each([
    ['at that very moment', TAKEN_AT],
    ['at once when no moment was told', null],
  ])('it is sent again %s', async (_, notBefore) => {
    expect((await look(declined(notBefore), { member: true })).step).toBe('again');
  });

  it('it is sent as a new attempt, which may have worked', async () => {
    const again = await send({ status: null }, declined(null));
    expect(removalIn(again)).toMatchObject({ attempts: 2, state: 'unclear', mayHaveWorked: true });
  });
});

describe('When a removal without a clear answer is looked at again', () => {
  const unclear = running.write('unclear').cycle;

  it('a membership that is gone was ended by it', async () => {
    expect(await look(unclear, { member: false })).toMatchObject({
      step: 'recorded',
      removal: {
        state: 'sent',
        isProven: false,
        note: expect.stringMatching(/^The membership is gone\. The removal itself had no answer/) as string,
      },
    });
  });

  it('it waits a minute before it is sent again', async () => {
    expect((await look(unclear, { member: true })).step).toBe('wait');
  });
});

describe('While nobody can read the membership', () => {
  const unclear = running.write('unclear').cycle;
  const attemptedAt = Date.parse(removalIn(unclear)?.attemptedAt ?? '');
  const after = (seconds: number) => attemptedAt + seconds * SECOND_MS;

  it.each([
    ['a minute later at first', 10, 70],
    ['less and less often after that', 600, 1_200],
  ])('an unclear removal is looked at again %s', async (_, now, next) => {
    expect(await look(unclear, { member: null, now: after(now) })).toMatchObject({
      step: 'wait',
      removal: { state: 'unclear', mayHaveWorked: true, notBefore: toIso(after(next)) },
    });
  });

  it('it ends as blocked after a day, and says what nobody knows', async () => {
    expect(await look(unclear, { member: null, now: after(86_400) })).toMatchObject({
      step: 'recorded',
      removal: { state: 'blocked', note: expect.stringContaining('could not be read for a day') as string },
    });
  });

  it('a removal that Atlassian refused with 404 is neither gone nor still there', async () => {
    expect(removalIn(await send({ status: 404, member: null }))).toMatchObject({
      state: 'unclear',
      mayHaveWorked: false,
      note: 'Atlassian refused it (404). The membership could not be read again.',
    });
  });
});

describe('A removal that had no clear answer after another was declined', () => {
  const declined = running.write('declined');

  it('has one more attempt, and no second', async () => {
    const unclear = declined.write('unclear');
    const later = Date.parse(removalIn(unclear.cycle)?.attemptedAt ?? '') + 60 * SECOND_MS;
    const member = { member: true, now: later };
    expect((await look(unclear.cycle, member)).step).toBe('again');
    const twice = unclear.write('unclear').cycle;
    expect(await look(twice, { ...member, now: later + 3_600 * SECOND_MS })).toMatchObject({
      removal: { state: 'blocked', attempts: 3 },
    });
  });
});

describe('When a removal whose answer nobody recorded is looked at again', () => {
  const { runId, accountId, groupId, lines } = QUESTION;
  const attempted = running.record(EXECUTOR, {
    kind: 'removal-attempted',
    ...{ runId, accountId, groupId, lines },
    attempt: 1,
  }).cycle;
  const later = Date.parse(removalIn(attempted)?.attemptedAt ?? '') + 60 * SECOND_MS;

  it('it waits a minute before it is sent again', async () => {
    expect(await look(attempted, { member: true })).toMatchObject({
      step: 'wait',
      removal: { state: 'attempted' },
    });
  });

  it('a membership that is still there after that is recorded before anything else', async () => {
    expect(await look(attempted, { member: true, now: later })).toMatchObject({
      step: 'again',
      removal: {
        state: 'unclear',
        attempts: 1,
        note: 'Nobody recorded an answer. The membership is still there.',
      },
    });
  });
});

describe('When another tab got further than what is looked at', () => {
  const { runId, accountId, groupId, lines } = QUESTION;
  const attempted = running.record(EXECUTOR, {
    kind: 'removal-attempted',
    ...{ runId, accountId, groupId, lines },
    attempt: 1,
  });
  const meanwhile = attempted.write('sent').cycle;
  const later = Date.parse(removalIn(meanwhile)?.attemptedAt ?? '') + 60 * SECOND_MS;

  it('its record stands, and nothing is sent again', async () => {
    expect(await look(attempted.cycle, { member: true, now: later, meanwhile })).toMatchObject({
      step: 'wait',
      removal: { state: 'sent', note: 'it was sent' },
    });
  });
});
