import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aRunningSite, openAs, type RunningSite } from './a-running-site';

let site: RunningSite;

beforeAll(async () => {
  site = await aRunningSite();
  const accountId = site.host.organization.seed.personas['admin'] ?? '';
  await site.host.invoke({ accountId, resolver: 'start-scan', payload: {} });
  await site.host.drain();
  await site.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
});

afterAll(async () => {
  await site.close();
});

async function choose(label: string, option: string): Promise<void> {
  await site.page.getByLabel(label, { exact: true }).click();
  await site.page.getByRole('option', { name: option, exact: true }).click();
}

async function save(name: string, confirm: string): Promise<void> {
  await site.page.getByRole('button', { name: 'Save filter' }).click();
  const dialog = site.page.getByRole('dialog');
  await dialog.getByLabel('Name').fill(name);
  await dialog.getByRole('button', { name: confirm, exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
}

/** One way, in order: each step stands on what the one before left. */
describe('the filters of a list', () => {
  it('stand in a link that opens the same list for somebody else', async () => {
    const { page } = site;
    await openAs(site, 'admin', 'Seats');
    await choose('Verdict', 'Owner decides');
    await choose('Sort by', 'Product');
    await page.getByRole('button', { name: 'page 2', exact: true }).click();
    const shown = page.getByText(/^26 to 50 of \d+ seats$/);
    await shown.waitFor();
    const text = await shown.textContent();
    await page.getByRole('button', { name: 'Copy link' }).click();
    await page.getByText('Link copied').waitFor();
    const link = new URL(await page.evaluate(() => navigator.clipboard.readText()));
    link.searchParams.set('as', 'second-admin');
    await page.goto(link.href);
    await page.getByText(text ?? '', { exact: true }).waitFor();
  });

  it('show their link where the browser refuses to copy it', async () => {
    const { page } = site;
    await openAs(site, 'admin', 'Seats');
    await page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error('refused'));
    });
    await choose('Verdict', 'Split');
    await page.getByRole('button', { name: 'Copy link' }).click();
    await page
      .getByRole('dialog')
      .getByText(/\/seats\?.*verdict=split/)
      .waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
  });

  it('are saved under a name and chosen again', async () => {
    const { page } = site;
    await openAs(site, 'admin', 'Seats');
    await choose('Verdict', 'Needs facts');
    await save('Needs facts only', 'Save');
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await choose('Saved filter', 'Needs facts only');
    await page.waitForURL(/verdict=hold/);
    expect(await page.getByText('Local cleanup', { exact: true }).count()).toBe(0);
  });

  it('are replaced under the same name only by a button that says so', async () => {
    const { page } = site;
    await choose('Product', 'Jira');
    await save('Needs facts only', 'Replace');
    await openAs(site, 'admin', 'Seats');
    await choose('Saved filter', 'Needs facts only');
    await page.waitForURL(/product=jira-software/);
  });

  it("are nobody else's", async () => {
    const { page } = site;
    await openAs(site, 'second-admin', 'Seats');
    await page.getByText('None saved yet').waitFor();
  });

  it('are gone when they are removed', async () => {
    const { page } = site;
    await openAs(site, 'admin', 'Seats');
    await choose('Saved filter', 'Needs facts only');
    await page.getByRole('button', { name: 'Remove saved filter' }).click();
    await page.getByText('None saved yet').waitFor();
  });

  it('drew everything with components it knows, without a complaint', async () => {
    expect(await site.page.locator('.unknown-node').count()).toBe(0);
    expect(site.complaints).toEqual([]);
  });
});
