import { z } from 'zod';

import type { LedgerRecord } from '../../src/domain/evidence/record';
import type { CycleEvent } from '../../src/domain/review/events';
import { aReview, type Review } from './a-review';
import { people, stale, tiny, withStalePeople } from './a-seed';

export const NOTICE = { project: 'OPS', issueType: 'Task' };

/** Two people approved for removal in a review that gives seven days. */
export async function anUntoldReview(project: string | null = 'OPS'): Promise<Review> {
  const review = await aReview({
    seed: tiny((seed) => withStalePeople(seed, 1)),
    settings: { notice: { ...NOTICE, project } },
    noticeDays: 7,
  });
  await review.approveRemovalOf(people.casey, stale(1));
  return review;
}

const issueSchema = z.object({
  key: z.string(),
  fields: z.looseObject({ summary: z.string(), labels: z.array(z.string()) }),
  notifications: z.array(
    z.looseObject({
      to: z.array(z.string()),
      subject: z.string(),
      textBody: z.string(),
      htmlBody: z.string(),
    }),
  ),
});

/** Issues that somebody made, each with what was sent from it. */
export function issuesOf({ site }: Review) {
  const made = z.array(z.looseObject({ fields: z.looseObject({ labels: z.array(z.string()) }) }));
  const ours = made
    .parse(site.host.inspect('issues'))
    .filter(({ fields }) => fields.labels.some((label) => label.startsWith('seattrace-')));
  return z.array(issueSchema).parse(ours);
}

export const recipients = (review: Review): string[] =>
  issuesOf(review).flatMap(({ notifications }) => notifications.flatMap(({ to }) => to));

export function eventsOf({ site, cycleId }: Review): CycleEvent[] {
  return site
    .stored()
    .flatMap(({ key, value }) =>
      key.startsWith(`ledger:${cycleId}:`) ? [(value as LedgerRecord<CycleEvent>).event] : [],
    );
}
