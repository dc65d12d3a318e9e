import { describe, expect, it } from 'vitest';
import { chainRecord } from '../../../../src/domain/evidence/hash-chain';
import type { Cycle } from '../../../../src/domain/review/cycle';
import { AppError } from '../../../../src/lib/app-error';
import { SECOND_MS, toIso } from '../../../../src/lib/duration';
import type { OrganizationUser } from '../../../../src/ports/site-directory';
import type { RemovalContext } from '../../../../src/usecases/execute/removal-context';
import { cancelRemovals } from '../../../../src/usecases/execute/cancel-removals';
import { earlierAttempt, lookAgain, sendOnce } from '../../../../src/usecases/execute/write-once';
import { aHeader, aPolicy } from '../../../builders/a-header';
import { aPlatform } from '../../../builders/a-platform';
import { aReview } from '../../../builders/a-review';
import { aCleanup } from '../../../builders/a-seat';
import { aReading } from '../../../builders/a-world';
import { EXECUTOR } from '../../../builders/review';
import { TAKEN_AT } from '../../../builders/times';

const running = aReview({ seats: [aCleanup('ada')] })
  .decide([1], 'remove')
  .approve([1])
  .startRun();
const QUESTION = { runId: 'cycle-1.run-1', accountId: 'ada', groupId: 'local', lines: [1] };
const IN_HALF_A_MINUTE = toIso(Date.parse(TAKEN_AT) + 30 * SECOND_MS);

interface Answers {
  readonly status?: number | null;
  readonly retryAfterSeconds?: number | null;
  /** Whether the account is in the group when somebody looks; null when that cannot be read. */
  readonly member?: boolean | null;
  /** Whether the acting person still may write. */
  readonly mayStillWrite?: boolean;
  /** Whether the organization still says that the starter administers it. */
  readonly administers?: boolean;
  /** Unix milliseconds; when the snapshot was taken unless told. */
  readonly now?: number;
  /** How far another tab of the same person has come in the meantime. */
  readonly meanwhile?: Cycle;
}

/** Only what these tests may touch; anything else fails on use. */
function only<Whole extends object>(part: Partial<Whole>): Whole {
  return new Proxy(part as Whole, {
    get(target, name) {
      if (!(name in target)) throw new Error(`${String(name)} is not part of this test`);
      return Reflect.get(target, name) as unknown;
    },
  });
}

function aStarter(platformRoles: readonly string[]): OrganizationUser {
  return {
    accountId: EXECUTOR,
    accountType: 'atlassian',
    accountStatus: 'active',
    membershipStatus: 'active',
    claim: 'managed',
    synced: false,
    addedToOrg: null,
    name: 'Emil',
    email: undefined,
    platformRoles,
    lastUse: null,
    groupIds: null,
  };
}

/** Takes every record, or none on what is no longer the newest: then the newest is as `meanwhile` has it. */
function aLedger(meanwhile?: Cycle): RemovalContext['tools']['ledger'] {
  return only<RemovalContext['tools']['ledger']>({
    append: ({ ledger, sequence, headHash: hash }, entry) =>
      sequence < (meanwhile?.sequence ?? 0)
        ? Promise.reject(new AppError('storage.conflict', 'Somebody else was first.'))
        : Promise.resolve(chainRecord({ ledger, sequence, hash }, entry)),
    load: <State>() => Promise.resolve(meanwhile as State),
  });
}

/** A run of the executor against a site that answers like this; it starts when the snapshot was taken. */
function aContext(answers: Answers): RemovalContext {
  const { status = 204, retryAfterSeconds = null, member = true } = answers;
  const { mayStillWrite = true, administers = true } = answers;
  const { now = Date.parse(TAKEN_AT) } = answers;
  const groups = member === true ? [{ id: 'local', name: 'local' }] : [];
  return {
    tools: {
      platform: { ...aPlatform(), now: () => now },
      ledger: aLedger(answers.meanwhile),
      jira: only<RemovalContext['tools']['jira']>({
        readGroupsOf: () =>
          member === null
            ? Promise.reject(new AppError('atlassian.unavailable', 'no answer'))
            : Promise.resolve(groups),
      }),
      organization: only<RemovalContext['tools']['organization']>({
        findUser: () => Promise.resolve(aStarter(administers ? ['org-admin'] : [])),
      }),
      writer: {
        remove: () => Promise.resolve({ status, detail: '', retryAfterSeconds }),
        add: () => Promise.reject(new Error('nothing is given back here')),
        mayStillWrite: () => Promise.resolve(mayStillWrite),
      },
    },
    actor: { accountId: EXECUTOR, role: 'executor', proof: 'read now' },
    snapshot: { header: aHeader(), accounts: [] },
    policy: aPolicy(),
    confirmedGroups: new Set(),
    administering: { admin: [], siteAdmin: [] },
    projects: [],
  };
}

