import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aRunningSite, type RunningSite } from './a-running-site';

const SUMMARY = 'Who owns this group?';
const MESSAGE = 'Please answer by Friday';

let site: RunningSite;

beforeAll(async () => {
  site = await aRunningSite();
  await startScan();
  await site.host.drain();
  await createIssue();
  // The second scan is never delivered, so that its event waits.
  site.host.fault({ target: 'queue', match: 'deliver scan', times: 100 });
  await startScan();
});

afterAll(async () => {
  await site.close();
});

function persona(key: string): string {
  return site.host.organization.seed.personas[key] ?? '';
}

async function startScan(): Promise<void> {
  const reply = await site.host.invoke({ accountId: persona('admin'), resolver: 'start-scan' });
  expect(reply).toMatchObject({ ok: true });
}

/** As a person with a token does: an issue, and a message to somebody from it. */
async function createIssue(): Promise<void> {
  const { seed } = site.host.organization;
  const email = seed.accounts.find(({ accountId }) => accountId === persona('admin'))?.email ?? '';
  const authorization = `Basic ${Buffer.from(`${email}:token`).toString('base64')}`;
  const project = { key: seed.projects?.[0]?.key };
  const body = { fields: { project, issuetype: { name: 'Task' }, summary: SUMMARY } };
  const query = new URLSearchParams();
  const path = '/rest/api/3/issue';
  const post = { method: 'POST', query, headers: { authorization } };
  const created = await site.host.rest({ ...post, path, body });
  expect(created.status).toBe(201);
  const { key } = created.body as { key: string };
  const to = { users: [{ accountId: persona('approver') }] };
  const sent = { ...post, path: `${path}/${key}/notify`, body: { subject: MESSAGE, to } };
  expect((await site.host.rest(sent)).status).toBe(204);
}

/** Opens a tab as people do, by its name. */
async function openTab(title: string): Promise<void> {
  const tabs = site.page.getByRole('navigation', { name: 'Inspector' });
  await tabs.getByRole('button', { name: title, exact: true }).click();
}

/** The first row of a list that holds the text, once it is there. */
async function row(text: string | RegExp): Promise<Locator> {
  const found = site.page.getByRole('row').filter({ hasText: text }).first();
  await found.waitFor();
  return found;
}

describe('the inspector', () => {
  it('opens with the newest REST calls', async () => {
    await site.page.goto(`${site.url}/__local/ui`);
    await row('/rest/api/3/issue');
    await site.page.getByText(/^1 to 50 of \d{3,}$/).waitFor();
  });

  it('finds a call by words of its body, and opens the body', async () => {
    const { page } = site;
    await page.getByRole('searchbox').fill('POST owns this');
    await page.getByText('1 to 1 of 1', { exact: true }).waitFor();
    await (await row('/rest/api/3/issue')).getByRole('button').click();
    await page.getByText(`"summary": "${SUMMARY}"`).waitFor();
  });

  it.each([
    ['Queues', /^scan/],
    ['KVS', /secret$/],
    ['Memberships', /^jira-/],
    ['Issues', SUMMARY],
    ['Mail', MESSAGE],
  ])('fills the tab %s', async (title, text) => {
    await openTab(title);
    await row(text);
  });

  it('tells the time of the clock', async () => {
    await openTab('Clock');
    await site.page
      .getByText(/\d{4}, \d\d:\d\d UTC/)
      .first()
      .waitFor();
  });

  it('arms a fault with two headers and lists it', async () => {
    const { page } = site;
    await openTab('Faults');
    await page.getByLabel('Match').fill('GET /rest/api/3/group/member');
    await page.getByLabel('Headers').fill('Retry-After: 10\nRateLimit-Reason: jira-burst-based');
    await page.getByRole('button', { name: 'Add fault' }).click();
    await page.getByText('Still to come: 2').waitFor();
    await page.getByText('{"Retry-After":"10","RateLimit-Reason":"jira-burst-based"}').waitFor();
    expect(site.host.faults()).toContainEqual(
      expect.objectContaining({
        match: 'GET /rest/api/3/group/member',
        status: 429,
        headers: { 'Retry-After': '10', 'RateLimit-Reason': 'jira-burst-based' },
      }),
    );
  });

  it('says nothing wrong on the console', () => {
    expect(site.complaints).toEqual([]);
  });
});
