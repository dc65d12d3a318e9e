import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { invokeAsAdmin } from '../local/prepare';
import { runDailyScan } from '../local/server/daily-scan';
import { aRunningSite, openAs, type RunningSite } from './a-running-site';

const SHOTS = resolve('screenshots');

let site: RunningSite;

beforeAll(async () => {
  mkdirSync(SHOTS, { recursive: true });
  site = await aRunningSite();
});

afterAll(async () => {
  await site.close();
});

/** A review of every product whose every line closed as kept, signed off by somebody else. */
async function signOffReview(): Promise<void> {
  const { host } = site;
  await invokeAsAdmin(host, 'start-scan', {});
  await host.drain();
  await invokeAsAdmin(host, 'open-cycle', {});
  const accountId = host.organization.seed.personas['second-admin'] ?? '';
  const ask = async (resolver: string, payload: unknown): Promise<unknown> => {
    const reply = (await host.invoke({ accountId, resolver, payload })) as { data: unknown };
    return reply.data;
  };
  const { cycleId } = (await ask('get-cycle', {})) as { cycleId: string };
  await host.advance('P21D');
  await invokeAsAdmin(host, 'end-deciding', { cycleId, reason: 'the due date is over' });
  await ask('sign-off', { cycleId, statement: 'all is well' });
  await host.advance('P11D');
}

/** In order: each step stands on what the one before left. */
describe('the calendar of reviews', () => {
  it('takes from the customer when a product bills, and says what follows', async () => {
    const { page } = site;
    await signOffReview();
    await openAs(site, 'admin', 'Settings');
    await page.getByText('No billing period is entered.', { exact: true }).waitFor();
    await page.getByRole('combobox', { name: /Last day of a period/ }).fill('30 Nov 2026');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Add billing period' }).click();
    await page.getByText('Jira, monthly; a period ends on 30 Nov 2026').waitFor();
    await page.getByRole('button', { name: 'Save calendar' }).click();
    await page.getByText(/^Jira bills anew after \d+ \w+ 20\d\d: decide and approve by/).waitFor();
  });

  it('drafts the review by the daily scan, and says so on the overview', async () => {
    const { page } = site;
    expect(await runDailyScan(site.host, 'seattrace-hourly')).toBe(true);
    await openAs(site, 'admin', 'Overview');
    await page.getByText(/^lines in the draft of the next review: open it to begin deciding/).waitFor();
  });

  it('compares it with the review before, and lists who is no line any more', async () => {
    const { page } = site;
    await openAs(site, 'admin', 'Review');
    await page.getByText('Since the last signed-off review').waitFor();
    await page.getByText('As in the last review:').waitFor();
    await page.screenshot({ path: resolve(SHOTS, 'draft.png') });
  });

  it('opens it on the number of lines that the rule for silence would touch', async () => {
    const { page } = site;
    await page.getByRole('button', { name: 'Open this review' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(/^Touches \d+ lines if nobody decides any of them/).waitFor();
    await page.screenshot({ path: resolve(SHOTS, 'open-review.png') });
    await dialog.getByRole('button', { name: 'Open review' }).click();
    await page.getByText('lines are undecided').first().waitFor();
    await page
      .getByRole('button', { name: /^\d+ lines$/ })
      .last()
      .click();
    await page
      .getByText(/^As in the last review \(nobody answered\)/)
      .first()
      .waitFor();
  });

  it('drew everything with components it knows, without a complaint', async () => {
    expect(await site.page.locator('.unknown-node').count()).toBe(0);
    expect(site.complaints).toEqual([]);
  });
});
