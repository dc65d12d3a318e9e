import { describe, expect, it } from 'vitest';
import { judgeWrite, type WriteAnswer } from '../../../../src/domain/plan/write-outcome';

const judge = (answer: Partial<WriteAnswer>) =>
  judgeWrite({ status: null, detail: '', retryAfterSeconds: null, ...answer });

describe('An answer to a removal means:', () => {
  it.each([200, 204])('%i: it was sent', (status) => {
    expect(judge({ status })).toMatchObject({
      step: 'record',
      outcome: 'sent',
      owner: null,
    });
  });

  it.each([400, 404])('%i: read again whether the membership is gone', (status) => {
    expect(judge({ status }).step).toBe('re-read');
  });

  it('401: the run stops', () => {
    expect(judge({ status: 401 }).step).toBe('stop-run');
  });

  it('403 with ADMIN-403-5: blocked, for the identity owner', () => {
    expect(judge({ status: 403, detail: '{"code":"ADMIN-403-5"}' })).toMatchObject({
      step: 'record',
      outcome: 'blocked',
      owner: 'identity',
    });
  });

  it('another 403: ask whether the acting person’s own rights are missing', () => {
    expect(judge({ status: 403, detail: 'Forbidden' }).step).toBe('check-own-rights');
  });

  it.each([405, 409, 410, 412, 422])('%i: blocked, for the app’s owner', (status) => {
    expect(judge({ status })).toMatchObject({
      step: 'record',
      outcome: 'blocked',
      owner: 'app',
    });
  });

  it('429: wait as told', () => {
    expect(judge({ status: 429, retryAfterSeconds: 12 })).toMatchObject({ step: 'wait', seconds: 12 });
  });

  it('429 without a time: wait half a minute', () => {
    expect(judge({ status: 429 })).toMatchObject({ step: 'wait', seconds: 30 });
  });

  it.each([500, 502, 503, 504, null])('%s: wait and read again before any new attempt', (status) => {
    expect(judge({ status }).step).toBe('wait-and-re-read');
  });

  it('ADMIN-403-5 in any other answer: nothing of its own', () => {
    expect(judge({ status: 400, detail: 'ADMIN-403-5' }).step).toBe('re-read');
  });
});
