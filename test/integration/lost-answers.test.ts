import { expect, test } from 'vitest';

import { groups, people } from './a-seed';
import { aReview, type Review } from './a-review';

const DELETE = { target: 'jira', match: 'DELETE /rest/api/3/group/user' } as const;

/** Casey's removal has no answer; a minute later the run looks again. */
async function aLostAnswer(mode: 'crash' | 'drop-after-write', meanwhile?: (review: Review) => void) {
  const review = await aReview();
  const { host } = review.site;
  await review.approveRemovalOf(people.casey);
  const { runId } = await review.start();
  host.fault({ ...DELETE, mode });
  if (mode === 'crash') await expect(review.slice('admin', runId)).rejects.toThrow();
  else await review.slice('admin', runId);
  meanwhile?.(review);
  await host.advance('PT2M');
  await review.slice('admin', runId);
  return review;
}

/** What the check after a day makes of it. */
async function afterADay(review: Review) {
  await review.site.host.advance('P1D');
  await review.site.get('admin', 'verify-removals', { cycleId: review.cycleId });
  const { outcome, undoable } = await review.lineOf(people.casey);
  const { text } = await review.file('lines.csv');
  return { outcome, undoable, saving: savingOf(text) };
}

function savingOf(csv: string): string | undefined {
  const [head = '', ...rows] = csv.trim().split('\r\n');
  const column = head.split(',').indexOf('saving');
  return rows
    .find((row) => row.includes(people.casey))
    ?.split(',')
    .at(column - head.split(',').length);
}

test('A removal whose answer was lost is ours once a log names who made it', async () => {
  const review = await aLostAnswer('drop-after-write');
  expect(await afterADay(review)).toEqual({ outcome: 'removed', undoable: true, saving: 'verified' });
});

test('A membership that somebody else ended after a crash is theirs: no saving, and nothing to give back', async () => {
  const review = await aLostAnswer('crash', ({ site }) => {
    site.host.apply({ do: 'remove-from-group', group: groups.jiraUsers, account: people.casey });
  });
  expect(await afterADay(review)).toEqual({ outcome: 'removed', undoable: false, saving: '' });
  expect((await review.file('removals.csv')).text).toContain('somebody else may have ended it');
});
