import { beforeAll, describe, expect, test } from 'vitest';

import { bundledSeed } from '../local/generate/bundled';
import { aReview, REVIEW_SETTINGS, type Review } from './a-review';

/** product.md §12: what the key reads of other products is an administrator's to show. */
describe('Seats outside Jira', () => {
  let review: Review;
  beforeAll(async () => {
    review = await aReview({ seed: bundledSeed() });
  });

  const productsSeen = async (who: string): Promise<Set<string>> => {
    const { site, cycleId } = review;
    const lines = await site.get(who, 'list-lines', { cycleId, limit: 100 });
    const seats = await site.get(who, 'list-seats', { limit: 100, sort: 'product' });
    return new Set([...lines.rows, ...seats.rows].map(({ product }) => product));
  };

  test('are not shown to who administers Jira and no more', async () => {
    const seen = await productsSeen('jira-admin');
    expect([...seen].filter((product) => !product.startsWith('jira-'))).toEqual([]);
  });

  test('are refused one by one as well', async () => {
    const [line] = await review.lines({ product: 'confluence' });
    if (line === undefined) throw new Error('The bundled review has Confluence lines.');
    const { site, cycleId } = review;
    const seat = { accountId: line.accountId, product: 'confluence' };
    expect((await site.refusal('jira-admin', 'get-seat', seat)).code).toBe('access.denied');
    expect((await site.refusal('jira-admin', 'get-seat-history', seat)).code).toBe('access.denied');
    const asked = { cycleId, line: line.line };
    expect((await site.refusal('jira-admin', 'get-line', asked)).code).toBe('access.denied');
    expect((await site.refusal('jira-admin', 'get-trace', asked)).code).toBe('access.denied');
  });

  test('are not counted through a group that gives nothing else', async () => {
    const { site } = review;
    const { rows } = await site.get('admin', 'list-groups', { product: 'confluence', limit: 100 });
    const wiki = rows.find(({ grants }) => grants.every(({ product }) => !product.startsWith('jira-')));
    const asked = { groupId: wiki?.id ?? '' };
    expect((await site.get('admin', 'get-group-use', asked)).severity).toBe('unread');
    expect((await site.refusal('jira-admin', 'get-group-use', asked)).code).toBe('access.denied');
  });

  test('are left out of what would remain, unless they would end', async () => {
    const { site } = review;
    const wiki = await site.get('admin', 'list-seats', {
      product: 'confluence',
      verdict: 'keep',
      limit: 100,
    });
    const holders = new Set(wiki.rows.map(({ accountId }) => accountId));
    const { rows } = await site.get('admin', 'list-seats', {
      product: 'jira-software',
      verdict: 'keep',
      limit: 100,
    });
    const both = rows.find(({ accountId }) => holders.has(accountId));
    if (both === undefined) throw new Error('Somebody of the bundled organization uses both products.');
    const asked = { accountId: both.accountId, product: 'jira-software' };
    const productsFor = async (who: string) => {
      const { outcomes, othersUnseen } = await site.get(who, 'get-seat', asked);
      return { wiki: outcomes.some(({ product }) => product === 'confluence'), othersUnseen };
    };
    expect([await productsFor('admin'), await productsFor('jira-admin')]).toEqual([
      { wiki: true, othersUnseen: false },
      { wiki: false, othersUnseen: true },
    ]);
  });

  test('are decided, undone, approved and returned by nobody who may not see them', async () => {
    const [line] = await review.lines({ product: 'confluence', verdict: 'cleanup' });
    if (line === undefined) throw new Error('The bundled review has Confluence cleanups.');
    const { site, cycleId } = review;
    const lines = [line.line];
    const own = Object.entries(site.memberships()).find(([, members]) =>
      members.includes(site.accountOf('jira-admin')),
    );
    site.host.organization.grantPermission('approve-removals', own?.[0] ?? '');
    expect((await site.get('jira-admin', 'get-session')).roles.approver).toBe(true);
    const { sequence } = await review.view();
    const reason = 'not mine to see';
    const commands = [
      ['decide-lines', review.decision(lines, 'keep', { note: reason })],
      ['undo-decision', { cycleId, lines, reason }],
      ['approve-lines', { cycleId, lines }],
      ['return-lines', { cycleId, lines, reason }],
    ] as const;
    for (const [resolver, payload] of commands)
      expect(await site.refusal('jira-admin', resolver, payload)).toEqual({
        code: 'access.denied',
        message: expect.stringMatching(/see seats of other products/) as string,
      });
    expect((await review.view()).sequence).toBe(sequence);
  });

  test('keep evidence, which covers all of them, from who may not see them', async () => {
    const { site, cycleId } = review;
    const questions = [
      ['download-evidence', { cycleId, file: 'population.csv' }],
      ['get-sample', { cycleId }],
      ['download-sample', { cycleId, seed: 's', file: 'sample.csv' }],
    ] as const;
    for (const [resolver, payload] of questions)
      expect((await site.refusal('jira-admin', resolver, payload)).code).toBe('access.denied');
  });

  test('are left out of the register of exceptions for who may not see them', async () => {
    const { site } = review;
    const [wiki] = await review.lines({ product: 'confluence', verdict: 'hold' });
    const [jira] = await review.lines({ product: 'jira-software', verdict: 'hold' });
    if (wiki === undefined || jira === undefined) throw new Error('The bundled review has holds of both.');
    const asked = { note: 'year-end closing', until: '2027-03-01T00:00:00Z' };
    for (const { bundle, line } of [wiki, jira])
      await review.decide('admin', bundle.length > 0 ? bundle : [line], 'exception', asked);
    const seen = await site.get('jira-admin', 'list-exceptions', {});
    expect(seen.products).toEqual(['jira-software']);
    expect((await site.get('admin', 'list-exceptions', {})).products).toEqual([
      'confluence',
      'jira-software',
    ]);
  });

  test('are covered by no exemption that somebody approves who may not see them', async () => {
    const { site } = review;
    const match = { namePattern: 'Nobody of that name' };
    const asked = {
      match,
      expires: '2027-01-01T00:00:00Z',
      reason: 'audit',
      owner: site.accountOf('auditor'),
    };
    const every = (await site.get('admin', 'ask-exemption', asked)).rows[0]?.exemptionId;
    const jira = await site.get('admin', 'ask-exemption', { ...asked, product: 'jira-software' });
    const refusal = await site.refusal('jira-admin', 'approve-exemption', { exemptionId: every });
    expect(refusal.message).toMatch(/see seats of other products/);
    const exemptionId = jira.rows[0]?.exemptionId ?? '';
    const { rows } = await site.get('jira-admin', 'approve-exemption', { exemptionId });
    expect(rows[0]?.state).toBe('in-force');
    expect((await site.get('jira-admin', 'preview-exemption', { match })).isPartial).toBe(true);
  });

  test('are shown to administrators of the site', async () => {
    expect(await productsSeen('admin')).toContain('confluence');
  });

  test('are shown to all reviewers once an administrator allows it', async () => {
    await review.site.get('admin', 'save-review-settings', {
      ...REVIEW_SETTINGS,
      readersSeeOtherProducts: true,
    });
    expect(await productsSeen('jira-admin')).toContain('confluence');
  });
});
