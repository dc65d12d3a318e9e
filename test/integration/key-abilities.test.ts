import { describe, expect, test } from 'vitest';

import type { SettingsView } from '../../src/contract/settings-replies';
import { people, tiny } from './a-seed';
import { aReview, type Review } from './a-review';
import { aSite, type Site } from './a-site';

type Ability = SettingsView['orgKey']['abilities'][number];

const ABILITIES = [
  'Read products of the organization',
  'Search groups',
  'Read what groups grant',
  'Search users',
  'Count users',
  'Search who holds a product',
  'Read roles of accounts',
  'Read group events',
  'Read API tokens',
];

/** The request behind an ability, for those that have one of their own. */
const REQUESTS = [
  ['Read products of the organization', 'POST /admin/v2/orgs/*/workspaces'],
  ['Search groups', 'POST /admin/v2/orgs/*/directories/*/groups/search'],
  ['Read what groups grant', 'GET /admin/v2/orgs/*/directories/*/groups/*/role-assignments'],
  ['Count users', 'GET /admin/v2/orgs/*/directories/*/users/count'],
  ['Read roles of accounts', 'GET /admin/v2/orgs/*/directories/*/users/*/role-assignments'],
  ['Read group events', 'GET /admin/v1/orgs/*/events'],
  ['Read API tokens', 'GET /users/*/manage/api-tokens'],
] as const;

async function checked(site: Site, who = 'admin'): Promise<SettingsView['orgKey']> {
  return (await site.get(who, 'check-org-key')).orgKey;
}

function abilityOf({ abilities }: SettingsView['orgKey'], name: string): Ability | undefined {
  return abilities.find(({ ability }) => ability === name);
}

describe('Checking the key again', () => {
  test('tries every kind of reading that the app makes with it', async () => {
    const site = await aSite();
    const { abilities } = await checked(site);
    expect(abilities.map(({ ability, works }) => [ability, works])).toEqual(
      ABILITIES.map((ability) => [ability, true]),
    );
  });

  test.each(REQUESTS)('finds “%s” missing once it is refused, and says why', async (name, match) => {
    const site = await aSite();
    site.host.fault({ target: 'org', match, status: 403, times: 20 });
    expect(abilityOf(await checked(site), name)).toMatchObject({
      works: false,
      note: expect.stringMatching(/\(403\)/) as string,
    });
  });

  test.each(REQUESTS)('leaves “%s” unknown while there is no answer', async (name, match) => {
    const site = await aSite();
    site.host.fault({ target: 'org', match, status: 500, times: 20 });
    expect(abilityOf(await checked(site), name)).toMatchObject({
      works: null,
      note: expect.stringMatching(/gave no answer/) as string,
    });
  });

  test('leaves tokens unknown where the organization does not manage the account that asks', async () => {
    const seed = tiny((each) => {
      const ada = each.accounts.find(({ accountId }) => accountId === people.ada);
      Object.assign(ada ?? {}, { claimStatus: 'unmanaged' });
    });
    const site = await aSite({ seed });
    expect(abilityOf(await checked(site), 'Read API tokens')).toMatchObject({ works: null });
  });

  test('is recorded with who checked and when', async () => {
    const site = await aSite();
    await site.host.advance('P2D');
    const { checkedAt, storedAt } = await checked(site, 'approver');
    expect(Date.parse(checkedAt ?? '') - Date.parse(storedAt ?? '')).toBe(2 * 86_400_000);
    const last = site
      .stored()
      .filter(({ key }) => key.startsWith('ledger:org:'))
      .at(-1);
    expect(last?.value).toMatchObject({ actor: { accountId: people.bram }, event: { kind: 'key-checked' } });
  });

  test('writes nothing to Atlassian', async () => {
    const site = await aSite();
    const before = site.calls().length;
    await checked(site);
    const made = site.calls().slice(before);
    expect(made.filter(({ method, path }) => method !== 'GET' && !/search$|workspaces$/.test(path))).toEqual(
      [],
    );
  });

  test('is refused without a key', async () => {
    const site = await aSite({ orgKey: false });
    expect((await site.refusal('admin', 'check-org-key')).code).toBe('key.missing');
  });
});

test('Without a key the settings say what each reading would add', async () => {
  const site = await aSite({ orgKey: false });
  const { orgKey } = await site.get('admin', 'get-settings');
  expect(orgKey.present).toBe(false);
  expect(orgKey.abilities.map(({ ability, works }) => [ability, works])).toEqual(
    ABILITIES.map((ability) => [ability, null]),
  );
});

const removalOf = async ({ site }: Review) => (await site.get('admin', 'get-settings')).orgKey.removal;

test('Removing with the key is unproven until a removal with it was verified', async () => {
  const review = await aReview();
  const removal = () => removalOf(review);
  await review.approveRemovalOf(people.casey);
  await review.start('admin', 'organization-key');
  await review.site.host.advance('PT5S');
  expect(await removal()).toBeNull();
  await review.site.host.advance('PT5M');
  await review.site.get('admin', 'verify-removals', { cycleId: review.cycleId });
  expect(await removal()).toMatchObject({ title: 'Review of November 2026' });
});

async function verified(review: Review): Promise<Review> {
  await review.site.host.advance('PT5M');
  await review.site.get('admin', 'verify-removals', { cycleId: review.cycleId });
  return review;
}

test('A removal by the acting administrator proves nothing of the key', async () => {
  const review = await aReview();
  await review.approveRemovalOf(people.casey);
  await review.run();
  expect(await removalOf(await verified(review))).toBeNull();
});

test('Nor does one with a key that was replaced since', async () => {
  const review = await aReview();
  await review.approveRemovalOf(people.casey);
  await review.runWithKey();
  await verified(review);
  await review.site.get('admin', 'save-org-key', { key: review.site.host.organization.orgKey });
  expect(await removalOf(review)).toBeNull();
});
