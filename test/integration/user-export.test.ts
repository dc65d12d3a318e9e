import { describe, expect, test } from 'vitest';

import { toUserExport, type ExportShape } from '../local/generate/user-export';
import { parseSeed } from '../local/organization/seed';
import { importExport } from '../local/prepare';
import { people, tiny } from './a-seed';
import { aSite, type Site } from './a-site';

const EXPORTED_ON = '2026-11-01';

async function aSiteWithoutKey(change?: Parameters<typeof tiny>[0]): Promise<Site> {
  return aSite({ seed: tiny(change), orgKey: false });
}

async function seatOf(site: Site, accountId: string) {
  return site.get('admin', 'get-seat', { accountId, product: 'jira-software' });
}

const read = (text: string) => ({ part: 0, firstRow: 2, text, exportedOn: EXPORTED_ON });

describe('Without an organization key, a user export', () => {
  test('is what a cleanup needs', async () => {
    const site = await aSiteWithoutKey();
    await site.scan();
    expect(await seatOf(site, people.casey)).toMatchObject({ verdict: 'hold', reason: 'activity-unknown' });
    await importExport(site.host, { text: exported(), exportedOn: EXPORTED_ON });
    await site.scan();
    expect(await seatOf(site, people.casey)).toMatchObject({ verdict: 'cleanup', reason: 'local-paths' });
  });

  test.each(['newer', 'older'] as const)('of the %s shape tells the same', async (shape) => {
    const site = await aSiteWithoutKey();
    await importExport(site.host, { text: exported(shape), exportedOn: EXPORTED_ON });
    expect((await site.get('admin', 'get-settings')).userExport).toMatchObject({
      people: 8,
      exportedOn: '2026-11-01T00:00:00.000Z',
      countsUntil: '2026-11-08T00:00:00.000Z',
      importedBy: people.ada,
    });
  });

  test('lets a review open only on a scan that asked who administers what', async () => {
    const site = await aSite({ seed: tiny(), orgKey: false, schedules: true });
    await importExport(site.host, { text: exported(), exportedOn: EXPORTED_ON });
    await site.host.advance('P1D');
    const { code, message } = await site.refusal('admin', 'open-cycle', {});
    expect(code).toBe('cycle.wrong-state');
    expect(message).toMatch(/did not read account facts/);
    await site.scan();
    expect((await site.get('admin', 'open-cycle', {})).lines).toBeGreaterThan(0);
  });

  test('tells nothing any more when it is older than seven days', async () => {
    const site = await aSiteWithoutKey();
    await importExport(site.host, { text: exportOf(people.casey, '1 May 2026'), exportedOn: '2026-10-25' });
    await site.scan();
    expect(await seatOf(site, people.casey)).toMatchObject({ activity: 'unknown', verdict: 'hold' });
  });

  test('makes no cleanup of somebody who uses another product', async () => {
    const site = await aSiteWithoutKey();
    const text = `User id,Last seen in Jira - northwind-example,Last seen in Loom - northwind-example
${people.casey},2 May 2026,20 Oct 2026
`;
    await importExport(site.host, { text, exportedOn: EXPORTED_ON });
    await site.scan();
    expect(await seatOf(site, people.casey)).toMatchObject({ verdict: 'hold', reason: 'facts-unread' });
  });

  test('does not make a seat old that Jira saw begin last week', async () => {
    const site = await aSiteWithoutKey((seed) => {
      const casey = seed.accounts.find(({ accountId }) => accountId === people.casey);
      Object.assign(casey ?? {}, { joined: { [casey?.groups[0] ?? '']: '2026-10-28T10:00:00Z' } });
    });
    await importExport(site.host, { text: exported(), exportedOn: EXPORTED_ON });
    await site.scan();
    expect(await seatOf(site, people.casey)).toMatchObject({ verdict: 'keep', reason: 'too-new' });
  });

  test('looks for additions from before its own day on', async () => {
    const site = await aSiteWithoutKey((seed) => {
      const casey = seed.accounts.find(({ accountId }) => accountId === people.casey);
      Object.assign(casey ?? {}, { joined: { [casey?.groups[0] ?? '']: '2026-10-01T10:00:00Z' } });
    });
    await importExport(site.host, { text: exportOf(people.casey, '1 May 2026'), exportedOn: '2026-10-27' });
    await site.scan();
    expect(await seatOf(site, people.casey)).toMatchObject({ verdict: 'keep', reason: 'too-new' });
  });

  test('does not hide an exemption of a group that grants nothing', async () => {
    const group = { id: 'a0000000-0000-4000-8000-000000000099', name: 'on-leave', provenance: {} };
    const site = await aSiteWithoutKey((seed) => {
      Object.assign(seed, { groups: [...seed.groups, group] });
      seed.accounts.find(({ accountId }) => accountId === people.casey)?.groups.push(group.id);
      const exemption = {
        match: { group: group.id },
        expires: '2027-01-01T00:00:00Z',
        reason: 'leave',
        owner: 'HR',
      };
      Object.assign(seed.policy, { exemptions: [exemption] });
    });
    await importExport(site.host, { text: exported(), exportedOn: EXPORTED_ON });
    await site.scan();
    expect(await seatOf(site, people.casey)).toMatchObject({ verdict: 'protected' });
  });

  test('is not enough where the audit log cannot be read', async () => {
    const site = await aSiteWithoutKey();
    await importExport(site.host, { text: exported(), exportedOn: EXPORTED_ON });
    site.host.fault({ target: 'jira', match: 'GET /rest/api/3/auditing/record', status: 403, times: 1_000 });
    await site.scan();
    expect(await seatOf(site, people.casey)).toMatchObject({ verdict: 'hold', reason: 'activity-unknown' });
  });

  test('leaves people who administer Jira to their owner', async () => {
    const site = await aSiteWithoutKey((seed) => {
      const casey = seed.accounts.find(({ accountId }) => accountId === people.casey);
      casey?.groups.push('a0000000-0000-4000-8000-000000000004');
    });
    await importExport(site.host, { text: exported(), exportedOn: EXPORTED_ON });
    await site.scan();
    expect(await seatOf(site, people.casey)).toMatchObject({ verdict: 'route-out', owners: ['privileged'] });
  });

  test('leaves no name and no address in storage', async () => {
    const site = await aSiteWithoutKey();
    await importExport(site.host, { text: exported(), exportedOn: EXPORTED_ON });
    expect(JSON.stringify(site.stored())).not.toMatch(/northwind\.example|Casey/);
  });

  test('can be taken back, with a reason', async () => {
    const site = await aSiteWithoutKey();
    await importExport(site.host, { text: exported(), exportedOn: EXPORTED_ON });
    await site.get('admin', 'remove-user-export', { reason: 'wrong day' });
    await site.scan();
    expect((await seatOf(site, people.casey)).verdict).toBe('hold');
    expect(site.stored().some(({ key }) => key.startsWith('export:'))).toBe(false);
    expect((await site.refusal('admin', 'remove-user-export', { reason: 'again' })).code).toBe(
      'input.invalid',
    );
  });
});

