import '../../local/forge/install';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, newWindow } from '../../e2e/browser/launch-browser';
import { generateOrganization } from '../../local/generate/generate-organization';
import { createHost } from '../../local/host';
import { prepare } from '../../local/prepare';
import { buildPage } from '../../local/server/build-page';
import { serve } from '../../local/server/serve';
import type { Measurement } from './results';
import { readStoredReview } from './stored-review';

const PAGES = ['Review', 'Approvals', 'Seats'] as const;
const PATIENCE_MS = 60_000;

interface OpenSite {
  readonly page: Page;
  /** Lets the minute pass for which the platform counts what is read: nobody opens a page as often as this does. */
  readonly rest: () => Promise<void>;
  close(): Promise<void>;
}

/**
 * Child process: from the click on a page's tab until all of it has settled, on a large site and on a small one in
 * turn, round after round.
 */
async function measurePages(large: string, small: string, rounds: number): Promise<Measurement[]> {
  const pageFolder = await buildPage(process.cwd());
  const browser = await launchBrowser();
  const sites = [await openSite(large, pageFolder, browser), await openSite(small, pageFolder, browser)];
  const [big, little] = sites;
  if (big === undefined || little === undefined) throw new Error('Two sites are compared.');
  try {
    const results: Measurement[] = [];
    for (const name of PAGES) {
      const taken: Measurement['rounds'] = [];
      // The first opening of a page loads what later ones find in memory: it is not counted.
      for (let round = 0; round <= rounds; round += 1) {
        const measured = { ms: await timeOf(big, name), floorMs: await timeOf(little, name) };
        if (round > 0) taken.push(measured);
      }
      results.push({ name: `${name} page`, rounds: taken });
    }
    return results;
  } finally {
    for (const site of sites) await site.close();
    await browser.close();
  }
}

/** The local Atlassian on the organization of a stored review, with what the app had stored, and its page. */
async function openSite(folder: string, pageFolder: string, browser: Browser): Promise<OpenSite> {
  const { review, texts } = readStoredReview(folder);
  const seed = generateOrganization({ accounts: review.accounts });
  const host = await createHost({ seed, clock: 'wall', latency: { rest: 0, kvs: 0, queue: 0 } });
  host.organization.setAppRightsDelay(0);
  await host.install({ schedules: false });
  await prepare(host);
  for (const [key, text] of texts) host.keep(key, JSON.parse(text) as unknown);
  const served = await serve(host, { port: 0, pageFolder, seedName: 'generated' });
  const page = await (await newWindow(browser)).newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  await page.goto(`${served.url}/?as=admin&theme=light`);
  await page.getByRole('tab', { name: 'Overview', exact: true }).waitFor();
  return {
    page,
    rest: () => host.advance('PT1M'),
    async close() {
      await served.close();
      await host.close();
    },
  };
}

/** Milliseconds from the click until the page shows rows and reads nothing any more. */
async function timeOf({ page, rest }: OpenSite, name: string): Promise<number> {
  await rest();
  await page.getByRole('tab', { name: 'My seats', exact: true }).click();
  await settled(page, 'My seats', false);
  const start = performance.now();
  await page.getByRole('tab', { name, exact: true }).click();
  await settled(page, name, true);
  return performance.now() - start;
}

async function settled(page: Page, name: string, withRows: boolean): Promise<void> {
  await page.getByRole('heading', { name, exact: true, level: 2 }).waitFor();
  await page.waitForFunction(
    (rows) =>
      !/^Reading .*…$/m.test(document.body.innerText) &&
      (!rows || document.querySelector('table tbody tr') !== null),
    withRows,
    { polling: 'raf' },
  );
}

const [large = '', small = '', rounds = ''] = process.argv.slice(2);
void measurePages(large, small, Number(rounds)).then((results) => {
  process.stdout.write(JSON.stringify(results));
});
