import { beforeEach, describe, expect, test } from 'vitest';

import type { PayloadOf } from '../../src/contract/resolvers';
import { runDailyScan } from '../local/server/daily-scan';
import { people } from './a-seed';
import { openReview, Review, REVIEW_SETTINGS, endDeciding } from './a-review';
import { aScannedSite, type Site } from './a-site';
import { aDraftBesideAReview, CALENDAR } from './refusals/situations';

type Calendar = PayloadOf<'save-calendar'>;

async function aSiteWith(calendar: Partial<Calendar> = {}): Promise<Site> {
  const site = await aScannedSite();
  await site.get('admin', 'save-calendar', { ...CALENDAR, ...calendar });
  return site;
}

const aDayLater = (site: Site): Promise<boolean> => runDailyScan(site.host, 'seattrace-hourly');

async function aDraft(site: Site): Promise<Review> {
  await aDayLater(site);
  const cycle = await site.get('admin', 'get-cycle');
  if (cycle?.state !== 'draft') throw new Error('Nothing was drafted.');
  return new Review(site, cycle.cycleId);
}

const states = async (site: Site): Promise<string[]> =>
  (await site.get('admin', 'list-cycles')).map(({ state }) => state);

async function signOff({ site, cycleId }: Review): Promise<void> {
  await endDeciding(site, cycleId);
  await site.get('approver', 'sign-off', { cycleId, statement: 'all is well' });
}

describe('The calendar', () => {
  test('says until when what has to happen for the next bill', async () => {
    const site = await aSiteWith();
    const { calendar } = await site.get('admin', 'get-settings');
    expect(calendar).toMatchObject({
      ...CALENDAR,
      deadlines: [{ endsOn: '2026-11-30', executeBy: '2026-11-29', decideBy: '2026-11-21' }],
      nextOccurrence: null,
    });
  });

  test('drafts nothing while nobody has entered a billing period', async () => {
    const site = await aScannedSite();
    await aDayLater(site);
    expect(await site.get('admin', 'get-cycle')).toBeNull();
  });

  test('drafts nothing where there is nothing to review', async () => {
    const billing = [{ product: 'loom', period: 'monthly', lastDay: '2026-10-31' } as const];
    const site = await aSiteWith({ billing });
    await aDayLater(site);
    expect(await states(site)).toEqual([]);
  });

  test('leaves the daily scan as short as it is while no review is due', async () => {
    const site = await aSiteWith({ leadDays: 1 });
    await aDayLater(site);
    expect((await site.get('admin', 'get-overview')).snapshot?.depth).toBe('bulk');
    expect(await states(site)).toEqual([]);
  });

  test('drafts each month on its day for every product', async () => {
    const site = await aSiteWith({ recurrence: { kind: 'monthly', day: 5 }, billing: [] });
    await aDayLater(site);
    expect(await states(site)).toEqual([]);
    await site.host.advance('P3D');
    const draft = await aDraft(site);
    expect((await draft.view()).products).toBeNull();
  });
});

