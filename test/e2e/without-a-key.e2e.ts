import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PlanView } from '../../src/contract/execution-replies';
import type { Replies } from '../../src/contract/replies';
import type { LineList } from '../../src/contract/review-replies';
import { bundledSeed } from '../local/generate/bundled';
import { toUserExport } from '../local/generate/user-export';
import { parseSeed } from '../local/organization/seed';
import { invokeAsAdmin } from '../local/prepare';
import { runPlan } from './a-review-on-screen';
import { aRunningSite, lostMemberships, openAs, type RunningSite } from './a-running-site';

const SHOTS = resolve('screenshots');

let site: RunningSite;

beforeAll(async () => {
  mkdirSync(SHOTS, { recursive: true });
  site = await aRunningSite({ orgKey: false });
});

afterAll(async () => {
  await site.close();
});

function choose(text: string): Promise<void> {
  const buffer = Buffer.from(text);
  return site.page.setInputFiles('input[type=file]', { name: 'export.csv', mimeType: 'text/csv', buffer });
}

/** A review whose local cleanups are approved, with nobody to be told first and default groups confirmed. */
async function approveCleanups(): Promise<void> {
  const { host } = site;
  const ask = (resolver: string, payload: unknown) => invokeAsAdmin(host, resolver, payload);
  await ask('save-calendar', {
    ...{ billing: [], recurrence: { kind: 'off' }, leadDays: 21, noticeDays: 0, executionDays: 1 },
  });
  const { cycleId } = (await ask('open-cycle', {})) as Replies['open-cycle'];
  const { rows } = (await ask('list-lines', { cycleId, verdict: 'cleanup', limit: 250 })) as LineList;
  const lines = rows.filter(({ bundle }) => bundle.length === 0).map(({ line }) => line);
  await ask('decide-lines', { cycleId, lines, decision: 'remove', reason: 'follows-recommendation' });
  const accountId = host.organization.seed.personas['approver'] ?? '';
  await host.invoke({ accountId, resolver: 'approve-lines', payload: { cycleId, lines } });
  for (const { id: groupId } of ((await ask('get-plan', { cycleId })) as PlanView).toConfirm)
    await ask('confirm-group', { groupId, reason: 'Made by hand' });
}

/** In order: each step stands on what the one before left. */
describe('a site without an organization key', () => {
  it('says where a file cannot be understood, and imports nothing of it', async () => {
    const { page } = site;
    await openAs(site, 'admin', 'Settings');
    await page.getByText('No export is imported').waitFor();
    await page.getByRole('button', { name: 'Import an export' }).click();
    await choose(toUserExport(parseSeed(bundledSeed())).replace(/,\d+ \w{3} 2025,/, ',03/04/2025,'));
    await page
      .getByText(/Row [\d,]+, column “.+”: “03\/04\/2025” can be read as two different days/)
      .waitFor();
    await page.screenshot({ path: resolve(SHOTS, 'import-problem.png') });
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await page.getByText('Nothing is imported while the file has problems.').waitFor();
  });

  it('shows the first rows as they were understood before they count', async () => {
    const { page } = site;
    await choose(toUserExport(parseSeed(bundledSeed())));
    await page.getByText(/^[\d,]+ rows understood$/).waitFor();
    await page.getByRole('heading', { name: 'What each column tells' }).waitFor();
    await page.screenshot({ path: resolve(SHOTS, 'import-understood.png') });
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await page.getByText(/people, as of .*Scans go by it until/).waitFor();
  });

  it('recommends cleanups as of the export', async () => {
    const { page } = site;
    await openAs(site, 'admin', 'Overview');
    await page.getByRole('button', { name: 'Scan now', exact: true }).click();
    await page.getByText('Last scan complete').waitFor();
    await openAs(site, 'admin', 'Seats');
    await page.getByText('Local cleanup').first().waitFor();
    await page.screenshot({ path: resolve(SHOTS, 'seats-without-a-key.png') });
  });

  it('says on the plan who may remove, and as of which day last use is', async () => {
    await approveCleanups();
    const { page } = site;
    await openAs(site, 'admin', 'Execute');
    await page.getByText('with the organization key: not possible. No organization key is stored').waitFor();
    await page.getByText('You, slice by slice from this page: possible.').waitFor();
    await page.getByText(/^Last use after .* is not read again$/).waitFor();
  });

  it('removes what is approved, and finds the access gone', async () => {
    const { page, host } = site;
    const before = host.organization.memberships();
    const planned = await runPlan(site, /people? done|worked on/, async (name) => {
      await page.screenshot({ path: resolve(SHOTS, `${name}-without-a-key.png`), fullPage: true });
    });
    expect(planned.length).toBeGreaterThan(0);
    expect(lostMemberships(before, host.organization.memberships())).toEqual(planned);
    await host.drain();
    await host.advance('PT3M');
    await openAs(site, 'admin', 'Execute');
    await page.getByText('access gone', { exact: false }).first().waitFor();
    await page.screenshot({ path: resolve(SHOTS, 'checked-without-a-key.png'), fullPage: true });
  });

  it('has said nothing on the console', () => {
    expect(site.complaints).toEqual([]);
  });
});
