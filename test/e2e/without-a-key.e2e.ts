import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundledSeed } from '../local/generate/bundled';
import { toUserExport } from '../local/generate/user-export';
import { parseSeed } from '../local/organization/seed';
import { aRunningSite, openAs, type RunningSite } from './a-running-site';

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

  it('has said nothing on the console', () => {
    expect(site.complaints).toEqual([]);
  });
});
