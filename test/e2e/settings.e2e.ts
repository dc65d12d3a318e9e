import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { REVIEW_SETTINGS } from '../integration/a-review';
import { invokeAsAdmin } from '../local/prepare';
import { aRunningSite, openAs, type RunningSite } from './a-running-site';

const SHOTS = resolve('screenshots');
/** Is listed as an approver, and administers nothing. */
const APPROVER = 'identity-owner';

let site: RunningSite;

beforeAll(async () => {
  mkdirSync(SHOTS, { recursive: true });
  site = await aRunningSite();
});

afterAll(async () => {
  await site.close();
});

async function choose(label: string | RegExp, option: string): Promise<void> {
  const { page } = site;
  await page.getByLabel(label, { exact: true }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

/** Picks a person by name in the picker with this label. */
async function pick(label: string, name: string): Promise<void> {
  const { page } = site;
  await page.getByLabel(label, { exact: true }).fill(name);
  await page.getByRole('option', { name: new RegExp(name) }).click();
}

function nameOf(persona: string): string {
  const { accounts, personas } = site.host.organization.seed;
  const account = accounts.find(({ accountId }) => accountId === personas[persona]);
  if (account === undefined) throw new Error(`The seed has no persona ${persona}.`);
  return account.name;
}

/** In order: each step stands on what the one before left. */
describe('the set-up of a site', () => {
  it('says that the effect of an answer is not known before the first scan', async () => {
    const { page } = site;
    await page.goto(`${site.url}/jira/apps/seattrace-get-started?as=admin&theme=light`);
    await choose(
      'Who decides about accounts that the organization does not manage?',
      'Treat like managed accounts',
    );
    await page.getByText('What it changes is not known: no scan has read this site yet.').waitFor();
  });

  it('tries again what the key can read', async () => {
    const { page } = site;
    await page.getByRole('button', { name: 'Check the key again' }).click();
    await page.getByText('9 of 9 abilities work').first().waitFor();
    await page.getByText('Unproven').waitFor();
  });

  it('shows what an answer would change before it is saved', async () => {
    const { page } = site;
    await openAs(site, 'admin', 'Overview');
    await page.getByRole('button', { name: 'Scan now', exact: true }).click();
    await page.getByText('Last scan complete').waitFor();
    await openAs(site, 'admin', 'Settings');
    await choose(
      'Who decides about accounts that the organization does not manage?',
      'Treat like managed accounts',
    );
    await page.getByText(/seats would get another verdict$/).waitFor();
    await page.getByRole('button', { name: 'Save this answer' }).click();
    await page.getByText('Answer saved').waitFor();
    await page.getByRole('button', { name: 'Save this answer' }).waitFor({ state: 'detached' });
  });

  it('points out where approved domains let people in', async () => {
    const { page } = site;
    await page.getByLabel('Domain', { exact: true }).fill('@partner.example');
    await page.getByRole('button', { name: 'Add domain' }).click();
    await page.getByText('No seat gets another verdict').waitFor();
    await page.screenshot({ path: resolve(SHOTS, 'set-up-questions.png') });
    await page.getByRole('button', { name: 'Save these domains' }).click();
    await page.getByText('Approved domains saved').waitFor();
    await openAs(site, 'admin', 'Overview');
    await page.getByText('Doors that stay open').waitFor();
    await page.getByRole('button', { name: 'Show the groups' }).click();
    await page.getByText('Lets people in by domain').first().waitFor();
  });

  it('shows whom an exemption covers before it is asked for', async () => {
    const { page } = site;
    await openAs(site, 'admin', 'Settings');
    await page.getByRole('button', { name: 'Ask for an exemption' }).click();
    await choose('Covers', 'Group');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(/^Group/).click();
    await page.getByRole('option', { name: 'legacy-contractors', exact: true }).click();
    await dialog.getByRole('button', { name: 'Show what it covers' }).click();
    await dialog.getByText(/^It covers \d+ seats of \d+ people/).waitFor();
    await page.screenshot({ path: resolve(SHOTS, 'ask-exemption.png') });
    await dialog.getByRole('button', { name: 'Ask for approval' }).click();
    await dialog.getByText('Name who answers for it.').waitFor();
  });

  it('lets an approver without Jira administration approve it, and not who asked', async () => {
    const { page, host } = site;
    const { seed } = host.organization;
    await invokeAsAdmin(host, 'save-review-settings', {
      ...REVIEW_SETTINGS,
      approvers: [seed.personas[APPROVER]],
    });
    await invokeAsAdmin(host, 'ask-exemption', {
      match: { group: seed.groups.find(({ name }) => name === 'legacy-contractors')?.id },
      expires: new Date(host.clock.now() + 86_400_000).toISOString(),
      reason: 'The audit of contractors is still open',
      owner: seed.personas['auditor'],
    });
    await openAs(site, 'admin', 'Approvals');
    await page.getByText('You asked for this exemption').waitFor();
    await page.goto(`${site.url}/jira/apps/seattrace-global?as=${APPROVER}&theme=light`);
    await page.getByText('legacy-contractors').waitFor();
    await page.screenshot({ path: resolve(SHOTS, 'exemptions-to-approve.png') });
    await page.getByRole('button', { name: 'Approve', exact: true }).click();
    await page
      .getByRole('dialog')
      .getByText(/^It covers \d+ seats of \d+ people/)
      .waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Approve', exact: true }).click();
    await page.getByText('Exemptions to approve').waitFor({ state: 'detached' });
  });

  it('shows who would get which lines, and gives them to their queues', async () => {
    const { page, host } = site;
    await openAs(site, 'admin', 'Settings');
    await choose('Lines by', 'Product');
    await choose('On', 'Jira');
    await pick('Reviewer', nameOf('second-admin'));
    await page.getByRole('button', { name: 'Add rule' }).click();
    await page.getByText(/^1\. Product Jira/).waitFor();
    await pick('Fallback reviewer', nameOf('admin'));
    await page.getByRole('button', { name: 'Show who gets what' }).click();
    await page.getByText(/^\d+ of \d+ lines would be assigned$/).waitFor();
    await page.screenshot({ path: resolve(SHOTS, 'assignment-rules.png') });
    await page.getByRole('button', { name: 'Save review settings' }).click();
    await page.getByText('Review settings saved').waitFor();
    await invokeAsAdmin(host, 'open-cycle', {});
    await openAs(site, 'second-admin', 'Review');
    await page.getByText(/^My queue \(\d+\)$/).waitFor();
    await page.getByText('Progress by reviewer').waitFor();
    await page.screenshot({ path: resolve(SHOTS, 'review-queue.png'), fullPage: true });
  });

  it('hands a line that is not mine over to the queue of somebody else, with the note', async () => {
    const { page } = site;
    await page.getByRole('button', { name: 'Decide', exact: true }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(/^Not mine: /).click();
    await dialog.getByLabel('Hand over to').fill(nameOf('jira-admin'));
    await page.getByRole('option', { name: new RegExp(nameOf('jira-admin')) }).click();
    await dialog.getByLabel(/^Note/).fill('Their team hired this person.');
    await page.screenshot({ path: resolve(SHOTS, 'not-mine.png') });
    await dialog.getByRole('button', { name: 'Save decision' }).click();
    await page.getByText(/^\d+ lines? handed over$/).waitFor();
    await openAs(site, 'jira-admin', 'Review');
    await page.getByText(/^My queue \([1-9]\d*\)$/).waitFor();
    await page
      .getByText(/Handed over by .*: Their team hired this person\./)
      .first()
      .waitFor();
  });

  it('drew everything with components it knows, without a complaint', async () => {
    expect(await site.page.locator('.unknown-node').count()).toBe(0);
    expect(site.complaints).toEqual([]);
  });
});
