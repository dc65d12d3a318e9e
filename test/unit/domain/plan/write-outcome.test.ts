import { describe, expect, it } from 'vitest';
import { judgeWrite } from '../../../../src/domain/plan/write-outcome';

describe('An answer to a removal means:', () => {
  it.each([200, 204])('%i: it was sent', (status) => {
    expect(judgeWrite({ status, detail: '' })).toMatchObject({
      step: 'record',
      outcome: 'sent',
      owner: null,
    });
  });

  it.each([400, 404])('%i: read again whether the membership is gone', (status) => {
    expect(judgeWrite({ status, detail: '' }).step).toBe('re-read');
  });

  it('401: the run stops', () => {
    expect(judgeWrite({ status: 401, detail: '' }).step).toBe('stop-run');
  });

  it('403 with ADMIN-403-5: blocked, for the identity owner', () => {
    expect(judgeWrite({ status: 403, detail: '{"code":"ADMIN-403-5"}' })).toMatchObject({
      step: 'record',
      outcome: 'blocked',
      owner: 'identity',
    });
  });

  it('another 403: ask whether the acting person’s own rights are missing', () => {
    expect(judgeWrite({ status: 403, detail: 'Forbidden' }).step).toBe('check-own-rights');
  });

  it.each([405, 409, 410, 412, 422])('%i: blocked, for the app’s owner', (status) => {
    expect(judgeWrite({ status, detail: '' })).toMatchObject({
      step: 'record',
      outcome: 'blocked',
      owner: 'app',
    });
  });

  it('429: wait as told', () => {
    expect(judgeWrite({ status: 429, detail: '' }).step).toBe('wait');
  });

  it.each([500, 502, 503, 504, null])('%s: wait and read again before any new attempt', (status) => {
    expect(judgeWrite({ status, detail: '' }).step).toBe('wait-and-re-read');
  });

  it('ADMIN-403-5 in any other answer: nothing of its own', () => {
    expect(judgeWrite({ status: 400, detail: 'ADMIN-403-5' }).step).toBe('re-read');
  });
});
