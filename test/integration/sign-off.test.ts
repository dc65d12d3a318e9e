import { beforeAll, describe, expect, test } from 'vitest';
import Papa from 'papaparse';

import { findChainFault } from '../../src/domain/evidence/hash-chain';
import type { LedgerRecord } from '../../src/domain/evidence/record';
import { resolvers, type ResolverName } from '../../src/contract/resolvers';
import { groups, people, stale, tiny, withStalePeople } from './a-seed';
import { aReview, type Review } from './a-review';
import { scanDocument } from './scan-document';
import { everyPayload } from './every-payload';

const HERE = { until: '2027-02-01T00:00:00Z', note: 'seasonal worker' };

/** A whole month: everything decided, three removals carried out, verified after a day; not signed off yet. */
async function aWorkedOffReview(): Promise<Review> {
  const review = await aReview({ seed: tiny((seed) => withStalePeople(seed, 3)) });
  const { lines } = { lines: (id: string) => review.numbersOf([id]) };
  await review.approveRemovalOf(people.casey, stale(1));
  await review.approveRemovalOf(people.devi);
  await review.decide('admin', await lines(stale(2)), 'keep', { reason: 'on-leave', note: 'back in March' });
  await review.decide('admin', await lines(stale(3)), 'exception', { reason: 'seasonal-use', ...HERE });
  await review.approve('approver', await lines(stale(3)));
  await review.decide('admin', await lines(people.jenkins), 'route-out');
  await review.decide('admin', await lines(people.erin), 'route-out');
  await review.decide('admin', await lines(people.fay), 'wait');
  return review;
}

