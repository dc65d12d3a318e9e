import { beforeAll, describe, expect, test } from 'vitest';

import { people } from './a-seed';
import { openReview, Review, endDeciding } from './a-review';
import { aScannedSite, type Site } from './a-site';
import { aSiteWithDraft } from './crash/sites';

const STATEMENT = 'We tried it out.';

async function openRehearsal(site: Site): Promise<Review> {
  const { cycleId } = await site.get('admin', 'open-cycle', { rehearsal: true });
  return new Review(site, cycleId);
}

/** Everything of it is decided; two removals and an exception are approved. */
async function aDecidedRehearsal(site: Site): Promise<Review> {
  const review = await openRehearsal(site);
  await review.approveRemovalOf(people.casey);
  const devi = await review.numbersOf([people.devi]);
  await review.decide('admin', devi, 'exception', { note: 'seasonal', until: '2027-03-01T00:00:00Z' });
  await review.approve('approver', devi);
  await review.decide('admin', await review.numbersOf([people.jenkins]), 'route-out');
  await endDeciding(site, review.cycleId);
  return review;
}

describe('A rehearsal', () => {
  let site: Site;
  let rehearsal: Review;
  let before: Record<string, string[]>;

  beforeAll(async () => {
    site = await aScannedSite();
    before = site.memberships();
    rehearsal = await aDecidedRehearsal(site);
  });

  test('says so in its title, on every page and in what is asked of owners', async () => {
    expect(await rehearsal.view()).toMatchObject({
      rehearsal: true,
      title: 'Rehearsal: Review of November 2026',
    });
    expect((await site.get('approver', 'get-session')).rehearsal).toBe('Rehearsal: Review of November 2026');
    const { rows } = await site.get('admin', 'list-handoffs', {});
    const { packet } = await site.get('admin', 'get-case', { caseId: rows[0]?.caseId ?? '' });
    expect(packet.split('\n')[0]).toBe(
      'REHEARSAL: nobody needs to do anything, and an answer counts for nothing.',
    );
  });

  test('tells nobody that their seat is under review', async () => {
    expect(
      (await site.get(people.casey, 'get-my-seats')).seats.map(({ underReview }) => underReview),
    ).toEqual([false]);
  });

  test('shows its plan and never starts it', async () => {
    const plan = await rehearsal.plan();
    expect(plan).toMatchObject({
      people: 1,
      mayStart: false,
      mayNotBecause: 'This is a rehearsal: nothing of it is ever removed.',
    });
    const { cycleId } = rehearsal;
    expect(
      await site.refusal('admin', 'start-run', { cycleId, fingerprint: plan.fingerprint }),
    ).toMatchObject({ code: 'run.not-allowed' });
    expect(site.memberships()).toEqual(before);
  });

  describe('once it is signed off', () => {
    beforeAll(async () => {
      await site.get('approver', 'sign-off', { cycleId: rehearsal.cycleId, statement: STATEMENT });
    });

    test('ends its approved lines as rehearsed, and carries nothing', async () => {
      expect(await rehearsal.lineOf(people.casey)).toMatchObject({ state: 'closed', outcome: 'rehearsed' });
      expect((await rehearsal.lines()).filter(({ outcome }) => outcome === 'carried')).toEqual([]);
      const { statement } = await rehearsal.view();
      expect(statement).toContain(
        'Rehearsal: nothing was removed, no exception of it protects a seat, and nothing of it goes on in the next review.',
      );
    });

    test('says so in every file', async () => {
      for (const file of ['population.csv', 'bridges.csv', 'lines.csv'] as const) {
        const { text, file: name } = await rehearsal.file(file);
        expect(name).toBe(`rehearsal-${rehearsal.cycleId}-${file}`);
        const [heading, ...rows] = text.trimEnd().split('\r\n');
        expect(heading).toMatch(/^rehearsal,/);
        expect(rows.filter((row) => !row.startsWith('yes,'))).toEqual([]);
      }
      expect((await rehearsal.file('removals.csv')).text).toMatch(/^rehearsal,/);
      expect(JSON.parse((await rehearsal.file('ledger.json')).text)).toMatchObject({ rehearsal: true });
      expect(JSON.parse((await rehearsal.file('cycle.json')).text)).toMatchObject({
        cycle: { rehearsal: true },
      });
    });

    test('leaves the way free for a review on the very same scan, which looks past it', async () => {
      const review = await openReview(site);
      expect((await site.get('admin', 'get-session')).rehearsal).toBeNull();
      const view = await review.view();
      expect(view).toMatchObject({ rehearsal: false, difference: null });
      expect(view.counts.byState.undecided).toBe((await review.lines()).length);
      expect(await review.lineOf(people.devi)).toMatchObject({ state: 'undecided', before: null });
    });
  });
});

test('Questions of the last review wait behind a rehearsal, and go on in the review after it', async () => {
  const site = await aScannedSite();
  const first = await openReview(site);
  await first.decide('admin', await first.numbersOf([people.jenkins]), 'route-out');
  await endDeciding(site, first.cycleId);
  await site.get('approver', 'sign-off', { cycleId: first.cycleId, statement: 'done' });
  await site.host.advance('P1D');
  await site.scan();
  const rehearsal = await openRehearsal(site);
  expect(await rehearsal.lineOf(people.jenkins)).toMatchObject({ state: 'undecided' });
  await site.get('admin', 'cancel-cycle', { cycleId: rehearsal.cycleId, reason: 'seen enough' });
  const second = await openReview(site);
  expect(await second.lineOf(people.jenkins)).toMatchObject({
    carriedFrom: first.cycleId,
    outcome: 'routed',
  });
});

test('The draft of the calendar is no rehearsal', async () => {
  const { site, cycleId } = await aSiteWithDraft();
  expect(await site.refusal('admin', 'open-cycle', { cycleId, rehearsal: true })).toEqual({
    code: 'cycle.wrong-state',
    message: 'A draft cannot be rehearsed: it is the review itself. Open a rehearsal beside it.',
  });
});

test('A rehearsal whose opening broke off stays one when somebody goes on with it', async () => {
  const site = await aScannedSite();
  site.host.fault({ target: 'kvs', match: 'write ledger:cycle', after: 2, mode: 'crash' });
  await expect(site.ask('admin', 'open-cycle', { rehearsal: true })).rejects.toThrow();
  const [broken] = await site.get('admin', 'list-cycles');
  const opened = await site.get('approver', 'open-cycle', { cycleId: broken?.cycleId ?? '' });
  expect(opened).toMatchObject({ state: 'open', rehearsal: true });
});
