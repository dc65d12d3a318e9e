import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildPage } from '../local/server/build-page';
import type { Served } from '../local/server/serve';
import { serve } from '../local/server/serve';
import { aServedHost } from '../unit/local-page/fake-host';
import { launchBrowser, newWindow } from './browser/launch-browser';

const host = aServedHost();
let served: Served;
let browser: Browser;
let page: Page;
const complaints: string[] = [];

/** The titled box of the gallery. */
const section = (title: string) =>
  page
    .locator('[data-testid="app"] > div > div')
    .filter({ has: page.getByRole('heading', { name: title, exact: true }) });

beforeAll(async () => {
  const pageFolder = await buildPage(resolve('.'));
  served = await serve(host, { port: 0, pageFolder, seedName: 'tiny' });
  browser = await launchBrowser();
  page = await (await newWindow(browser)).newPage();
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.goto(`${served.url}/?app=gallery&as=approver&theme=light`);
  await page.getByText('Theme: light').waitFor();
});

afterAll(async () => {
  await browser.close();
  await served.close();
});

describe('the component gallery', () => {
  it('acts as the persona of the address, on the administration page', async () => {
    expect(new URL(page.url()).pathname).toBe('/jira/settings/apps/seattrace-admin');
    await page.getByTestId('local-persona').getByText('Bram Approver (approver)').waitFor();
  });

  it('pages and sorts a table', async () => {
    const table = section('Tables');
    await table.getByText('Page 2', { exact: true }).waitFor();
    await table.getByRole('cell', { name: 'group-17' }).waitFor();
    await table.getByRole('button', { name: 'Page 4' }).first().click();
    await table.getByText('Page 4', { exact: true }).waitFor();
    await table.getByRole('button', { name: 'Group', exact: true }).first().click();
    await table.getByRole('cell', { name: 'group-15' }).waitFor();
    await table.getByText('No seats here').waitFor();
  });

  it('hands values of fields to the app', async () => {
    const fields = section('Fields');
    await fields.getByPlaceholder('Search a group').fill('idp');
    await fields.getByText('Only stale').click();
    await fields.getByLabel('Product', { exact: true }).fill('Conf');
    await page.keyboard.press('Enter');
    await fields.getByText('"text":"\\"idp\\""').waitFor();
    const values = await fields.getByText(/^Values:/).innerText();
    expect(values).toContain('"checkbox":"true"');
    expect(values).toContain('confluence');
  });

  it('finds people by name', async () => {
    const people = section('People');
    await people.getByLabel('Case owner').fill('brAM');
    await page.getByRole('option', { name: /Bram Approver/ }).click();
    await people.getByText('Picked: Bram Approver').waitFor();
  });

  it('opens and closes a dialog', async () => {
    await page.getByRole('button', { name: 'Open modal' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Remove 12 memberships?').waitFor();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await dialog.waitFor({ state: 'detached' });
  });

  it('opens a popup beside its button', async () => {
    await page.getByRole('button', { name: 'Toggle popup' }).click();
    await page.getByText('Brief content in an overlay.').waitFor();
    await page.keyboard.press('Escape');
  });

  it('checks a form before it is sent', async () => {
    const form = section('Form');
    await form.getByRole('button', { name: 'Save' }).click();
    await form.getByText('A title of three letters or more is needed').waitFor();
    await form.getByLabel('Title').fill('Monthly review');
    await form.getByRole('button', { name: 'Save' }).click();
    await form.getByText('"title":"Monthly review"').waitFor();
  });

  it('reads a picked file and downloads a Blob', async () => {
    const files = section('Files');
    const file = { name: 'export.csv', mimeType: 'text/csv', buffer: Buffer.from('a,b') };
    await files.getByLabel('User export').setInputFiles(file);
    await files.getByText('Taken: export.csv: YSxi').waitFor();
    const started = page.waitForEvent('download');
    await files.getByRole('button', { name: 'Download evidence.csv' }).click();
    const download = await started;
    expect(download.suggestedFilename()).toBe('evidence.csv');
    expect(readFileSync(await download.path(), 'utf8')).toBe('account,verdict\n');
  });

  it('draws every chart, with its numbers as a table beside it', async () => {
    const charts = section('Charts');
    await charts.locator('svg.recharts-surface').nth(7).waitFor();
    expect(await charts.locator('figure table').count()).toBe(8);
  });

  it('asks resolvers as the persona', async () => {
    await page.getByRole('button', { name: 'Ask a resolver' }).click();
    await page.getByText('Answer: {"ok":true,"data":{"word":"hello"}}').waitFor();
    expect(host.asked.at(-1)).toContain('"accountId":"712020:00000000-0000-4000-8000-000000000002"');
  });

  it('shows flags', async () => {
    await page.getByRole('button', { name: 'Show a flag' }).click();
    await page.getByText('The policy is in force.').waitFor();
    await page.getByRole('button', { name: 'Dismiss' }).click();
  });

  it('moves the clock by its strip', async () => {
    await page.getByRole('button', { name: 'Advance a week' }).click();
    await page.getByTestId('local-result').getByText('Advance a week: done').waitFor();
    expect(host.asked).toContain('advance "P7D"');
  });

  it('lists the REST calls', async () => {
    await page.getByRole('button', { name: 'REST calls' }).click();
    await page.getByLabel('Filter REST calls').fill('404');
    await page.getByTestId('local-calls').getByText('/rest/api/3/group/member').waitFor();
    await page.getByTestId('local-calls').getByRole('button', { name: 'Close' }).click();
  });

  it('tells the app when the theme changes', async () => {
    await page.getByRole('button', { name: 'Switch to the dark theme' }).click();
    await page.getByText('Theme: dark').waitFor();
    expect(await page.locator('html').getAttribute('data-color-mode')).toBe('dark');
  });

  it('keeps the place within the app when the persona changes', async () => {
    await section('Bridge').getByRole('button', { name: 'Seats' }).click();
    await page.getByText('The seats route').waitFor();
    await page.getByTestId('local-persona').click();
    await page.getByTestId('act-as-admin').click();
    await page.getByText('Ada Admin (admin)').waitFor();
    await page.getByText('The seats route').waitFor();
    expect(new URL(page.url()).searchParams.get('product')).toBe('confluence');
  });

  it('knows every node and complains of nothing', async () => {
    expect(await page.locator('.unknown-node').allInnerTexts()).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