const send = (answers: Answers, cycle: Cycle = running.cycle) =>
  sendOnce(cycle, { ...QUESTION, reading: aReading() }, aContext(answers));
const removalIn = ({ lines }: Cycle) => lines[0]?.removals[0];

/** Looks again at what became of the removal, with these answers. */
async function look(cycle: Cycle, answers: Answers) {
  const earlier = earlierAttempt(cycle, QUESTION);
  if (earlier === undefined) throw new Error('nothing was begun');
  const { step, cycle: next } = await lookAgain(cycle, QUESTION, aContext(answers), earlier);
  return { step, removal: removalIn(next) };
}

describe('A removal that Atlassian declined', () => {
  it.each([
    ['as long as it says', 30, 30],
    ['half a minute when it does not say', null, 30],
  ])('with 429 waits %s', async (_, retryAfterSeconds, seconds) => {
    expect(removalIn(await send({ status: 429, retryAfterSeconds }))).toMatchObject({
      state: 'unclear',
      mayHaveWorked: false,
      notBefore: toIso(Date.parse(TAKEN_AT) + seconds * SECOND_MS),
    });
  });

  it('with 429 leaves the run going on, without a failure', async () => {
    expect((await send({ status: 429 })).runs).toMatchObject([{ state: 'running', failures: 0 }]);
  });

  it('with 401 stops the run, and its line is approved as before', async () => {
    const stopped = await send({ status: 401 });
    expect(stopped.runs).toMatchObject([{ state: 'stopped', failures: 0 }]);
    expect(stopped.lines[0]).toMatchObject({
      state: 'approved',
      removals: [{ state: 'unclear', mayHaveWorked: false, notBefore: null }],
    });
  });

  it.each([
    ['the writer is not let in any more', { mayStillWrite: false }],
    ['the starter lost the administration of the site', { administers: false }],
  ])('with 403 because %s stops the run, and refuses no group', async (_, lost) => {
    const stopped = await send({ status: 403, ...lost });
    expect(stopped.runs[0]?.state).toBe('stopped');
    expect(removalIn(stopped)).toMatchObject({ mayHaveWorked: false, groupRefused: false });
  });
});

describe('A removal that was cancelled meanwhile, from another tab of the same person', () => {
  const cancelled = running.cancelRemoval('a fact could not be read').cycle;

  it('is not sent', async () => {
    expect(await send({}, cancelled)).toBe(cancelled);
  });
});

describe('A cancellation', () => {
  const { runId, accountId, lines } = QUESTION;
  const cancelled = { runId, accountId, lines, cause: 'a fact could not be read' };

  it('closes the lines that still wait', async () => {
    const { lines: after } = await cancelRemovals(running.cycle, cancelled, aContext({}));
    expect(after[0]).toMatchObject({ state: 'closed', outcome: 'cancelled' });
  });

  it('is not recorded where another tab has begun the write meanwhile', async () => {
    const begun = running.record(EXECUTOR, { kind: 'removal-attempted', ...QUESTION, attempt: 1 }).cycle;
    expect(await cancelRemovals(running.cycle, cancelled, aContext({ meanwhile: begun }))).toBe(begun);
  });
});

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
      removal: { state: 'sent', note: 'The membership is gone.' },
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

describe('A group that answers 403 to somebody who still may write', () => {
  it('refuses removals, and the identity owner is asked', async () => {
    const refused = await send({ status: 403 });
    expect(removalIn(refused)).toMatchObject({ state: 'blocked', groupRefused: true });
    expect(refused.handoffs).toMatchObject([{ id: '1-identity', owner: 'identity' }]);
  });
});
