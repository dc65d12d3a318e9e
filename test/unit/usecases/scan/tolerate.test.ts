import { describe, expect, it } from 'vitest';
import { AppError, type ErrorCode } from '../../../../src/lib/app-error';
import { tolerate } from '../../../../src/usecases/scan/scan-run';

const failing = (code: ErrorCode, status: number | null) =>
  tolerate(() => Promise.reject(new AppError(code, 'no answer', { context: { status } })));

describe('What a source says is', () => {
  it('known when it answers', async () => {
    expect(await tolerate(() => Promise.resolve(3))).toEqual({ known: true, value: 3 });
  });

  it.each<[ErrorCode, number]>([
    ['atlassian.denied', 403],
    ['atlassian.refused', 404],
  ])('unknown when it is %s with %i', async (code, status) => {
    expect(await failing(code, status)).toEqual({ known: false, reason: 'no answer' });
  });

  it('never unknown after 401: the credential is refused, not the reading', async () => {
    await expect(failing('atlassian.denied', 401)).rejects.toMatchObject({ code: 'atlassian.denied' });
  });

  it.each<[ErrorCode, number | null]>([
    ['atlassian.unavailable', 503],
    ['atlassian.rate-limited', 429],
    ['atlassian.malformed', null],
    ['storage.unavailable', null],
  ])('not decided when it is %s, which may pass', async (code, status) => {
    await expect(failing(code, status)).rejects.toMatchObject({ code });
  });

  it('not decided by a mistake of our own', async () => {
    await expect(tolerate(() => Promise.reject(new TypeError('oops')))).rejects.toThrow('oops');
  });
});
