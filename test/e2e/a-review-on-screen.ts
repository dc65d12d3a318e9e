import { readFileSync } from 'node:fs';
import { plannedMemberships, type RunningSite } from './a-running-site';

/** Flags would cover the picture; the newest lies on top. */
export async function dismissFlags(site: RunningSite): Promise<void> {
  const { page } = site;
  for (const title of ['Scan complete', 'Scan started']) {
    await page
      .getByRole('button', { name: /Dismiss/ })
      .first()
      .click();
    await page.getByText(title, { exact: true }).waitFor({ state: 'detached' });
  }
}

/** A bundle may hold lines of several products: each group of lines alike is approved by itself. */
export async function approveEveryGroup(site: RunningSite): Promise<void> {
  const { page } = site;
  const groups = page.getByRole('button', { name: /^Approve \d+ lines?$/ });
  await groups.first().waitFor();
  for (let left = await groups.count(); left > 0; left -= 1) {
    await groups.first().click();
    await page.getByRole('dialog').getByRole('button', { name: 'Approve', exact: true }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  }
}

export async function choose(site: RunningSite, label: string, option: string): Promise<void> {
  const { page } = site;
  await page.getByLabel(label, { exact: true }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

/** Somebody with access to Jira who was told and has not answered, asked of the app itself. */
export async function somebodyTold(site: RunningSite): Promise<string> {
  const { rows } = (await askApp(site, 'get-notice')) as { rows: { accountId: string; how: string }[] };
  return rows.find(({ how }) => how === 'told')?.accountId ?? '';
}

/** Whoever was found to have used their seat in the days of notice, and therefore was not removed. */
export async function cancelledPeople(site: RunningSite): Promise<string[]> {
  const { rows } = (await askApp(site, 'list-lines', { outcome: 'cancelled', limit: 100 })) as {
    rows: { accountId: string; cause: string }[];
  };
  return rows.map(({ accountId }) => accountId);
}

/** A resolver about the current review, called as the administrator. */
async function askApp(site: RunningSite, resolver: string, more: object = {}): Promise<unknown> {
  const { host } = site;
  const accountId = host.organization.seed.personas['admin'] ?? '';
  const call = async (name: string, payload: unknown): Promise<unknown> =>
    ((await host.invoke({ accountId, resolver: name, payload })) as { data: unknown }).data;
  const { cycleId } = (await call('get-cycle', {})) as { cycleId: string };
  return call(resolver, { cycleId, ...more });
}

/** Starts what the page plans and waits until it is done; gives what the plan said it would remove. */
export async function runPlan(
  site: RunningSite,
  done: string | RegExp,
  shoot: (name: string) => Promise<void>,
  executor?: string,
): Promise<string[]> {
  const { page } = site;
  await page.getByRole('button', { name: 'Start removals' }).waitFor();
  const planned = await plannedMemberships(site);
  await shoot('plan');
  await page.getByRole('button', { name: 'Start removals' }).click();
  if (executor !== undefined) await choose(site, 'Who removes', executor);
  await page.getByRole('dialog').getByRole('button', { name: 'Start removals' }).click();
  await page.getByText(done).first().waitFor();
  await page.getByText('Every person of the plan was worked on').first().waitFor();
  await shoot('run');
  return planned;
}

/** The text of a file of the evidence, by its name. */
export async function download(site: RunningSite, file: string): Promise<string> {
  const { page } = site;
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: new RegExp(`^Download cycle-\\w+-${file}$`) }).click();
  const path = await (await waiting).path();
  return readFileSync(path, 'utf8');
}

/** Reads the message on the Execute page and has everybody told. */
export async function tellOnScreen({ page }: RunningSite): Promise<void> {
  await page.getByRole('button', { name: 'Show the message' }).click();
  await page.getByRole('dialog').getByText('and to nobody else').waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
  await page.getByRole('button', { name: 'Tell them now' }).click();
  await page
    .getByText(/^Nobody waits to be told, \d+ told/)
    .first()
    .waitFor();
}

/** On the page of one's own seats. */
export async function claimOnScreen({ page }: RunningSite, note: string): Promise<void> {
  await page.getByRole('button', { name: 'I still need this' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('The approved removal is cancelled at once').waitFor();
  await dialog.getByRole('textbox').fill(note);
  await dialog.getByRole('button', { name: 'I still need this' }).click();
  await page.getByText(`that you still need it: ${note}`).waitFor();
}

/** The people of each message that was sent from an issue. */
export function recipients({ host }: RunningSite): string[][] {
  const sent = host.inspect('issues') as { notifications: { to: string[] }[] }[];
  return sent.flatMap(({ notifications }) => notifications.map(({ to }) => to));
}
