import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChainFault } from '../../src/domain/evidence/hash-chain';
import type { LedgerRecord } from '../../src/domain/evidence/record';
import type { Replies } from '../../src/contract/replies';
import { invokeAsAdmin } from '../local/prepare';
import {
  approveEveryGroup,
  cancelledPeople,
  choose,
  claimOnScreen,
  dismissFlags,
  download,
  recipients,
  runPlan,
  somebodyTold,
  tellOnScreen,
} from './a-review-on-screen';
import type { Memberships, RunningSite } from './a-running-site';
import { aRunningSite, lostMemberships, openAs, passTime } from './a-running-site';

const SHOTS = resolve('screenshots');
const REASON = 'The app and the organization agree';

let site: RunningSite;
let before: Memberships;

beforeAll(async () => {
  mkdirSync(SHOTS, { recursive: true });
  site = await aRunningSite();
  before = site.host.organization.memberships();
});

afterAll(async () => {
  await site.close();
});

async function shoot(name: string): Promise<void> {
  await site.page.screenshot({ path: resolve(SHOTS, `${name}.png`) });
}

/** One way, in order: each step stands on what the one before left. */
describe('a review from the first scan to the evidence', () => {
  it('says where to begin while no scan has read the site', async () => {
    const { page } = site;
    await openAs(site, 'admin', 'Groups');
    await page.getByText('No scan has read this site yet').waitFor();
    await page.getByRole('button', { name: 'Go to Overview' }).click();
    await page.getByText('No seats to show yet').waitFor();
  });

  it('switches the full project scan on once it has shown what that takes', async () => {
    const { page } = site;
    await openAs(site, 'admin', 'Settings');
    const switchOn = page.getByRole('button', { name: 'Switch on' });
    expect(await switchOn.isDisabled()).toBe(true);
    await page.getByRole('button', { name: 'Show what it takes' }).click();
    await page.getByText(/^25 projects, so about \d+ requests to Jira/).waitFor();
    await switchOn.click();
    await page.getByText(/^It is on, since /).waitFor();
  });

  it('scans the organization and shows why its seats bill', async () => {
    const { page } = site;
    await openAs(site, 'admin', 'Overview');
    await page.getByText('No seats to show yet').waitFor();
    await page.getByRole('button', { name: 'Scan now', exact: true }).click();
    await page.getByText('Last scan complete').waitFor();
    await page.getByText('Local cleanup').first().waitFor();
    await dismissFlags(site);
    await page.setViewportSize({ width: 1440, height: 1560 });
    await shoot('overview');
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  it('explains one seat with its paths and what is not known', async () => {
    const { page } = site;
    await openAs(site, 'admin', 'Seats');
    await page.getByRole('button', { name: 'Why billable' }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Facts, their source and age').waitFor();
    await dialog.getByText('What would remain, on every product').waitFor();
    await dialog.getByText('No review has had a line for this seat yet.').waitFor();
    await shoot('why-billable');
    await dialog.getByRole('button', { name: 'Close' }).click();
  });

  it('tells what would end if a group changed, and shows its seats', async () => {
    const { page } = site;
    await openAs(site, 'admin', 'Groups');
    await page.getByLabel('Name', { exact: true }).fill('all-staff');
    await page.getByText('1 group', { exact: true }).waitFor();
    await page.getByText('Default for several products').waitFor();
    await page.getByRole('button', { name: 'What hangs on it' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(/^If it lost its Confluence grant, \d+ seats? ends?/).waitFor();
    await dialog.getByText(/^Leaving it can end access to /).waitFor();
    await shoot('group');
    await dialog.getByRole('button', { name: 'Show its seats' }).click();
    await page.getByRole('heading', { name: 'Seats', exact: true }).waitFor();
    await page.getByRole('button', { name: 'Why billable' }).first().waitFor();
  });

  it('tries a policy before it is saved', async () => {
    const { page } = site;
    await openAs(site, 'admin', 'Settings');
    await page.getByRole('button', { name: 'Show the effect' }).click();
    await page.getByText(/seats keep their verdict$/).waitFor();
  });

  it('names the Jira project from which people are told', async () => {
    const { page, host } = site;
    await openAs(site, 'admin', 'Settings');
    await page.getByLabel(/^Jira project of notices/).fill(host.organization.seed.projects?.[0]?.key ?? '');
    await page.getByRole('button', { name: 'Save review settings' }).click();
    await page.getByText('Review settings saved').waitFor();
  });

  it('opens a review and decides lines alike together', async () => {
    const { page } = site;
    const { review } = (await invokeAsAdmin(site.host, 'get-settings', {})) as Replies['get-settings'];
    await invokeAsAdmin(site.host, 'save-review-settings', { ...review, dueDays: 9 });
    await openAs(site, 'admin', 'Review');
    await page.getByRole('button', { name: 'Open review' }).click();
    await page
      .getByRole('dialog')
      .getByText(/^Touches \d+ lines if nobody decides/)
      .waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Open review' }).click();
    await page.getByText('lines are undecided').first().waitFor();
    await choose(site, 'Verdict', 'Local cleanup');
    await choose(site, 'Product', 'Jira');
    await page
      .getByRole('checkbox', { name: /^Line \d+/ })
      .first()
      .check();
    await page.getByRole('button', { name: 'Select all lines alike' }).click();
    await page.getByRole('button', { name: 'Decide selected' }).click();
    await page.getByRole('dialog').getByText('Recommended: remove').waitFor();
    await shoot('decide');
    await page.getByRole('dialog').getByRole('button', { name: 'Save decision' }).click();
    await page.getByText('for approval').first().waitFor();
  });

  it('does not let the person who decided approve', async () => {
    const { page } = site;
    await openAs(site, 'admin', 'Approvals');
    await page
      .getByText(/decided by you|You decided/i)
      .first()
      .waitFor();
  });

  it('takes a returned line back to its reviewer, who reads why and decides it anew', async () => {
    const { page } = site;
    await openAs(site, 'approver', 'Approvals');
    await page
      .getByLabel(/^Line \d+/)
      .first()
      .check();
    await page.getByRole('button', { name: 'Return selected' }).click();
    await page.getByRole('dialog').getByRole('textbox').fill('Ask the team lead first');
    await page.getByRole('dialog').getByRole('button', { name: 'Return', exact: true }).click();
    await page.getByText('They are undecided again and show your reason.').waitFor();
    await openAs(site, 'admin', 'Review');
    await choose(site, 'State', 'Undecided');
    await choose(site, 'Verdict', 'Local cleanup');
    const returned = page.getByRole('row').filter({ hasText: 'Ask the team lead first' });
    await returned.first().getByRole('button', { name: 'Decide' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Save decision' }).click();
    await returned.first().waitFor({ state: 'detached' });
  });

  it('lets another person approve', async () => {
    const { page } = site;
    await openAs(site, 'approver', 'Approvals');
    await approveEveryGroup(site);
    await page.getByText('No line waits for approval').first().waitFor();
    await shoot('approved');
  });

  it('leaves a group out until an administrator confirms that it is not synced', async () => {
    const { page } = site;
    await openAs(site, 'admin', 'Execute');
    await page.getByText('Groups to confirm before the first removal').waitFor();
    await page.getByRole('button', { name: 'Confirm not synced' }).click();
    await page.getByRole('dialog').getByRole('textbox').fill(REASON);
    await page.getByRole('dialog').getByRole('button', { name: 'Confirm not synced' }).click();
    await page.getByText('Groups to confirm before the first removal').waitFor({ state: 'detached' });
  });

  it('tells everybody concerned alone before anything can be removed', async () => {
    const { page } = site;
    await openAs(site, 'admin', 'Execute');
    await page.getByText('the person has not been told yet').first().waitFor();
    await tellOnScreen(site);
    await shoot('notice');
    expect(await page.getByRole('button', { name: 'Start removals' }).isDisabled()).toBe(true);
    const to = recipients(site);
    expect(to.length).toBeGreaterThan(50);
    expect(to.every((people) => people.length === 1)).toBe(true);
    expect(new Set(to.flat()).size).toBe(to.length);
  });

  it('lets a person keep their seat, who says why they still need it', async () => {
    const { page, url } = site;
    const person = await somebodyTold(site);
    await page.goto(`${url}/jira/apps/seattrace-global?as=${person}&theme=light`);
    await claimOnScreen(site, 'I close the books in January');
    await openAs(site, 'admin', 'Review');
    await choose(site, 'State', 'Undecided');
    const said = page.getByText(/still needs it: I close the books in January$/);
    await said.first().waitFor();
  });

  it('removes exactly what the plan said once seven days have passed, a capped run at a time, with either executor', async () => {
    const { host } = site;
    await passTime(site, 'P7D');
    // What the organization did to itself meanwhile is not the app's doing.
    before = host.organization.memberships();
    await openAs(site, 'admin', 'Execute');
    const first = await runPlan(site, '50 of 50 people done', shoot);
    await openAs(site, 'admin', 'Execute');
    const second = await runPlan(
      site,
      /(?<!50 )of \d+ people done/,
      shoot,
      'SeatTrace, with the organization key',
    );
    const after = host.organization.memberships();
    const kept = await cancelledPeople(site);
    expect(kept.length).toBeGreaterThan(0);
    const removed = [...first, ...second].filter((pair) => !kept.includes(pair.split('/')[1] ?? ''));
    expect(lostMemberships(before, after)).toEqual(removed.sort());
    expect(lostMemberships(after, before)).toEqual([]);
  });

  it('proves after minutes, and again after a day, that access is gone', async () => {
    const { page } = site;
    await passTime(site, 'PT5M');
    await openAs(site, 'admin', 'Execute');
    await page.getByText('Access gone').first().waitFor();
    await passTime(site, 'P1D');
    await openAs(site, 'admin', 'Execute');
    await page.getByText('Removed', { exact: true }).first().waitFor();
    await shoot('verified');
  });

  it('closes what nobody decided and is signed off by the approver', async () => {
    const { page } = site;
    await openAs(site, 'admin', 'Review');
    expect(await page.getByRole('button', { name: 'End deciding' }).isDisabled()).toBe(true);
    await passTime(site, 'P2D');
    await openAs(site, 'admin', 'Review');
    await page.getByRole('button', { name: 'End deciding' }).click();
    await page.getByRole('dialog').getByRole('textbox').fill(REASON);
    await page.getByRole('dialog').getByRole('button', { name: 'End deciding' }).click();
    await page.getByText('Every line is closed.').first().waitFor();
    await openAs(site, 'approver', 'Evidence');
    await page.getByRole('textbox').last().fill(REASON);
    await page.getByRole('button', { name: 'Sign off' }).click();
    await page
      .getByText(/Signed off/)
      .first()
      .waitFor();
    await shoot('evidence');
  });

  it('hands out evidence that can be checked without the app', async () => {
    await openAs(site, 'admin', 'Evidence');
    const lines = Papa.parse<Record<string, string>>((await download(site, 'lines.csv')).trim(), {
      header: true,
    });
    expect(lines.errors).toEqual([]);
    const removed = lines.data.filter(({ outcome }) => outcome === 'removed');
    expect(removed.length).toBeGreaterThan(0);
    expect(removed.every(({ verification }) => verification === 'access-gone')).toBe(true);
    type Ledger = { readonly head: string; readonly records: LedgerRecord[] };
    const { records, head } = JSON.parse(await download(site, 'ledger.json')) as Ledger;
    expect(findChainFault(records, head)).toBeNull();
  });

  it('shows a person without rights their own seats and nothing else', async () => {
    const { page } = site;
    await page.goto(`${site.url}/jira/apps/seattrace-global?as=identity-owner&theme=light`);
    await page.getByText('Billable for').first().waitFor();
    expect(await page.getByRole('tab').allTextContents()).toEqual(['My seats']);
    await shoot('my-seats');
    await page.goto(`${site.url}/?as=outsider&theme=light`);
    await page.getByText('You may not see this page').first().waitFor();
  });

  it('drew everything with components it knows, without a complaint', async () => {
    expect(await site.page.locator('.unknown-node').count()).toBe(0);
    expect(site.complaints).toEqual([]);
  });
});
