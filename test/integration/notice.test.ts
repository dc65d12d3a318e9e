import { describe, expect, test } from 'vitest';

import { anUntoldReview, issuesOf, NOTICE, recipients } from './a-notice';
import { aReview, REVIEW_SETTINGS } from './a-review';
import { groups, people, stale, tiny } from './a-seed';
import { aReviewWithNotice, tellToEnd } from './crash/sites';

const NOTIFY = 'POST /rest/api/3/issue/*/notify';

describe('Before a removal its person is told', () => {
  test('alone, from one issue that names nobody', async () => {
    const review = await anUntoldReview();
    expect(await review.tell()).toMatchObject({
      days: 7,
      waiting: 0,
      issueKey: 'OPS-1',
      mayNotBecause: null,
    });
    const [issue, ...others] = issuesOf(review);
    expect(others).toEqual([]);
    expect(issue?.notifications.map(({ to }) => to)).toEqual([[people.casey], [stale(1)]]);
    const told = JSON.stringify({ ...issue?.fields, reporter: null });
    expect(told).not.toMatch(/712020|557058|Casey|Person 1|@/);
  });

  test('what ends, when and why, and how to keep it', async () => {
    const review = await anUntoldReview();
    const { preview } = await review.site.get('admin', 'get-notice', { cycleId: review.cycleId });
    await review.tell();
    const [message] = issuesOf(review)[0]?.notifications ?? [];
    expect(message).toMatchObject({ subject: preview?.subject, textBody: preview?.text });
    expect(message?.subject).toBe('Your access to Jira ends in 7 days unless you still need it');
    expect(message?.textBody).toMatch(/“I still need this”/);
    expect(message?.textBody).toMatch(/\/jira\/apps\/[^/]+\/[^/]+ before /);
  });

  test('as the app', async () => {
    const review = await anUntoldReview();
    await review.tell();
    expect(new Set(review.site.calls('POST', /\/issue/).map((call) => call.as))).toEqual(new Set(['app']));
  });

  test('once, however often and by how many it is asked for', async () => {
    const review = await anUntoldReview();
    const { site, cycleId } = review;
    await Promise.all([
      site.ask('admin', 'tell-people', { cycleId }),
      site.ask('approver', 'tell-people', { cycleId }),
    ]);
    await review.tell();
    await review.tell('approver');
    expect(recipients(review).sort()).toEqual([people.casey, stale(1)].sort());
    expect(issuesOf(review)).toHaveLength(1);
  });

  test('and only about what was approved since', async () => {
    const review = await anUntoldReview();
    await review.tell();
    await review.approveRemovalOf(people.devi);
    await review.tell();
    expect(recipients(review)).toEqual([people.casey, stale(1), people.devi]);
  });

  test('not before somebody named the project, nor in a rehearsal, nor with 0 days', async () => {
    const review = await anUntoldReview(null);
    const { site, cycleId } = review;
    expect((await site.refusal('admin', 'tell-people', { cycleId })).message).toMatch(/name, in Settings/);
    await site.get('admin', 'save-review-settings', { ...REVIEW_SETTINGS, notice: NOTICE });
    expect((await review.tell()).waiting).toBe(0);
    const none = await aReview();
    expect(await none.site.refusal('admin', 'tell-people', { cycleId: none.cycleId })).toEqual({
      code: 'notice.not-allowed',
      message: 'This review opened with 0 days of notice: nobody is told.',
    });
  });
});

describe('The plan', () => {
  test('holds nobody before they were told and the days have passed', async () => {
    const review = await anUntoldReview();
    expect((await review.plan()).skips.map(({ why }) => why)).toEqual(
      Array(2).fill('the person has not been told yet'),
    );
    await review.tell();
    expect((await review.lineOf(people.casey)).state).toBe('noticed');
    await review.site.host.advance('P6D');
    const held = await review.plan();
    expect(held.items).toEqual([]);
    expect(held.skips[0]?.why).toMatch(/^told on 2 Nov 2026, .* UTC; may be removed from 9 Nov 2026, /);
    expect((await review.site.refusal('admin', 'start-run', { ...held, cycleId: review.cycleId })).code).toBe(
      'run.not-allowed',
    );
  });

  test('removes after seven days, and says how each person came to know', async () => {
    const review = await anUntoldReview();
    await review.tell();
    await review.site.host.advance('P7D');
    const { items } = await review.plan();
    expect(items.map(({ notice }) => notice)).toEqual(
      Array(2).fill([expect.stringMatching(/^Told on 2 Nov 2026, /)]),
    );
    expect(await review.run()).toMatchObject({ state: 'ended', sent: 2, cancelled: 0 });
  });

  test('cancels for who used the seat meanwhile and did not claim it', async () => {
    const review = await anUntoldReview();
    await review.tell();
    await review.site.host.advance('P2D');
    review.site.host.apply({ do: 'activity', account: people.casey, product: 'jira-software' });
    await review.site.host.advance('P6D');
    expect(await review.run()).toMatchObject({ sent: 1, cancelled: 1 });
    expect((await review.lineOf(people.casey)).cause).toMatch(/^seen after notice, not claimed/);
    expect(review.site.removals()).toEqual([`${stale(1)}/${groups.jiraUsers}`]);
  });
});