describe('A review whose day has come', () => {
  let site: Site;
  beforeEach(async () => {
    site = await aSiteWith();
  });

  test('is drafted by the app on a fresh scan that read account facts', async () => {
    const draft = await aDraft(site);
    const view = await draft.view();
    expect(view).toMatchObject({
      state: 'draft',
      openedBy: 'app',
      products: ['jira-software'],
      dueAt: '2026-11-21T23:59:59.000Z',
      deadlines: [{ endsOn: '2026-11-30' }],
    });
    const { snapshot } = await site.get('admin', 'get-overview');
    expect(snapshot).toMatchObject({ depth: 'deep', takenAt: view.snapshotTakenAt });
  });

  test('is told among what needs somebody', async () => {
    await aDraft(site);
    const { todo } = await site.get('admin', 'get-overview');
    expect(todo.find(({ kind }) => kind === 'open')?.text).toBe(
      'lines in the draft of the next review: open it to begin deciding; decide by 21 Nov 2026 to change the next bill',
    );
  });

  test('puts nobody’s seat under review before somebody opens it', async () => {
    await aDraft(site);
    const { seats } = await site.get(people.casey, 'get-my-seats');
    expect(seats.map(({ underReview }) => underReview)).toEqual([false]);
  });

  test('is opened by a reviewer, with the rules of that day and its own last day', async () => {
    const { cycleId } = await aDraft(site);
    await site.get('admin', 'save-review-settings', { ...REVIEW_SETTINGS, separation: 'three-person' });
    await site.host.advance('PT1H');
    const view = await site.get('approver', 'open-cycle', { cycleId });
    expect(view).toMatchObject({
      cycleId,
      state: 'open',
      openedBy: people.bram,
      separation: 'three-person',
      dueAt: '2026-11-21T23:59:59.000Z',
    });
    expect(await states(site)).toEqual(['open']);
  });

  test('shows before its opening how many lines the rule for silence would touch', async () => {
    const { cycleId } = await aDraft(site);
    const { undecided, lines } = await site.get('admin', 'preview-cycle', { cycleId });
    expect(undecided).toBe(lines);
    const noResponse = { rule: 'carry', touches: undecided } as const;
    expect((await site.get('admin', 'open-cycle', { cycleId, noResponse })).noResponse.rule).toBe('carry');
  });

  test('whose opening broke off is gone on with', async () => {
    const { cycleId } = await aDraft(site);
    site.host.fault({ target: 'kvs', match: `set ledger:${cycleId}`, mode: 'crash' });
    await expect(site.ask('admin', 'open-cycle', { cycleId })).rejects.toThrow();
    expect((await site.get('admin', 'open-cycle', { cycleId })).state).toBe('open');
  });

  test('is drafted once', async () => {
    await aDraft(site);
    await aDayLater(site);
    expect(await states(site)).toEqual(['draft']);
  });

  test('is not drafted again once somebody discarded it', async () => {
    const { cycleId } = await aDraft(site);
    const view = await site.get('admin', 'cancel-cycle', { cycleId, reason: 'we skip November' });
    expect(view.state).toBe('cancelled');
    await aDayLater(site);
    expect(await states(site)).toEqual(['cancelled']);
    expect(await site.get('admin', 'get-cycle')).toBeNull();
  });

  test('is not drafted where a person opened one since then', async () => {
    await site.get('admin', 'save-review-settings', { ...REVIEW_SETTINGS, dueDays: 2 });
    const review = await openReview(site);
    await aDayLater(site);
    expect(await states(site)).toEqual(['open']);
    await signOff(review);
    await aDayLater(site);
    expect(await states(site)).toEqual(['signed-off']);
  });

  test('is drafted by a scan by hand as well', async () => {
    await site.scan();
    expect(await states(site)).toEqual(['draft']);
  });
});

describe('A review that is drafted while another is open', () => {
  let site: Site;
  let first: Review;
  let draft: string;
  beforeEach(async () => {
    const { open, draft: beside } = await aDraftBesideAReview();
    [site, first, draft] = [open.site, open, beside.cycleId];
    await site.host.advance('PT1H');
  });

  test('waits: the one that is open is the one that pages show', async () => {
    expect((await site.get('admin', 'get-cycle'))?.cycleId).toBe(first.cycleId);
  });

  test('is outdated by the sign-off of the other', async () => {
    await signOff(first);
    expect((await new Review(site, draft).view()).outdated).toBe(true);
  });

  test('is drafted anew by the daily scan after that, with what the other left', async () => {
    await signOff(first);
    await site.host.advance('PT1H');
    const next = await aDraft(site);
    expect(next.cycleId).not.toBe(draft);
    expect(await states(site)).toEqual(['draft', 'cancelled', 'signed-off']);
    const view = await site.get('admin', 'open-cycle', { cycleId: next.cycleId });
    expect(view.difference?.lines.unchanged).toBe(view.lines);
  });
});

test('A line is asked about in one draft or review at a time: the history names the one under way', async () => {
  const site = await aSiteWith();
  await aDraft(site);
  const seat = { accountId: people.casey, product: 'jira-software' };
  expect((await site.get('admin', 'get-seat-history', seat)).open).toBeNull();
});
