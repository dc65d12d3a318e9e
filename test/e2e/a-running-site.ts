import { resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { bundledSeed } from '../local/generate/bundled';
import { createHost } from '../local/host';
import type { LocalHost } from '../local/host-contract';
import { prepare } from '../local/prepare';
import { buildPage } from '../local/server/build-page';
import type { Served } from '../local/server/serve';
import { serve } from '../local/server/serve';
import { launchBrowser, newWindow } from './browser/launch-browser';

/** The local Atlassian as `npm start` runs it, with a browser in front of it. */
export interface RunningSite {
  readonly host: LocalHost;
  readonly url: string;
  readonly page: Page;
  /** Errors that the page said on its console. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

export async function aRunningSite(options: { readonly orgKey?: boolean } = {}): Promise<RunningSite> {
  const pageFolder = await buildPage(resolve('.'));
  const host = await createHost({ seed: bundledSeed(), clock: 'wall' });
  host.organization.setAppRightsDelay(0);
  await host.install();
  await prepare(host, options);
  const served: Served = await serve(host, { port: 0, pageFolder, seedName: 'bundled' });
  const browser: Browser = await launchBrowser();
  const page = await (await newWindow(browser)).newPage();
  page.setDefaultTimeout(20_000);
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  return {
    host,
    page,
    url: served.url,
    complaints,
    async close() {
      await browser.close();
      await served.close();
      await host.close();
    },
  };
}

/** Opens the app as a persona and waits until it shows one of its pages. */
export async function openAs({ page, url }: RunningSite, persona: string, tab: string): Promise<void> {
  await page.goto(`${url}/?as=${persona}&theme=light`);
  await page.getByRole('tab', { name: tab, exact: true }).click();
  await page.getByRole('heading', { name: tab, exact: true, level: 2 }).waitFor();
}

/** Time passes while no page is open: what one asks for at that very moment would run out of its time. */
export async function passTime({ page, host }: RunningSite, duration: string): Promise<void> {
  await page.goto('about:blank');
  await host.advance(duration);
}

/** Memberships that are in the first and not in the second, as `group/account`. */
export function lostMemberships(before: Memberships, after: Memberships): string[] {
  const left = new Set(pairs(after));
  return pairs(before).filter((pair) => !left.has(pair));
}

export type Memberships = Readonly<Record<string, readonly string[]>>;

function pairs(memberships: Memberships): string[] {
  return Object.entries(memberships)
    .flatMap(([group, accounts]) => accounts.map((account) => `${group}/${account}`))
    .sort();
}

/** What the plan on the screen will remove, asked of the app itself, as `group/account`. */
export async function plannedMemberships({ host }: RunningSite): Promise<string[]> {
  const accountId = host.organization.seed.personas['admin'] ?? '';
  const ask = async (resolver: string, payload: unknown): Promise<unknown> =>
    ((await host.invoke({ accountId, resolver, payload })) as { data: unknown }).data;
  const { cycleId } = (await ask('get-cycle', {})) as { cycleId: string };
  const plan = (await ask('get-plan', { cycleId })) as {
    items: { accountId: string; groups: { id: string }[] }[];
  };
  return plan.items.flatMap((item) => item.groups.map(({ id }) => `${id}/${item.accountId}`)).sort();
}
