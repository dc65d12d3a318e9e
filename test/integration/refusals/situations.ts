import { expect } from 'vitest';

import type { PayloadOf } from '../../../src/contract/resolvers';
import { keys } from '../../../src/storage/keys';
import { runDailyScan } from '../../local/server/daily-scan';
import { groups, people, stale, tiny, withStalePeople } from '../a-seed';
import { aReview, endDeciding as endDecidingOf, Review, type ReviewOptions } from '../a-review';
import { aScannedSite, type Site } from '../a-site';
import { LINE } from './refusal';

const DONE = 'everything was looked at';

/** Ada has decided to remove Casey; nobody has approved it. */
export async function aDecidedReview(options: ReviewOptions = {}): Promise<Review> {
  const review = await aReview(options);
  await review.decide('admin', [LINE.casey], 'remove');
  return review;
}

/** Bram has approved it. */
export async function anApprovedReview(options: ReviewOptions = {}): Promise<Review> {
  const review = await aDecidedReview(options);
  await review.approve('approver', [LINE.casey]);
  return review;
}

/** Ada, or somebody else, has removed Casey; the check after a day is still to come. */
export async function aReviewWithRemovals(options: ReviewOptions = {}, executor = 'admin'): Promise<Review> {
  const review = await anApprovedReview(options);
  await review.run(executor);
  return review;
}

/** Whoever removes finds that Casey works again, so that the line is to be decided anew. */
export async function aReviewWithACancelledRun(options: ReviewOptions, executor: string): Promise<Review> {
  const review = await anApprovedReview(options);
  const { host } = review.site;
  host.apply({ do: 'activity', account: people.casey, product: 'jira-software' });
  await host.advance('PT26H');
  const run = await review.run(executor);
  if (run.cancelled !== 1) throw new Error('The removal was to be cancelled.');
  return review;
}

/** The invocation died while Casey's removal was under way, and the run was stopped. */
export async function aReviewInDoubt(): Promise<Review> {
  const review = await anApprovedReview();
  const { runId } = await review.start();
  const { host } = review.site;
  host.fault({ target: 'jira', match: 'DELETE /rest/api/3/group/user', mode: 'crash' });
  await expect(review.slice('admin', runId)).rejects.toThrow();
  await review.site.get('admin', 'stop-run', { runId, reason: 'it does not answer' });
  return review;
}

/** The only removal was cancelled because Casey works again; the invocation died before it could end the run. */
export async function aRunThatDiedAtItsEnd(): Promise<Review> {
  const review = await anApprovedReview();
  const { host } = review.site;
  host.apply({ do: 'activity', account: people.casey, product: 'jira-software' });
  await host.advance('PT26H');
  const { runId } = await review.start();
  const { sequence } = await review.view();
  host.fault({
    target: 'kvs',
    match: `set ${keys.ledgerRecord(review.cycleId, sequence + 2)}`,
    mode: 'crash',
  });
  await expect(review.slice('admin', runId)).rejects.toThrow();
  return review;
}

/** The no-response rule has closed what was not decided. */
export async function endDeciding(review: Review): Promise<Review> {
  await endDecidingOf(review.site, review.cycleId);
  return review;
}

export async function aSignedOffReview(): Promise<Review> {
  const review = await endDeciding(await aReview());
  await review.site.get('approver', 'sign-off', { cycleId: review.cycleId, statement: DONE });
  return review;
}

export async function aCancelledReview(): Promise<Review> {
  const review = await aReview();
  await review.site.get('admin', 'cancel-cycle', { cycleId: review.cycleId, reason: 'wrong products' });
  return review;
}

export async function aSiteWithCalendar(): Promise<Site> {
  const site = await aScannedSite();
  await site.get('admin', 'save-calendar', CALENDAR);
  return site;
}

/** Jira bills with the month, and the review of November is due at once. Time starts on 2 November. */
export const CALENDAR: PayloadOf<'save-calendar'> = {
  billing: [{ product: 'jira-software', period: 'monthly', lastDay: '2026-10-31' }],
  recurrence: { kind: 'before-billing' },
  leadDays: 21,
  noticeDays: 7,
  executionDays: 1,
};

/** The daily scan has drafted a review. */
export async function aDraft(site?: Site): Promise<Review> {
  const at = site ?? (await aSiteWithCalendar());
  await runDailyScan(at.host, 'seattrace-hourly');
  const cycle = await at.get('admin', 'get-cycle');
  if (cycle?.state !== 'draft') throw new Error('Nothing was drafted.');
  return new Review(at, cycle.cycleId);
}

/** A review that is open, and the draft of the next one. */
export async function aDraftBesideAReview(): Promise<{ open: Review; draft: Review }> {
  const open = await aReview({ settings: { dueDays: 1 } });
  const { site } = open;
  await site.host.advance('P1D');
  const billing = [{ product: 'jira-software', period: 'monthly', lastDay: '2026-11-30' } as const];
  await site.get('admin', 'save-calendar', { ...CALENDAR, billing, leadDays: 17 });
  await site.host.advance('P2D');
  await runDailyScan(site.host, 'seattrace-hourly');
  const draft = (await site.get('admin', 'list-cycles')).find(({ state }) => state === 'draft');
  if (draft === undefined) throw new Error('Nothing was drafted beside the open review.');
  return { open, draft: new Review(site, draft.cycleId) };
}

/** The review that was open when it was drafted is signed off. */
export async function anOutdatedDraft(): Promise<Review> {
  const { open, draft } = await aDraftBesideAReview();
  await open.site.host.advance('PT1H');
  await endDeciding(open);
  await open.site.get('approver', 'sign-off', { cycleId: open.cycleId, statement: DONE });
  return draft;
}

/** Somebody becomes an administrator of Jira, so that rules on their own account meet them. */
export async function promote(review: Review, accountId: string): Promise<Review> {
  const { host } = review.site;
  host.apply({ do: 'add-to-group', group: groups.jiraAdmins, account: accountId });
  await host.advance('PT1M');
  return review;
}

/** Gil administers the site as well: a third person who may remove. */
export const withThirdAdministrator = () =>
  tiny((seed) => {
    for (const account of seed.accounts)
      if (account.accountId === people.gil) Object.assign(account, { platformRoles: ['site-admin'] });
  });

/** Person 1 is idle on two products through one group: two lines that belong together. */
export const withBundle = () =>
  tiny((seed) => {
    withStalePeople(seed, 1, [groups.contractors]);
    for (const { accountId, lastActive } of seed.accounts)
      if (accountId === stale(1)) Object.assign(lastActive ?? {}, { confluence: '2026-04-01T10:00:00Z' });
  });

/** Erin, for the business owner, is idle everywhere; under a service's name for the technical owner too. */
export const withIdleErin = (name = 'Erin Contractor') =>
  tiny((seed) => {
    for (const account of seed.accounts)
      if (account.accountId === people.erin)
        Object.assign(account, {
          name,
          lastActive: { ...account.lastActive, confluence: '2026-05-01T10:00:00Z' },
        });
  });
