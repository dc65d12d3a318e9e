import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PlanView } from '../../src/contract/execution-replies';
import type { Replies } from '../../src/contract/replies';
import type { LineList } from '../../src/contract/review-replies';
import { invokeAsAdmin } from '../local/prepare';
import { aRunningSite, lostMemberships, openAs, type Memberships, type RunningSite } from './a-running-site';

let site: RunningSite;
let before: Memberships;
let cycleId: string;

/** A review whose local cleanups of Jira are approved, with nobody to be told first. */
beforeAll(async () => {
  site = await aRunningSite();
  const { host } = site;
  const ask = (resolver: string, payload: unknown) => invokeAsAdmin(host, resolver, payload);
  await ask('save-calendar', {
    ...{ billing: [], recurrence: { kind: 'off' }, leadDays: 21, noticeDays: 0, executionDays: 1 },
  });
  await ask('start-scan', {});
  await host.drain();
  ({ cycleId } = (await ask('open-cycle', {})) as Replies['open-cycle']);
  const list = { cycleId, product: 'jira-software', verdict: 'cleanup', limit: 250 };
  const { rows } = (await ask('list-lines', list)) as LineList;
  const lines = rows.filter(({ bundle }) => bundle.length === 0).map(({ line }) => line);
  const why = { decision: 'remove', reason: 'follows-recommendation' };
  await ask('decide-lines', { cycleId, lines, ...why });
  const accountId = host.organization.seed.personas['approver'] ?? '';
  await host.invoke({ accountId, resolver: 'approve-lines', payload: { cycleId, lines } });
  for (const { id: groupId } of (await plan()).toConfirm)
    await ask('confirm-group', { groupId, reason: 'Made by hand' });
  before = host.organization.memberships();
});

afterAll(async () => {
  await site.close();
});

async function plan(): Promise<PlanView> {
  return (await invokeAsAdmin(site.host, 'get-plan', { cycleId })) as PlanView;
}

const lost = (): string[] => lostMemberships(before, site.host.organization.memberships());
const planned = ({ items }: PlanView): string[] =>
  items.flatMap(({ accountId, groups }) => groups.map(({ id }) => `${id}/${accountId}`)).sort();

