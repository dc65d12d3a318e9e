import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createHttp, READ_POLICY, retryAfterSeconds, type HttpAnswer } from '../../../src/atlassian/http';
import { hashOfText } from '../../../src/domain/evidence/hash-chain';
import { AppError } from '../../../src/lib/app-error';
import { aPlatform } from '../../builders/a-platform';

const SCHEMA = z.object({ count: z.number() });
const PLENTY = () => 900_000;

function answer(status: number, text = '{"count":1}', headers: Record<string, string> = {}): HttpAnswer {
  return {
    status,
    headers: { get: (name) => headers[name] ?? null },
    text: () => Promise.resolve(text),
  };
}

/** Reads once; the answers come in this order, the last one again and again. */
async function reading(
  answers: readonly (HttpAnswer | Error)[],
  { byte = 128, timeLeft = PLENTY }: { byte?: number; timeLeft?: () => number } = {},
) {
  const platform = aPlatform({ byte });
  const logged: [string, string][] = [];
  let sent = 0;
  const send = (): Promise<HttpAnswer> => {
    const next = answers[Math.min(sent, answers.length - 1)] ?? new Error('nothing to answer');
    sent += 1;
    return next instanceof Error ? Promise.reject(next) : Promise.resolve(next);
  };
  const http = createHttp(platform, timeLeft, (source, hash) => logged.push([source, hash]));
  const outcome = await http.read('groups', SCHEMA, send).catch((error: unknown) => error);
  return { outcome, sent, slept: platform.slept, logged };
}

const codeOf = (outcome: unknown) => (outcome instanceof AppError ? outcome.code : outcome);

describe('A read', () => {
  it('gives what was answered, as far as it is documented', async () => {
    expect((await reading([answer(200, '{"count":3,"more":true}')])).outcome).toEqual({ count: 3 });
  });

  it('notes the hash of each raw answer', async () => {
    expect((await reading([answer(200)])).logged).toEqual([['groups', hashOfText('{"count":1}')]]);
  });

  it.each([
    ['is no JSON', 'oops', /is no JSON/],
    ['is not as documented', '{"count":"three"}', /not as documented \(at count\)/],
    ['is of another shape altogether', '[]', /not as documented \(at its root\)/],
  ])('fails as malformed when the answer %s', async (_, text, message) => {
    const { outcome } = await reading([answer(200, text)]);
    expect([codeOf(outcome), outcome instanceof Error ? outcome.message : '']).toEqual([
      'atlassian.malformed',
      expect.stringMatching(message),
    ]);
  });
});

describe('A read is tried again after', () => {
  it.each([409, 429, 500, 502, 503])('%i', async (status) => {
    expect((await reading([answer(status), answer(200)])).outcome).toEqual({ count: 1 });
  });

  it('no answer at all', async () => {
    expect((await reading([new Error('socket closed'), answer(200)])).outcome).toEqual({ count: 1 });
  });

  it('one second, doubled each time', async () => {
    const { slept } = await reading([answer(503)], { byte: 127.5 });
    expect(slept.map((ms) => Math.round(ms / 100))).toEqual([10, 20, 40, 80]);
  });

  it.each([
    [0, 700],
    [255, 1300],
  ])('a delay that is spread: byte %i gives %i ms', async (byte, ms) => {
    expect((await reading([answer(503), answer(200)], { byte })).slept).toEqual([ms]);
  });

  it('as long as Retry-After says', async () => {
    const told = answer(429, '', { 'retry-after': '7' });
    expect((await reading([told, answer(200)])).slept).toEqual([7_000]);
  });
});

describe('A read is not tried again', () => {
  it.each([
    [400, 'atlassian.refused'],
    [401, 'atlassian.denied'],
    [403, 'atlassian.denied'],
    [404, 'atlassian.refused'],
  ])('after %i', async (status, code) => {
    const { outcome, sent } = await reading([answer(status)]);
    expect([codeOf(outcome), sent]).toEqual([code, 1]);
  });

  it('after our own error', async () => {
    const { outcome, sent } = await reading([new AppError('key.missing', 'no key')]);
    expect([codeOf(outcome), sent]).toEqual(['key.missing', 1]);
  });

  it('more often than the policy says', async () => {
    const { outcome, sent } = await reading([answer(500)]);
    expect([codeOf(outcome), sent]).toEqual(['atlassian.unavailable', READ_POLICY.attempts]);
  });

  it('when Atlassian asks to wait longer than the policy allows', async () => {
    const { outcome, sent } = await reading([answer(429, '', { 'retry-after': '31' })]);
    expect([codeOf(outcome), sent]).toEqual(['atlassian.rate-limited', 1]);
  });

  it('when waiting would take more than half of the time that is left', async () => {
    const { outcome, slept } = await reading([answer(503)], { timeLeft: () => 1_900 });
    expect([codeOf(outcome), slept]).toEqual(['atlassian.unavailable', []]);
  });
});

it('says in the error which reading failed, with what status and how long to wait', async () => {
  const { outcome } = await reading([answer(429, '', { 'retry-after': '60' })]);
  expect(outcome instanceof AppError ? outcome.context : null).toEqual({
    source: 'groups',
    status: 429,
    retryAfterSeconds: 60,
  });
});

describe('Retry-After', () => {
  it.each([
    ['7', 7],
    ['0', 0],
    ['0.5', 0.5],
    ['-1', null],
    ['Wed, 21 Oct 2026 07:28:00 GMT', null],
  ])('%s is understood as %s seconds', (told, seconds) => {
    expect(retryAfterSeconds(answer(429, '', { 'retry-after': told }))).toBe(seconds);
  });

  it('is nothing when it is not told or no answer came', () => {
    expect([retryAfterSeconds(answer(429)), retryAfterSeconds(null)]).toEqual([null, null]);
  });
});
