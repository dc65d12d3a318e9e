import { beforeAll, describe, expect, test } from 'vitest';

import type { PlanView, RunView } from '../../src/contract/execution-replies';
import type { LineRow } from '../../src/contract/review-replies';
import { findChainFault } from '../../src/domain/evidence/hash-chain';
import type { LedgerRecord } from '../../src/domain/evidence/record';
import { bundledSeed } from '../local/generate/bundled';
import { aReview, type Review, endDeciding } from './a-review';
import { scanDocument } from './scan-document';

type Document = Awaited<ReturnType<typeof scanDocument>>;

const pairsOf = (memberships: Record<string, string[]>): string[] =>
  Object.entries(memberships).flatMap(([group, members]) => members.map((member) => `${member}/${group}`));

const seatsOf = ({ seats }: Document, verdict?: string): string[] =>
  seats
    .filter((seat) => verdict === undefined || seat.verdict === verdict)
    .map(({ accountId, product }) => `${accountId}/${product}`);

/** Lines that follow the recommendation to remove, with whole bundles only. */
function removable(lines: readonly LineRow[]): number[] {
  const byNumber = new Map(lines.map((line) => [line.line, line]));
  const isCleanup = (number: number): boolean => byNumber.get(number)?.verdict === 'cleanup';
  return lines
    .filter(({ line, bundle }) => isCleanup(line) && bundle.every(isCleanup))
    .map(({ line }) => line);
}

describe('A month of the bundled organization, every cleanup removed', () => {
  let review: Review;
  let before: { memberships: string[]; document: Document };
  let plan: PlanView;
  let run: RunView;
  let lines: number[];

  beforeAll(async () => {
    review = await aReview({ seed: bundledSeed(), settings: { peoplePerRun: 500 } });
    const { site } = review;
    before = { memberships: pairsOf(site.memberships()), document: await scanDocument(site) };
    lines = removable(await review.lines());
    await review.decide('admin', lines, 'remove');
    await review.approve('approver', lines);
    plan = await review.plan('second-admin');
    for (const { id } of plan.toConfirm)
      await site.get('second-admin', 'confirm-group', { groupId: id, reason: 'made by hand' });
    plan = await review.plan('second-admin');
    run = await review.run('second-admin');
  });

  const planned = (): string[] =>
    plan.items.flatMap(({ accountId, groups }) => groups.map(({ id }) => `${accountId}/${id}`));

  test('plans all of them', () => {
    expect(lines.length).toBeGreaterThan(50);
    expect(plan.skips).toEqual([]);
    expect(plan.items.flatMap((item) => item.lines).sort((a, b) => a - b)).toEqual(lines);
  });

  test('removes exactly the planned memberships', () => {
    expect(run).toMatchObject({ state: 'ended', blocked: 0, cancelled: 0, sent: plan.writes });
    const after = new Set(pairsOf(review.site.memberships()));
    expect(before.memberships.filter((pair) => !after.has(pair)).sort()).toEqual(planned().sort());
    expect(after.size).toBe(before.memberships.length - plan.writes);
  });

  test('writes to no group of an identity provider, a team or administrators', async () => {
    const written = new Set(planned().map((pair) => pair.split('/')[1]));
    const forbidden = before.document.seats.flatMap(({ paths }) =>
      paths.flatMap(({ source, groupId, privileged }) =>
        groupId !== undefined && (privileged || ['scim', 'team', 'unknown'].includes(source))
          ? [groupId]
          : [],
      ),
    );
    expect(forbidden.length).toBeGreaterThan(0);
    expect(forbidden.filter((id) => written.has(id))).toEqual([]);
    const administering = review.site.host.organization.seed.groups.filter(
      ({ accessType }) => accessType !== undefined && accessType !== null,
    );
    expect(administering.filter(({ id }) => written.has(id))).toEqual([]);
    await Promise.resolve();
  });

  test('ends no seat that is in use or protected, and every seat that was to end', async () => {
    await review.site.host.drain();
    await review.site.host.advance('PT1M');
    await review.site.scan();
    const now = new Set(seatsOf(await scanDocument(review.site)));
    const kept = [...seatsOf(before.document, 'keep'), ...seatsOf(before.document, 'protected')];
    expect(kept.filter((seat) => !now.has(seat))).toEqual([]);
    const numbers = new Set(lines);
    const removed = (await review.lines()).filter(({ line }) => numbers.has(line));
    expect(removed.filter(({ accountId, product }) => now.has(`${accountId}/${product}`))).toEqual([]);
  });

  test('touches no seat but those of the plan', async () => {
    const now = new Set(seatsOf(await scanDocument(review.site)));
    const numbers = new Set(lines);
    const inPlan = new Set(
      (await review.lines())
        .filter(({ line }) => numbers.has(line))
        .map(({ accountId, product }) => `${accountId}/${product}`),
    );
    expect(seatsOf(before.document).filter((seat) => !now.has(seat) && !inPlan.has(seat))).toEqual([]);
  });

  test('proves after a day that each of them ended', async () => {
    await review.site.host.advance('PT25H');
    await review.site.host.trigger('seattrace-hourly');
    await review.site.host.drain();
    const numbers = new Set(lines);
    const removed = (await review.lines()).filter(({ line }) => numbers.has(line));
    expect(new Set(removed.map(({ verification }) => verification))).toEqual(new Set(['access-gone']));
    expect(new Set(removed.map(({ outcome }) => outcome))).toEqual(new Set(['removed']));
  });

  test('is signed off by somebody who did not carry it out', async () => {
    const { site, cycleId } = review;
    await endDeciding(site, cycleId);
    const statement = 'Reviewed, nobody answered for the rest.';
    expect((await site.refusal('second-admin', 'sign-off', { cycleId, statement })).code).toBe(
      'sign-off.not-allowed',
    );
    expect((await site.get('approver', 'sign-off', { cycleId, statement })).state).toBe('signed-off');
  });

  test('leaves a chain of evidence without a fault', async () => {
    const { text, parts } = await review.file('ledger.json');
    expect(parts).toBe(1);
    const { records, head } = JSON.parse(text) as { records: LedgerRecord[]; head: string };
    expect(findChainFault(records, head)).toBeNull();
  });
});
