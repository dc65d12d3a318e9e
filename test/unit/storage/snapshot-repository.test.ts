import { describe, expect, it } from 'vitest';
import type { AccountFacts } from '../../../src/domain/account';
import { known, unknown } from '../../../src/domain/signal';
import { BUDGETS } from '../../../src/lib/budgets';
import { toAccounts } from '../../../src/storage/account-rows';
import { keys } from '../../../src/storage/keys';
import { createSnapshotStore } from '../../../src/storage/snapshot-repository';
import { aHeader } from '../../builders/a-header';
import { aProjectReading, aReadProject, aRole, byId } from '../../builders/a-project-reading';
import { aKvsClient } from '../../builders/a-kvs-client';
import { anAccount } from '../../builders/an-account';
import { daysAgo, TAKEN_AT } from '../../builders/times';

const SIZE = BUDGETS.accountsPerSegment;
const accounts = Array.from({ length: 2 * SIZE + 5 }, (_, n) => anAccount({ accountId: `a${String(n)}` }));
const header = aHeader({ accountCount: accounts.length });

async function aStoredSnapshot() {
  const client = aKvsClient();
  const store = createSnapshotStore(client);
  await store.save({ header, accounts });
  return { store, values: client.values };
}

async function collect(segments: AsyncIterable<readonly AccountFacts[]>): Promise<AccountFacts[][]> {
  const all: AccountFacts[][] = [];
  for await (const segment of segments) all.push([...segment]);
  return all;
}

describe('A stored snapshot', () => {
  it('is found as it was saved', async () => {
    const { store } = await aStoredSnapshot();
    expect(await store.find(header.id)).toEqual({ header, accounts });
  });

  it('keeps the e-mail domain that a rule of assignment asked for', async () => {
    const store = createSnapshotStore(aKvsClient());
    const partner = anAccount({ emailDomain: 'partner.example' });
    await store.save({ header, accounts: [partner] });
    expect((await store.find(header.id))?.accounts).toEqual([partner]);
  });

  it('gives its accounts in segments, in their order', async () => {
    const { store } = await aStoredSnapshot();
    const segments = await collect(store.readSegments(header.id));
    expect(segments.map(({ length }) => length)).toEqual([SIZE, SIZE, 5]);
    expect(segments.flat()).toEqual(accounts);
  });

  it('is refused when a segment is not there', async () => {
    const { store, values } = await aStoredSnapshot();
    values.delete(keys.snapshotSegment(header.id, 1));
    await expect(collect(store.readSegments(header.id))).rejects.toMatchObject({ code: 'storage.malformed' });
    await expect(store.find(header.id)).rejects.toMatchObject({ code: 'storage.malformed' });
  });

  it('is refused when the sets of groups are not there', async () => {
    const { store, values } = await aStoredSnapshot();
    values.delete(keys.snapshotGroupSets(header.id));
    await expect(collect(store.readSegments(header.id))).rejects.toMatchObject({ code: 'storage.malformed' });
    await expect(store.find(header.id)).rejects.toMatchObject({ code: 'storage.malformed' });
  });

  it('leaves nothing behind when it is removed', async () => {
    const { store, values } = await aStoredSnapshot();
    await store.keepOnly([]);
    expect([...values.keys()]).toEqual([keys.snapshotList]);
  });

  it('has another hash when its accounts are in other groups', async () => {
    const { store } = await aStoredSnapshot();
    const before = await store.hashOf(header.id);
    const [first = anAccount(), ...others] = accounts;
    await store.save({ header, accounts: [{ ...first, groupIds: ['elsewhere'] }, ...others] });
    expect(await store.hashOf(header.id)).not.toBe(before);
  });

  it('gives accounts of the same groups the same list, across its segments', async () => {
    const { store } = await aStoredSnapshot();
    const lists = (await collect(store.readSegments(header.id))).flat().map(({ groupIds }) => groupIds);
    expect(new Set(lists).size).toBe(1);
  });

  it('is refused when a segment is not what its hash says', async () => {
    const { store, values } = await aStoredSnapshot();
    const [first, second] = [0, 1].map((index) => keys.snapshotSegment(header.id, index));
    const [one, other] = [first, second].map((key) => values.get(key ?? '') as { hash: string });
    values.set(first ?? '', { ...one, hash: other?.hash });
    await expect(collect(store.readSegments(header.id))).rejects.toMatchObject({ code: 'storage.malformed' });
  });
});

