import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Replies } from '../../src/contract/replies';
import type { PayloadOf, Reply, ResolverName } from '../../src/contract/resolvers';
import { aRunningSite, openAs, type RunningSite } from './a-running-site';

let site: RunningSite;

/** Asks the app itself, as a persona: what an auditor begins with needs no browser. */
async function ask<Name extends ResolverName>(
  who: string,
  resolver: Name,
  payload: PayloadOf<Name>,
): Promise<Replies[Name]> {
  const accountId = accountOf(who);
  const reply = (await site.host.invoke({ accountId, resolver, payload })) as Reply<Replies[Name]>;
  if (!reply.ok) throw new Error(`${resolver}: ${reply.error.message}`);
  return reply.data;
}

function accountOf(who: string): string {
  return site.host.organization.seed.personas[who] ?? '';
}

/** A review with one exception, signed off; the auditor is listed in Settings. */
async function aSignedOffReview(): Promise<void> {
  await ask('admin', 'start-scan', {});
  await site.host.drain();
  const { review } = await ask('admin', 'get-settings', {});
  await ask('admin', 'save-review-settings', {
    ...review,
    approvers: [...review.approvers],
    auditors: [accountOf('auditor')],
  });
  const { cycleId } = await ask('admin', 'open-cycle', {});
  const { rows } = await ask('admin', 'list-lines', { cycleId, verdict: 'cleanup', limit: 100 });
  const lines = rows.filter(({ bundle }) => bundle.length === 0).slice(0, 1);
  await ask('admin', 'decide-lines', {
    cycleId,
    lines: lines.map(({ line }) => line),
    decision: 'exception',
    reason: 'on-leave',
    note: 'Parental leave',
    control: 'Mailbox blocked',
    until: new Date(site.host.clock.now() + 90 * 86_400_000).toISOString(),
  });
  await ask('approver', 'approve-lines', { cycleId, lines: lines.map(({ line }) => line) });
  await site.host.advance('P21D');
  await ask('admin', 'end-deciding', { cycleId, reason: 'due' });
  await ask('approver', 'sign-off', { cycleId, statement: 'Reviewed in full.' });
}

async function download(file: string): Promise<string> {
  const { page } = site;
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: new RegExp(`^Download cycle-\\w+-${file}$`) }).click();
  return readFileSync(await (await waiting).path(), 'utf8');
}

beforeAll(async () => {
  site = await aRunningSite();
  await aSignedOffReview();
});

afterAll(async () => {
  await site.close();
});

describe('an auditor', () => {
  it('reads a signed-off review, with nothing to change', async () => {
    const { page } = site;
    await openAs(site, 'auditor', 'Evidence');
    await page.getByText(/^Signed by .*: Reviewed in full\.$/).waitFor();
    await page.getByText('Nothing was recorded since.').waitFor();
    await page.getByRole('button', { name: 'Trace', exact: true }).first().waitFor();
    for (const action of ['Sign off', 'Decide', 'Approve', 'Acknowledge'])
      expect(await page.getByRole('button', { name: action, exact: true }).count()).toBe(0);
  });

  it('follows one line from its frozen facts to the sign-off', async () => {
    const { page } = site;
    await openAs(site, 'auditor', 'Evidence');
    await page.getByRole('button', { name: 'Trace', exact: true }).first().click();
    await page.getByText('Frozen into the review.').waitFor();
    await page.getByText('Signed off.', { exact: true }).waitFor();
  });

  it('draws a sample by a seed, with a file that holds the same lines', async () => {
    const { page } = site;
    await openAs(site, 'auditor', 'Evidence');
    await page.getByRole('button', { name: 'Draw a sample' }).click();
    await page.getByLabel('Seed').fill('audit 2026');
    await page.getByLabel('Lines', { exact: true }).fill('5');
    await page.getByRole('button', { name: 'Draw', exact: true }).click();
    await page.getByText(/^5 of \d+ lines, drawn by the seed audit 2026\./).waitFor();
    const shown = await page.getByRole('heading', { name: /^Line \d+$/ }).allTextContents();
    const rows = Papa.parse<Record<string, string>>((await download('sample.csv')).trim(), { header: true });
    expect([...new Set(rows.data.map(({ line }) => `Line ${line ?? ''}`))]).toEqual(shown);
  });

  it('is given a seed where none is typed', async () => {
    const { page } = site;
    await openAs(site, 'auditor', 'Evidence');
    await page.getByRole('button', { name: 'Draw a sample' }).click();
    await page.getByRole('button', { name: 'Draw', exact: true }).click();
    await page.getByText(/^25 of \d+ lines, drawn by the seed [0-9a-f]{16}\./).waitFor();
    expect(await page.getByLabel('Seed').inputValue()).toMatch(/^[0-9a-f]{16}$/);
  });

  it('finds exceptions with their control and their days', async () => {
    const { page } = site;
    await openAs(site, 'auditor', 'Evidence');
    await page.getByRole('button', { name: 'Exceptions of all reviews' }).click();
    await page.getByText('1 exception (in force: 1).').waitFor();
    await page.getByText('Control: Mailbox blocked').waitFor();
    await page.getByText(/^Until .* \(in \d+ days\)$/).waitFor();
  });

  it('sees components that the page knows, without a complaint', async () => {
    expect(await site.page.locator('.unknown-node').count()).toBe(0);
    expect(site.complaints).toEqual([]);
  });
});
