import { describe, expect, test } from 'vitest';
import { groups, tiny, withStalePeople } from './a-seed';
import { aScannedSite, aSite } from './a-site';

const byName = { sort: 'name', order: 'asc', limit: 100 } as const;

describe('The groups of a scanned site', () => {
  test('are those that grant a seat, with what hangs on each', async () => {
    const site = await aScannedSite({ seed: tiny((seed) => withStalePeople(seed, 3, [groups.contractors])) });
    const { rows, total } = await site.get('admin', 'list-groups', byName);
    expect(total).toBe(rows.length);
    expect(rows.map(({ id }) => id)).not.toContain(groups.jiraAdmins);
    const contractors = rows.find(({ id }) => id === groups.contractors);
    expect(contractors?.grants.map(({ product, effect }) => [product, effect])).toEqual([
      ['confluence', expect.stringMatching(/^If it lost its Confluence grant, \d+ seats? ends?/)],
      ['jira-software', expect.stringMatching(/^If it lost its Jira grant, \d+ seats? ends?/)],
    ]);
    expect(contractors?.alone).toBeGreaterThanOrEqual(6);
  });

  test('are filtered, sorted and cut by the back end', async () => {
    const site = await aScannedSite();
    const confluence = await site.get('admin', 'list-groups', { product: 'confluence' });
    expect(
      confluence.rows.every(({ grants }) => grants.some(({ product }) => product === 'confluence')),
    ).toBe(true);
    const page = await site.get('admin', 'list-groups', { ...byName, limit: 1, offset: 1 });
    const all = await site.get('admin', 'list-groups', byName);
    expect(page.rows).toEqual(all.rows.slice(1, 2));
    const named = await site.get('admin', 'list-groups', { name: 'CONTRACT' });
    expect(named.rows.map(({ id }) => id)).toEqual([groups.contractors]);
    expect((await site.get('admin', 'list-groups', { finding: 'synced-and-default' })).rows).toEqual([]);
  });

  test('do not exist before the first scan', async () => {
    const site = await aSite();
    expect((await site.refusal('admin', 'list-groups', {})).code).toBe('scan.none');
  });
});