describe('A snapshot that is not stored', () => {
  it('is not found', async () => {
    expect(await createSnapshotStore(aKvsClient()).find('snapshot-0')).toBeUndefined();
  });

  it('has no segments to read', async () => {
    const segments = createSnapshotStore(aKvsClient()).readSegments('snapshot-0');
    await expect(collect(segments)).rejects.toMatchObject({ code: 'storage.malformed' });
  });
});

describe('What a scan read of projects', () => {
  const reading = aProjectReading({
    projects: [aReadProject('OPS', { roles: [aRole('Contractors', [byId('g-1')], ['ada'])] })],
    refusedProjects: [{ name: 'WEB', why: 'denied' }],
  });

  it('is found beside its snapshot as it was saved', async () => {
    const { store } = await aStoredSnapshot();
    await store.saveProjects(header.id, reading);
    expect(await store.findProjects(header.id)).toEqual(reading);
  });

  it('is not found where the scan read none', async () => {
    const { store } = await aStoredSnapshot();
    expect(await store.findProjects(header.id)).toBeUndefined();
  });

  it('does not change what a review freezes', async () => {
    const { store } = await aStoredSnapshot();
    const before = await store.hashOf(header.id);
    await store.saveProjects(header.id, reading);
    expect(await store.hashOf(header.id)).toBe(before);
  });

  it('goes with its snapshot', async () => {
    const { store, values } = await aStoredSnapshot();
    await store.saveProjects(header.id, reading);
    await store.keepOnly([]);
    expect([...values.keys()]).toEqual([keys.snapshotList]);
  });
});

describe('An account is stored as it was read', () => {
  it.each([
    ['with account-level facts', {}],
    ['without account-level facts', { deep: null }],
    ['when its last use is unknown', { lastActive: unknown('no key') }],
    ['when it was added to a group', { groupIds: ['a', 'b'], joined: { a: TAKEN_AT } }],
    [
      'when it used several products',
      { lastActive: known({ confluence: TAKEN_AT, 'jira-core': daysAgo(9) }) },
    ],
    [
      'when it used several products and has no account-level facts',
      { lastActive: known({ b: TAKEN_AT, a: daysAgo(9) }), deep: null },
    ],
    ['when it used nothing', { lastActive: known({}) }],
    ['when nothing tells when it was added', { addedToOrg: null, joined: null }],
  ])('%s', async (_, facts: Partial<AccountFacts>) => {
    const store = createSnapshotStore(aKvsClient());
    const stored = [anAccount(facts), anAccount({ accountId: 'bob' })];
    await store.save({ header, accounts: stored });
    expect((await store.find(header.id))?.accounts).toEqual(stored);
  });
});

describe('Rows of accounts', () => {
  it.each([
    [
      'of an older version',
      { v: 3, groups: [[]], kinds: [{}], deepKinds: [], rows: [['ada', null, {}, 0, 0]] },
    ],
    [
      'with a place that no list has',
      { v: 4, kinds: [], used: [], deepKinds: [], rows: [['ada', null, 0, 0, 0, null]] },
    ],
    [
      'without the time of a use',
      { v: 4, kinds: [{}], used: [['jira-software']], deepKinds: [], rows: [['ada', null, 0, 0, 0, null]] },
    ],
  ])('%s are refused', (_, stored) => {
    expect(() => toAccounts(stored, [[]])).toThrow();
  });
});