describe('An import', () => {
  test('with a problem counts nothing and leaves the last one in place', async () => {
    const site = await aSiteWithoutKey();
    await importExport(site.host, { text: exported(), exportedOn: EXPORTED_ON });
    const before = (await site.get('admin', 'get-settings')).userExport;
    const reading = await site.get('admin', 'read-export-part', read(exportOf(people.casey, '03/04/2026')));
    expect(reading).toMatchObject({ problemCount: 1, rows: 0, problems: [{ row: 2 }] });
    const payload = { importId: reading.importId, parts: 1 };
    expect((await site.refusal('admin', 'import-user-export', payload)).message).toMatch(/Not every part/);
    expect((await site.get('admin', 'get-settings')).userExport).toEqual(before);
  });

  test('of rows that contradict each other across parts is refused with both rows', async () => {
    const site = await aSiteWithoutKey();
    const first = await site.get('admin', 'read-export-part', read(exportOf(people.casey, '1 May 2026')));
    const { importId } = first;
    const second = { ...read(exportOf(people.casey, '2 May 2026')), importId, part: 1, firstRow: 3 };
    await site.get('admin', 'read-export-part', second);
    const { message } = await site.refusal('admin', 'import-user-export', { importId, parts: 2 });
    expect(message).toBe('Row 3: row 2 tells something else about the same account. Nothing was imported.');
  });

  test('from a day that has not come yet is refused', async () => {
    const site = await aSiteWithoutKey();
    const payload = { ...read(exportOf(people.casey, '1 May 2026')), exportedOn: '2026-11-04' };
    expect((await site.refusal('admin', 'read-export-part', payload)).message).toMatch(/has not come yet/);
  });

  test('takes 20,000 people', { timeout: 60_000 }, async () => {
    const site = await aSiteWithoutKey();
    const rows = Array.from(
      { length: 20_000 },
      (_, index) => `712020:${String(index).padStart(36, '0')},1 May 2026`,
    );
    const text = `User id,Last seen in Jira - northwind-example\n${rows.join('\n')}\n`;
    await importExport(site.host, { text, exportedOn: EXPORTED_ON });
    expect((await site.get('admin', 'get-settings')).userExport).toMatchObject({ people: 20_000 });
    expect((await site.scan()).state).toBe('complete');
  });

  test('is for site administrators alone', async () => {
    const site = await aSiteWithoutKey();
    const payload = read(exportOf(people.casey, '1 May 2026'));
    expect((await site.refusal(people.casey, 'read-export-part', payload)).code).toBe('access.denied');
  });
});

function exportOf(accountId: string, lastSeen: string): string {
  return `User id,Last seen in Jira - northwind-example\n${accountId},${lastSeen}\n`;
}

function exported(shape?: ExportShape): string {
  return toUserExport(parseSeed(tiny()), shape);
}