describe('Who could not be reached', () => {
  test('is listed with the reason, and had nobody who told them', async () => {
    const review = await anUntoldReview();
    review.site.host.fault({ target: 'jira', match: NOTIFY, status: 403, times: 1 });
    const { rows } = await review.tell();
    expect(rows.map(({ accountId, how }) => [accountId, how])).toEqual([
      [people.casey, 'not-reachable'],
      [stale(1), 'told'],
    ]);
    expect(rows[0]?.text).toMatch(/mail is switched off/);
    await review.site.host.advance('P7D');
    const { items } = await review.plan();
    expect(items[0]?.notice[0]).toMatch(/^Told by nobody and listed on 2 Nov 2026, /);
    expect((await review.file('lines.csv')).text).toMatch(/not-reachable,2026-11-02T/);
  });

  test('is everybody on a site that sends no mail', async () => {
    const review = await anUntoldReview();
    review.site.host.organization.switchMail(false);
    const { rows } = await review.tell();
    expect(rows.map(({ how }) => how)).toEqual(['not-reachable', 'not-reachable']);
    expect(recipients(review)).toEqual([]);
  });

  test('is who has no access to Jira, told all the same by a message with another way to answer', async () => {
    const review = await aReview({
      // Gil has Confluence alone, and got it long ago.
      seed: tiny(({ accounts }) => {
        for (const each of accounts) if (each.accountId === people.gil) Object.assign(each, { joined: {} });
      }),
      settings: { notice: NOTICE, readersSeeOtherProducts: true },
      noticeDays: 7,
    });
    await review.approveRemovalOf(people.gil);
    const { rows } = await review.tell();
    expect(rows).toMatchObject([{ accountId: people.gil, how: 'not-reachable' }]);
    expect(rows[0]?.text).toMatch(/no access to Jira/);
    const [message] = issuesOf(review)[0]?.notifications ?? [];
    expect(message?.textBody).toMatch(/say so and why before .*: Jira administrators\./);
  });

  test('is tried once: a message without a clear answer is not sent again', async () => {
    const review = await anUntoldReview();
    review.site.host.fault({ target: 'jira', match: NOTIFY, times: 1, mode: 'drop-after-write' });
    const { rows } = await review.tell();
    expect(rows.map(({ how }) => how)).toEqual(['unclear', 'told']);
    expect(recipients(review).filter((id) => id === people.casey)).toHaveLength(1);
  });

  test('is waited for as Atlassian says, and then told', async () => {
    const review = await anUntoldReview();
    const fault = { target: 'jira', match: NOTIFY, status: 429, headers: { 'Retry-After': '20' } } as const;
    review.site.host.fault({ ...fault, times: 1 });
    const first = await review.site.get('admin', 'tell-people', { cycleId: review.cycleId });
    expect(first.waiting).toBe(2);
    expect((await review.tell()).rows.map(({ how }) => how)).toEqual(['told', 'told']);
    expect(recipients(review)).toEqual([people.casey, stale(1)]);
  });

  test('is no reason to make a second issue when Jira refuses the first', async () => {
    const review = await anUntoldReview('NOPE');
    const { site, cycleId } = review;
    expect(await site.refusal('admin', 'tell-people', { cycleId })).toEqual({
      code: 'notice.not-allowed',
      message:
        'Jira refused to make an issue of the type “Task” in the project NOPE (400). Look at both in Settings.',
    });
    await site.get('admin', 'save-review-settings', { ...REVIEW_SETTINGS, notice: NOTICE });
    expect((await review.tell()).issueKey).toBe('OPS-1');
    expect(issuesOf(review)).toHaveLength(1);
  });

  test('is found again when nobody knows whether Jira made the issue', async () => {
    const review = await anUntoldReview();
    review.site.host.fault({
      ...{ target: 'jira', match: 'POST /rest/api/3/issue', times: 1, mode: 'drop-after-write' },
    });
    expect((await review.tell()).waiting).toBe(0);
    expect(issuesOf(review)).toHaveLength(1);
    expect(recipients(review)).toHaveLength(2);
  });
});

describe.each(['crash', 'crash-after-write'] as const)('After a %s at any storage write', (mode) => {
  test('nobody is told twice, nobody is forgotten, and there is one issue', async () => {
    let crashes = 0;
    for (; ; crashes += 1) {
      const review = await aReviewWithNotice();
      const { site, cycleId } = review;
      site.host.fault({ target: 'kvs', match: `write ledger:${cycleId}`, after: crashes, mode });
      await site.ask('admin', 'tell-people', { cycleId }).catch(() => null);
      if (site.host.faults().length > 0) break;
      await tellToEnd(review);
      expect(issuesOf(review)).toHaveLength(1);
      expect(recipients(review)).toEqual([...new Set(recipients(review))]);
      expect((await review.lines({ state: 'noticed' })).map(({ accountId }) => accountId).sort()).toEqual(
        [people.casey, people.devi].sort(),
      );
    }
    // The issue and each of two people: begun, and what became of it.
    expect(crashes).toBe(6);
  });
});
