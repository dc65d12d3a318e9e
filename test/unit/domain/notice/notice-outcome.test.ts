import { describe, expect, it } from 'vitest';
import { judgeNotice } from '../../../../src/domain/notice/notice-outcome';

const judge = (status: number | null, opensPage = true, retryAfterSeconds: number | null = null) =>
  judgeNotice({ status, detail: '', retryAfterSeconds }, { opensPage, contact: 'it@acme.example' });

describe('An answer to a message', () => {
  it.each([
    [204, 'told'],
    [400, 'not-reachable'],
    [401, 'declined'],
    [403, 'not-reachable'],
    [404, 'not-reachable'],
    [413, 'not-reachable'],
    [429, 'declined'],
    [500, 'unclear'],
    [503, 'unclear'],
    [null, 'unclear'],
  ])('of %s means %s', (status, outcome) => {
    expect(judge(status).outcome).toBe(outcome);
  });

  it('gives a reason whenever the person was not told', () => {
    for (const status of [400, 401, 403, 404, 413, 429, 500, null])
      expect(judge(status).why).toMatch(/^.{10,}\.$/);
  });

  it('is waited for as long as Atlassian says', () => {
    expect([judge(429, true, 7).waitSeconds, judge(429).waitSeconds]).toEqual([7, 30]);
  });

  it('reaches nobody who could not answer, although the message was sent', () => {
    expect(judge(204, false)).toMatchObject({
      outcome: 'not-reachable',
      why: 'The message was sent, but the person has no access to Jira, where they could answer; it names it@acme.example instead.',
    });
  });
});
