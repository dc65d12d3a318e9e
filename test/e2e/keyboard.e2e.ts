import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aRunningSite, openAs, type RunningSite } from './a-running-site';

let site: RunningSite;

beforeAll(async () => {
  site = await aRunningSite();
  const accountId = site.host.organization.seed.personas['admin'] ?? '';
  const ask = (resolver: string): Promise<unknown> => site.host.invoke({ accountId, resolver, payload: {} });
  await ask('start-scan');
  await site.host.drain();
  await ask('open-cycle');
  await openAs(site, 'admin', 'Review');
  await site.page.getByRole('checkbox', { name: /^Line/ }).first().waitFor();
});

afterAll(async () => {
  await site.close();
});

/** More stops than any page has from its tabs to its table. */
const MOST_STOPS = 60;

/** The name of what has the focus, as the page tells it to whoever does not see it. */
function focused(): Promise<string> {
  return site.page.evaluate(() => {
    const element = document.activeElement;
    if (element === null || element === document.body) return 'nothing';
    const labels = element instanceof HTMLInputElement ? Array.from(element.labels ?? []) : [];
    const label = labels.map(({ textContent }) => textContent ?? '').join(' ');
    return element.getAttribute('aria-label') ?? (label === '' ? (element.textContent ?? '') : label);
  });
}

/** Presses Tab until something of this name has the focus. */
async function tabTo(name: RegExp, key = 'Tab'): Promise<void> {
  for (let stops = 0; stops < MOST_STOPS; stops += 1) {
    if (name.test(await focused())) return;
    await site.page.keyboard.press(key);
  }
  throw new Error(`Tab does not come to ${String(name)}.`);
}

async function press(...keys: string[]): Promise<void> {
  for (const key of keys) await site.page.keyboard.press(key);
}

/** One way, in order, without the mouse: each step stands on what the one before left. */
describe('lines decided in bulk by the keyboard alone', () => {
  it('are found by a filter', async () => {
    const { page } = site;
    await tabTo(/^Verdict/);
    await page.keyboard.type('Local cleanup');
    await press('Enter');
    await page.waitForURL(/verdict=cleanup/);
    expect(await focused()).toMatch(/^Verdict/);
  });

  it('are chosen by Space, and the focus stays on the line', async () => {
    const { page } = site;
    await page.getByText(/^1 to 25 of \d+ lines$/).waitFor();
    await tabTo(/^Line \d+$/);
    await press('Space');
    await page.getByText(/^\d+ lines? of 1 person: Local cleanup/).waitFor();
    expect(await focused()).toMatch(/^Line \d+$/);
  });

  it('are all chosen from the bar above', async () => {
    const { page } = site;
    await tabTo(/^Select all lines alike$/, 'Shift+Tab');
    await press('Enter');
    await page.getByText(/^\d{2,} lines of \d{2,} people: Local cleanup/).waitFor();
    expect(await focused()).toBe('Select all lines alike');
  });

  it('open a dialog that has the focus and keeps it', async () => {
    const { page } = site;
    await tabTo(/^Decide selected$/, 'Shift+Tab');
    await press('Enter');
    await page.getByRole('dialog').waitFor();
    await tabTo(/^Remove/);
    await tabTo(/^Save decision$/);
    await press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('[role=dialog]') !== null)).toBe(true);
  });

  it('are left as they are by Escape, which gives the focus back', async () => {
    const { page } = site;
    await press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await expect.poll(focused).toBe('Decide selected');
  });

  it('are decided by Enter', async () => {
    const { page } = site;
    await press('Enter');
    await page.getByRole('dialog').waitFor();
    await tabTo(/^Save decision$/);
    await press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByText(/lines decided: remove$/).waitFor();
  });

  it('leave the focus on the bar, whose buttons say what is missing', async () => {
    const { page } = site;
    await expect.poll(focused).toBe('Decide selected');
    await press('Enter');
    await page.getByText('No line is chosen').waitFor();
  });

  it('are shown again in full when the filters are cleared', async () => {
    const { page } = site;
    await tabTo(/^Clear filters$/, 'Shift+Tab');
    await press('Enter');
    await page.waitForURL((url) => !url.searchParams.has('verdict'));
    expect(await focused()).toBe('Clear filters');
  });
});