async function startRemovals(): Promise<void> {
  const { page } = site;
  await openAs(site, 'admin', 'Execute');
  await page.getByRole('button', { name: 'Start removals' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Start removals' }).click();
}

/** In order: each step stands on what the one before left. */
describe('removals that do not go smoothly', () => {
  let whole: string[];

  it('say first what to hand over by whom, and hold nothing back', async () => {
    const { page } = site;
    await openAs(site, 'admin', 'Execute');
    await page.getByText('Hand over first').waitFor();
    expect(await page.getByRole('cell', { name: /^At least \d+$/ }).count()).toBeGreaterThan(0);
    expect(await page.getByText('Reading…').count()).toBe(0);
    await page.getByRole('button', { name: 'Start removals' }).click();
    await page.getByRole('dialog').getByText('assign their open issues to somebody else').waitFor();
    expect(await page.getByRole('dialog').getByRole('button', { name: 'Start removals' }).isEnabled()).toBe(
      true,
    );
  });

  it('are stopped in the middle: what was begun is finished, the rest stays approved', async () => {
    const { page, host } = site;
    whole = planned(await plan());
    host.setLatency({ rest: 60 });
    await startRemovals();
    await expect.poll(() => lost().length, { timeout: 60_000 }).toBeGreaterThan(0);
    await page.getByRole('button', { name: 'Stop removals' }).click();
    await page.getByRole('dialog').getByRole('textbox').fill('Somebody complains');
    await page.getByRole('dialog').getByRole('button', { name: 'Stop removals' }).click();
    await page.getByText('Stopped: Somebody complains').first().waitFor();
    host.setLatency({ rest: 0 });
    expect(lost().length).toBeLessThan(whole.length);
    expect(planned(await plan())).toEqual(whole.filter((each) => !lost().includes(each)));
  });

  it('are resumed, and cancelled where a sync came in between', async () => {
    const { page, host } = site;
    const left = await plan();
    const group = smallestGroup(left);
    host.apply({
      ...{ do: 'set-provenance', group },
      provenance: { externalSynced: true, managedBy: 'external', managementAccess: { modifiable: false } },
    });
    await startRemovals();
    await page.getByText('Every person of the plan was worked on.').first().waitFor({ timeout: 60_000 });
    // Atlassian refuses by itself where the change does not show yet.
    await page
      .getByText(/counts as synced until it is scanned again|synced now/)
      .first()
      .waitFor();
    const kept = left.items.filter(({ groups }) => groups.some(({ id }) => id === group));
    const safe = new Set(kept.map(({ accountId }) => accountId));
    expect(kept.length).toBeGreaterThan(0);
    expect(lost()).toEqual(whole.filter((each) => !safe.has(each.split('/')[1] ?? '')));
  });

  it('show who came back after a day, and through which door', async () => {
    const { page, host } = site;
    await host.drain();
    await host.advance('PT3M');
    const [group = '', account = ''] = lost()[0]?.split('/') ?? [];
    await host.advance('PT20H');
    host.apply({ do: 'add-to-group', group, account });
    await host.advance('PT6H');
    await openAs(site, 'admin', 'Execute');
    await page
      .getByText(/^Back through .*, which was left: given on/)
      .first()
      .waitFor();
  });

  it('show an undo that somebody left, to stop it or to go on with it', async () => {
    const { page, host } = site;
    const { runId } = (await invokeAsAdmin(host, 'get-cycle', { cycleId })) as { runId: string };
    const leave = () => invokeAsAdmin(host, 'start-undo', { cycleId, of: { runId }, reason: 'They need it' });
    const still = lost().length;
    await leave();
    await openAs(site, 'admin', 'Execute');
    await page
      .getByText(/^Undo under way since/)
      .first()
      .waitFor();
    await page.getByRole('button', { name: 'Stop', exact: true }).first().click();
    await page.getByRole('dialog').getByRole('textbox').fill('Not all of them');
    await page.getByRole('dialog').getByRole('button', { name: 'Stop the undo' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await expect.poll(() => page.getByText(/^Undo under way since/).count()).toBe(0);
    expect(lost()).toHaveLength(still);
    await leave();
    await openAs(site, 'admin', 'Execute');
    await page.getByRole('button', { name: 'Go on', exact: true }).first().click();
    await page.getByRole('dialog').getByRole('button', { name: 'Go on' }).click();
    await expect.poll(() => lost().length, { timeout: 60_000 }).toBeLessThan(still);
    await page.getByRole('dialog').waitFor({ state: 'detached', timeout: 60_000 });
  });

  it('are undone, whatever remains: every membership is as it was', async () => {
    for (let line = 0; line < whole.length && lost().length > 0; line += 1) await undo('Undo');
    expect(lost()).toEqual([]);
  });
});

async function undo(button: string): Promise<void> {
  const { page } = site;
  const still = lost().length;
  await openAs(site, 'admin', 'Execute');
  await page.getByRole('button', { name: button, exact: true }).first().click();
  await page.getByRole('dialog').getByRole('textbox').fill('They need it after all');
  await page.getByRole('dialog').getByRole('button', { name: 'Undo removals' }).click();
  await expect.poll(() => lost().length, { timeout: 60_000 }).toBeLessThan(still);
  await page.getByRole('dialog').waitFor({ state: 'detached', timeout: 60_000 });
}

/** A planned group that the fewest people would leave, so that the others are still removed. */
function smallestGroup({ items }: PlanView): string {
  const counts = new Map<string, number>();
  for (const { groups } of items) for (const { id } of groups) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => a - b)[0]?.[0] ?? '';
}
