import type { Executor } from '../../../src/domain/review/run';
import { importExport } from '../../local/prepare';
import { people, tiny } from '../a-seed';
import { aReview, type Review, endDeciding } from '../a-review';
import { aSite, type Site } from '../a-site';
import { everyPayload } from '../every-payload';

export const reason = 'as agreed';
export const statement = 'I looked at every line.';
export const EXPORT = `User id,Last seen in Jira - northwind-example\n${people.casey},2 May 2026\n`;
export const EXPORTED_ON = '2026-11-01';
const UNTIL = '2027-03-01T00:00:00Z';

/** Casey and Devi approved for removal, the rest left to the rule. */
export async function anApprovedReview(): Promise<Review> {
  const review = await aReview();
  await review.approveRemovalOf(people.casey);
  await review.approveRemovalOf(people.devi);
  return review;
}

/** The same in a review that tells people first. */
export async function aReviewWithNotice(): Promise<Review> {
  const notice = { project: 'OPS', issueType: 'Task' };
  const review = await aReview({ settings: { notice }, noticeDays: 7 });
  await review.approveRemovalOf(people.casey);
  await review.approveRemovalOf(people.devi);
  return review;
}

/** Asks until nobody waits to be told; what was broken off counts as unclear after a minute. */
export async function tellToEnd({ site, cycleId }: Review): Promise<void> {
  for (let slice = 0; slice < 12; slice += 1) {
    await site.host.advance('PT20S');
    if ((await site.get('admin', 'tell-people', { cycleId })).waiting === 0) return;
  }
  throw new Error('Somebody still waits to be told.');
}

export async function aRunningReview(executor: Executor = 'acting-administrator') {
  const review = await anApprovedReview();
  const { runId } = await review.start('admin', executor);
  return { review, runId, site: review.site, cycleId: review.cycleId };
}

/** Asks for slices as the page does, until the run has ended and its removals were looked at. */
export async function runToEnd(
  { site }: Review,
  runId: string,
  { andItsCheck = true }: { readonly andItsCheck?: boolean } = {},
): Promise<void> {
  for (let slice = 0; slice < 20; slice += 1) {
    await site.host.advance('PT20S');
    if ((await site.get('admin', 'run-slice', { runId })).state !== 'running') break;
  }
  if (andItsCheck) await site.host.drain();
}

/** Lets a run with the organization key go on by itself to its end, its lost deliveries and its checks included. */
export async function keyRunToEnd({ host }: Site): Promise<void> {
  await host.drain();
  await host.advance('PT40M');
  await host.trigger('seattrace-hourly');
  await host.advance('PT20M');
  await host.drain();
}

/** Casey excepted, Jenkins and Erin asked about, Devi kept for a while, the rest closed by the rule. */
export async function aDecidedReview(): Promise<Review> {
  const review = await aReview({ settings: { dueDays: 1 } });
  const { site, cycleId } = review;
  const [casey, devi] = [await review.numbersOf([people.casey]), await review.numbersOf([people.devi])];
  await review.decide('admin', casey, 'exception', { note: 'seasonal', until: UNTIL });
  await review.approve('approver', casey);
  await review.decide('admin', devi, 'keep', { note: 'on leave', until: UNTIL });
  await review.decide('admin', await review.numbersOf([people.jenkins, people.erin]), 'route-out');
  await endDeciding(site, cycleId);
  return review;
}

/** A month later, scanned again: the next review begins with what the last one left. */
export async function aSiteForTheNext(): Promise<Site> {
  const { site, cycleId } = await aDecidedReview();
  await site.get('approver', 'sign-off', { cycleId, statement });
  await site.host.advance('P30D');
  await site.scan();
  return site;
}

export async function aSiteWithDraft(): Promise<{ site: Site; cycleId: string }> {
  const site = await aSiteForTheNext();
  await site.get('admin', 'save-calendar', {
    ...everyPayload['save-calendar'],
    recurrence: { kind: 'monthly', day: 3 },
  });
  await site.host.advance('P1D');
  await site.scan();
  const draft = await site.get('admin', 'get-cycle');
  if (draft?.state !== 'draft') throw new Error('Nothing was drafted.');
  return { site, cycleId: draft.cycleId };
}

export async function aSiteWithExport(): Promise<Site> {
  const site = await aSite({ orgKey: false });
  await importExport(site.host, { text: EXPORT, exportedOn: EXPORTED_ON });
  return site;
}

export const unexplained = () =>
  tiny((seed) => {
    for (const product of seed.products)
      if (product.key === 'jira-software') Object.assign(product, { userCountOverride: 9 });
  });

/** Runs the queues, and wakes a scan whose delivery was lost. */
export async function scanToEnd({ host }: Site): Promise<void> {
  await host.drain();
  await host.advance('PT1H');
  await host.trigger('seattrace-hourly');
  await host.drain();
}
