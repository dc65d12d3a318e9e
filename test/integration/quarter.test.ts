import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import type { OrganizationEvent } from '../../src/domain/organization-events';
import { ORGANIZATION_LEDGER } from '../../src/usecases/organization-ledger';
import { readLedger } from '../../scripts/headless/stored-ledger';
import { createHost } from '../local/host';
import { accountOf, quarterSeed, type Person } from '../scenarios/quarter/people';
import { playQuarter, type Quarter } from '../scenarios/quarter/play-quarter';

const PLAYING_MS = 120_000;

const told: string[] = [];
let quarter: Quarter;

beforeAll(async () => {
  quarter = await playQuarter(await createHost({ seed: quarterSeed() }), (line) => told.push(line));
}, PLAYING_MS);
afterAll(() => quarter.stage.host.close());

const organizationRecords = () => readLedger<OrganizationEvent>(quarter.stage.host, ORGANIZATION_LEDGER);

type Month = 'october' | 'november' | 'december';

const linesOf = (month: Month, holder: Person) => quarter.stage.linesOf('rosa', quarter[month], holder);

async function reviewOf(month: Month) {
  const view = await quarter.stage.as('rosa', 'get-cycle', { cycleId: quarter[month] });
  if (view === null) throw new Error(`There is no review of ${month}.`);
  return view;
}

async function historyOf(holder: Person): Promise<string[]> {
  const seat = { accountId: accountOf(holder), product: 'jira-software' };
  return (await quarter.stage.as('rosa', 'get-seat-history', seat)).entries.map(({ text }) => text);
}

describe('A quarter of ten people ends with the same hash', () => {
  // Every word, field and order of a record counts, so a change that is meant changes this hash as well. Read what
  // `npm run --silent scenario -- --quarter` tells, then renew the file: npx vitest run test/integration/quarter -u
  test('on every machine, whenever it is played', async () => {
    await expect(`${quarter.finalHash}\n`).toMatchFileSnapshot('../scenarios/quarter/final-hash.txt');
  });

  test('which seals the last record of each review', async () => {
    const records = await organizationRecords();
    const sealed = records.flatMap(({ event }) => (event.kind === 'cycle-ended' ? [event.headHash] : []));
    const heads = await Promise.all(
      (['october', 'november', 'december'] as const).map(async (month) => (await reviewOf(month)).headHash),
    );
    expect(sealed).toEqual(heads);
  });
});

describe('In the quarter', () => {
  test('the calendar drafts each month’s review, and people sign all of them off', async () => {
    const records = await organizationRecords();
    const drafted = records.flatMap(({ event, actor }) =>
      event.kind === 'cycle-drafted' ? [[actor.role, event.occasion]] : [],
    );
    expect(drafted).toEqual([
      ['app', 'billing:2026-10-31'],
      ['app', 'billing:2026-11-30'],
      ['app', 'billing:2026-12-31'],
    ]);
    const cycles = await quarter.stage.as('anna', 'list-cycles');
    expect(cycles.map(({ state }) => state)).toEqual(['signed-off', 'signed-off', 'signed-off']);
  });

  test('a line is carried over into the second month with the question that was asked in the first', async () => {
    const [line] = await linesOf('november', 'erik');
    expect(line).toMatchObject({
      carriedFrom: quarter.october,
      change: 'decided-otherwise',
      before: { decision: 'route-out', outcome: 'carried' },
    });
    expect((await historyOf('erik')).slice(0, 7)).toEqual([
      'Frozen into the review.',
      'Decided: route out, asking the owner of business, reason: follows recommendation.',
      'Signed off; this line goes on in the next review; Olga Petrenko owns it, due on 8 Nov 2026.',
      'Frozen into the review.',
      'Open handoffs were carried over.',
      'Olga Petrenko answered “may be removed”. Contract ended.',
      'Decided: remove, reason: follows recommendation.',
    ]);
  });

  test('a line is returned with a reason and decided again', async () => {
    expect((await historyOf('devi')).slice(1, 6)).toEqual([
      'Decided: remove, reason: follows recommendation.',
      'Returned by the approver: Devi is on leave until winter.',
      expect.stringMatching(/^Decided: keep as an exception until 1 Dec 2026/),
      'Approved.',
      'Signed off.',
    ]);
  });

  test('a route-out is removed because its owner consented', async () => {
    const lines = await linesOf('november', 'erik');
    expect(lines.map(({ verdict, outcome, verification }) => [verdict, outcome, verification])).toEqual([
      ['route-out', 'removed', 'access-gone'],
      ['route-out', 'removed', 'access-gone'],
    ]);
  });

  test('somebody back in the group after the sign-off is called rebounded by the next draft', async () => {
    expect(await linesOf('october', 'casey')).toMatchObject([{ outcome: 'removed' }]);
    expect(await linesOf('november', 'casey')).toMatchObject([{ change: 'rebounded' }]);
  });

  test('an exception expires, and its seat is a line again', async () => {
    const { rows } = await quarter.stage.as('rosa', 'list-exceptions', {});
    expect(rows).toMatchObject([{ accountId: accountOf('devi'), state: 'expired' }]);
    await expect(linesOf('november', 'devi')).rejects.toThrow(/no line/);
    expect(await linesOf('december', 'devi')).toMatchObject([{ outcome: 'removed' }]);
  });

  test('a keep with a day holds in the month after', async () => {
    expect(await linesOf('december', 'casey')).toMatchObject([{ outcome: 'kept-until', state: 'closed' }]);
  });

  test('an override is counted and printed on the sign-off', async () => {
    const { overrides, statement } = await reviewOf('december');
    expect(overrides).toBe(1);
    expect(statement).toContain('Priya, the other approver, holds the seat.');
    expect((await reviewOf('october')).overrides).toBe(0);
  });

  test('each of the three months is told', () => {
    expect(told.filter((line) => line.startsWith('\n')).map((line) => line.trim())).toEqual([
      'October 2026',
      'November 2026',
      'December 2026',
      expect.stringMatching(/^Final hash of the ledgers: [0-9a-f]{64}$/),
    ]);
  });
});
