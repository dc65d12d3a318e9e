import type { PayloadOf } from '../../src/contract/resolvers';
import type { Replies } from '../../src/contract/replies';
import { groups, people, stale, tiny, withStalePeople } from './a-seed';
import { aReview, endDeciding, type Review, type ReviewOptions } from './a-review';
import type { Site } from './a-site';

type Of = PayloadOf<'start-undo'>['of'];
type UndoView = Replies['undo-slice'];

export const reason = 'they still need it';
export const POST = 'POST /rest/api/3/group/user';

/** Casey and Devi are removed by Ada, and every membership as it was before. */
export async function aRunReview(options: ReviewOptions = {}) {
  const review = await aReview({ settings: { dueDays: 1 }, ...options });
  const before = review.site.memberships();
  await review.approveRemovalOf(people.casey);
  await review.approveRemovalOf(people.devi);
  const { runId } = await review.run();
  await settleRun(review);
  return { review, runId, before };
}

/** The first check was made, and no reading shows what was removed any more. */
async function settleRun({ site }: Review): Promise<void> {
  await site.host.drain();
  await site.host.advance('PT5M');
}

/** Somebody was removed from two groups that give Jira alone. */
export async function aRunOnTwoGroups(options: ReviewOptions = {}) {
  const seed = tiny((each) => {
    withStalePeople(each, 1, [groups.jiraUsers, groups.contractors]);
    for (const product of each.products.slice(1))
      product.grants = product.grants.filter(({ group }) => group !== groups.contractors);
  });
  const review = await aReview({ settings: { dueDays: 1 }, seed, ...options });
  await review.approveRemovalOf(stale(1));
  const { runId } = await review.run();
  await settleRun(review);
  return { review, runId };
}

export function begin({ site, cycleId }: Review, of: Of, who = 'admin'): Promise<UndoView> {
  return site.get(who, 'start-undo', { cycleId, of, reason });
}

export function slice({ site, cycleId }: Review, undoId: string, who = 'admin'): Promise<UndoView> {
  return site.get(who, 'undo-slice', { cycleId, undoId });
}

/** Begins, or finds what was begun, and asks for slices as the page does until it is done or held. */
export async function undo(review: Review, of: Of, who = 'admin'): Promise<UndoView> {
  let view = await begin(review, of, who);
  for (let asked = 0; view.state === 'running' && view.message === '' && asked < 10; asked += 1) {
    view = await slice(review, view.undoId, who);
    await review.site.host.advance('PT70S');
  }
  return view;
}

export async function signOff({ site, cycleId }: Review): Promise<void> {
  await site.host.advance('P1D');
  await site.get('admin', 'verify-removals', { cycleId });
  await endDeciding(site, cycleId);
  await site.get('approver', 'sign-off', { cycleId, statement: 'all is well' });
}

/** The clock moves on, then the app is woken as each hour. */
export async function hourPasses({ host }: Site, duration = 'PT1H'): Promise<void> {
  await host.advance(duration);
  await host.trigger('seattrace-hourly');
  await host.drain();
}