describe('From the plan to the sign-off', () => {
  let review: Review;
  let before: Record<string, string[]>;
  const planned = [
    `${people.casey}/${groups.jiraUsers}`,
    `${people.devi}/${groups.jiraUsers}`,
    `${stale(1)}/${groups.jiraUsers}`,
  ];

  beforeAll(async () => {
    review = await aWorkedOffReview();
    before = review.site.memberships();
  });

  test('the plan shows each removal with what ends and what stays', async () => {
    const plan = await review.plan();
    expect(plan.items.map(({ accountId, ends, stays }) => ({ accountId, ends, stays }))).toEqual([
      { accountId: people.casey, ends: ['Jira'], stays: [] },
      { accountId: people.devi, ends: [], stays: ['Jira'] },
      { accountId: stale(1), ends: ['Jira'], stays: [] },
    ]);
    expect(plan).toMatchObject({ people: 3, writes: 3, skips: [], mayStart: true });
  });

  test('exactly the planned memberships are gone afterwards', async () => {
    const run = await review.run('admin');
    expect(run).toMatchObject({ state: 'ended', people: 3, done: 3, sent: 3, blocked: 0, cancelled: 0 });
    const after = review.site.memberships();
    const gone = Object.entries(before).flatMap(([group, members]) =>
      members.filter((member) => !after[group]?.includes(member)).map((member) => `${member}/${group}`),
    );
    expect(gone.sort()).toEqual(planned);
    expect(Object.values(after).flat()).toHaveLength(Object.values(before).flat().length - 3);
  });

  test('each was sent once, as the executor', () => {
    expect(review.site.removals()).toEqual(planned);
    const actors = review.site.calls('DELETE').map((call) => call.as);
    expect(new Set(actors)).toEqual(new Set([`user:${people.ada}`]));
  });

  test('minutes later the first check finds what ended and what stays', async () => {
    await review.site.host.drain();
    const found = await Promise.all([people.casey, stale(1), people.devi].map((id) => review.lineOf(id)));
    expect(found.map(({ state, verification }) => [state, verification])).toEqual([
      ['verifying', 'access-gone'],
      ['verifying', 'access-gone'],
      ['verifying', 'membership-gone'],
    ]);
  });

  test('sign-off still waits for the check after a day', async () => {
    const { blockers } = await review.view();
    expect(blockers).toEqual(['3 removals wait for their check after a day.']);
  });

  test('after a day the lines close as removed', async () => {
    await review.site.host.advance('PT25H');
    await review.site.host.trigger('seattrace-hourly');
    await review.site.host.drain();
    const view = await review.view();
    expect(view).toMatchObject({ state: 'verifying', blockers: [] });
    expect(view.counts.byOutcome).toEqual({ removed: 3, kept: 1, excepted: 1, routed: 2, waiting: 1 });
  });

  test('somebody else signs, and the statement is printed with it', async () => {
    const { site, cycleId } = review;
    const view = await site.get('approver', 'sign-off', { cycleId, statement: 'Reviewed in full.' });
    expect(view).toMatchObject({ state: 'signed-off', signedOffBy: people.bram });
    expect(view.statement).toMatch(/does not certify that access of active users/);
    expect(view.statement).toMatch(/7 seats enumerated|10 seats enumerated/);
    expect(view.statement?.split('\n').at(-1)).toBe(`Signed by ${people.bram}: Reviewed in full.`);
    for (const sentence of view.conduct) expect(view.statement).toContain(sentence);
  });

  describe('afterwards', () => {
    const COMMANDS: readonly ResolverName[] = [
      'cancel-cycle',
      'decide-lines',
      'undo-decision',
      'end-deciding',
      'acknowledge-unexplained',
      'approve-lines',
      'return-lines',
      'start-run',
      'answer-handoffs',
      'sign-off',
    ];

    test.each(COMMANDS)('%s is refused and the ledger stays as it is', async (name) => {
      const { site, cycleId } = review;
      const before = await review.view();
      for (const who of ['admin', 'approver'])
        expect((await site.ask(who, name, { ...(everyPayload[name] as object), cycleId })).ok).toBe(false);
      expect(await review.view()).toEqual(before);
    });

    test('a further check adds nothing to the signed-off ledger', async () => {
      const { site, cycleId } = review;
      const { headHash } = await review.view();
      await site.ask('admin', 'verify-removals', { cycleId });
      await site.host.advance('P8D');
      await site.host.trigger('seattrace-hourly');
      await site.host.drain();
      expect((await review.view()).headHash).toBe(headHash);
    });

    test('every resolver that changes a review was asked', () => {
      const changing = Object.keys(resolvers).filter(
        (name) =>
          /^(decide|undo-decision|end|acknowledge|approve|return|start-run|answer|sign|cancel)/.test(name) &&
          !/-(exemption|delegation|exception)$/.test(name),
      );
      expect(changing.sort()).toEqual([...COMMANDS].sort());
    });
  });

  describe('The evidence', () => {
    const rowsOf = (csv: string): Record<string, string>[] => {
      const { data, errors } = Papa.parse<Record<string, string>>(csv, {
        header: true,
        skipEmptyLines: true,
      });
      expect(errors).toEqual([]);
      return data;
    };

    test('lists the files with as many rows as they have', async () => {
      const { site, cycleId } = review;
      const { files, chainIntact } = await site.get('admin', 'get-evidence', { cycleId });
      expect(chainIntact).toBe(true);
      for (const name of ['population.csv', 'lines.csv', 'removals.csv'] as const) {
        const rows = rowsOf((await review.file(name)).text);
        expect([name, rows.length]).toEqual([name, files.find(({ file }) => file === name)?.rows]);
      }
    });

    test('holds the whole population, keeps too, also for a person without Jira administration', async () => {
      const rows = rowsOf((await review.file('population.csv')).text);
      expect(rows.map(({ account_id, product }) => `${String(account_id)}/${String(product)}`)).toContain(
        `${people.gil}/confluence`,
      );
      expect(rows).toHaveLength(13);
    });

    test('lines.csv tells decider, approver, executor and proof of each removal', async () => {
      const rows = rowsOf((await review.file('lines.csv')).text);
      expect(rows.find(({ account_id }) => account_id === people.casey)).toMatchObject({
        decision: 'remove',
        decided_by: people.ada,
        approved_by: people.bram,
        executor: people.ada,
        outcome: 'removed',
        verification: 'access-gone',
      });
    });

    test('ledger.json is a chain without a fault that ends in the sealed head', async () => {
      const { text } = await review.file('ledger.json');
      const { records, head } = JSON.parse(text) as { records: LedgerRecord[]; head: string };
      expect(findChainFault(records, head)).toBeNull();
      expect(head).toBe((await review.view()).headHash);
      expect(records.every(({ actor }) => actor.proof !== '')).toBe(true);
    });

    test('a record that is changed, missing or moved is found', async () => {
      const { text } = await review.file('ledger.json');
      const { records, head } = JSON.parse(text) as { records: LedgerRecord[]; head: string };
      const changed = structuredClone(records);
      Object.assign(changed[3] ?? {}, { at: '2026-12-01T00:00:00.000Z' });
      const moved = [...records.slice(1, 3).reverse()];
      const faults = [
        findChainFault(changed, head),
        findChainFault(records.slice(0, -1), head),
        findChainFault([...records.slice(0, 2), ...records.slice(3)], head),
        findChainFault([...records.slice(0, 1), ...moved, ...records.slice(3)], head),
      ];
      expect(faults.every((fault) => fault !== null)).toBe(true);
    });

    test('cycle.json holds rules, population and sign-off', async () => {
      const document = JSON.parse((await review.file('cycle.json')).text) as Record<string, unknown>;
      expect(JSON.stringify(document)).toContain('Reviewed in full.');
    });

    test('holds account ids and no names', async () => {
      for (const name of [
        'population.csv',
        'lines.csv',
        'removals.csv',
        'ledger.json',
        'cycle.json',
      ] as const)
        expect((await review.file(name)).text).not.toMatch(/Casey|Jenkins|@northwind/);
    });

    test('asks for no part that is not there', async () => {
      const { site, cycleId } = review;
      const refused = await site.refusal('admin', 'download-evidence', {
        cycleId,
        file: 'lines.csv',
        part: 1,
      });
      expect(refused.code).toBe('input.invalid');
    });
  });

  test('a later scan shows the seats as gone', async () => {
    await review.site.host.advance('PT1M');
    await review.site.scan();
    const { seats } = await scanDocument(review.site);
    const left = seats.filter(({ product }) => product === 'jira-software');
    expect(left.map(({ accountId }) => accountId)).not.toContain(people.casey);
    expect(left.map(({ accountId }) => accountId)).toContain(people.devi);
  });
});
