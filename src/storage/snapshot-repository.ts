import { z } from 'zod';
import { AppError } from '../lib/app-error';
import { BUDGETS } from '../lib/budgets';
import { hashOf } from '../domain/evidence/hash-chain';
import type { AccountFacts } from '../domain/account';
import type { ProjectReading } from '../domain/project-reading';
import type { Snapshot, SnapshotHeader } from '../domain/snapshot';
import type { SnapshotStore } from '../ports/stores';
import { toAccountRows, toAccounts } from './account-rows';
import { SharedGroupSets, toGroupSets } from './group-sets';
import { keys } from './keys';
import type { KvsClient } from './kvs-client';
import { projectReading } from './project-reading-schema';
import { deletePacked, readHashes, readPacked, readPackedEach, writePacked } from './packed-values';

const list = z.object({ v: z.literal(1), snapshotIds: z.array(z.string()) });
const meta = z.object({ v: z.literal(1), segments: z.int().min(0) });

/** Snapshots: a header, sets of groups, and segments of accounts. One counts once the organization's ledger names it. */
export function createSnapshotStore(client: KvsClient): SnapshotStore {
  return {
    async findHeader(snapshotId) {
      const [header] = await readPacked(client, [keys.snapshotHeader(snapshotId)]);
      return header === undefined ? undefined : asHeader(header);
    },
    async find(snapshotId) {
      const segments = await segmentsOf(client, snapshotId);
      if (segments === undefined) return undefined;
      const parts = await readPacked(client, partKeys(snapshotId, segments));
      if (parts.includes(undefined)) throw incomplete(snapshotId);
      const [header, stored, ...rows] = parts;
      const groupSets = toGroupSets(stored);
      return { header: asHeader(header), accounts: rows.flatMap((each) => toAccounts(each, groupSets)) };
    },
    readSegments: (snapshotId) => readSegments(client, snapshotId),
    async hashOf(snapshotId) {
      const segments = await segmentsOf(client, snapshotId);
      if (segments === undefined) throw new AppError('scan.none', 'This snapshot is no longer stored.');
      return hashOf(await readHashes(client, partKeys(snapshotId, segments)));
    },
    async save(snapshot) {
      const segments = cut(snapshot);
      const { id } = snapshot.header;
      await client.set(keys.snapshotList, {
        v: 1,
        snapshotIds: [...new Set([...(await readList(client)), id])],
      });
      // Before what it counts, so that a snapshot which was not finished can be removed as a whole.
      await client.set(keys.snapshotMeta(id), { v: 1, segments: segments.length });
      const groupSets = new SharedGroupSets();
      const rows = segments.map((accounts) => toAccountRows(accounts, groupSets));
      const values = [snapshot.header, groupSets.toStored(), ...rows];
      await writePacked(
        client,
        partKeys(id, segments.length).map((key, index) => ({ key, value: values[index] })),
      );
    },
    findProjects: (snapshotId) => findProjects(client, snapshotId),
    async saveProjects(snapshotId, reading) {
      await writePacked(client, [{ key: keys.snapshotProjects(snapshotId), value: reading }]);
    },
    async keepOnly(snapshotIds) {
      for (const id of await readList(client)) {
        if (snapshotIds.includes(id)) continue;
        const segments = (await segmentsOf(client, id)) ?? 0;
        await deletePacked(client, [...partKeys(id, segments), keys.snapshotProjects(id)]);
        await client.deleteMany([keys.snapshotMeta(id)]);
      }
      await client.set(keys.snapshotList, { v: 1, snapshotIds: [...snapshotIds] });
    },
  };
}

async function findProjects(client: KvsClient, snapshotId: string): Promise<ProjectReading | undefined> {
  const [reading] = await readPacked(client, [keys.snapshotProjects(snapshotId)]);
  return reading === undefined ? undefined : projectReading.parse(reading);
}

async function* readSegments(client: KvsClient, snapshotId: string): AsyncGenerator<AccountFacts[]> {
  const segments = await segmentsOf(client, snapshotId);
  const [stored] = await readPacked(client, [keys.snapshotGroupSets(snapshotId)]);
  if (segments === undefined || stored === undefined) throw incomplete(snapshotId);
  const groupSets = toGroupSets(stored);
  for await (const rows of readPackedEach(client, segmentKeys(snapshotId, segments))) {
    if (rows === undefined) throw incomplete(snapshotId);
    yield toAccounts(rows, groupSets);
  }
}

function incomplete(snapshotId: string): AppError {
  return new AppError('storage.malformed', 'A stored snapshot is incomplete.', { context: { snapshotId } });
}

function cut({ accounts }: Snapshot): AccountFacts[][] {
  const segments: AccountFacts[][] = [];
  for (let start = 0; start < accounts.length; start += BUDGETS.accountsPerSegment)
    segments.push(accounts.slice(start, start + BUDGETS.accountsPerSegment));
  return segments;
}

/** All that makes a snapshot, in the order in which it is frozen. */
function partKeys(snapshotId: string, segments: number): string[] {
  return [
    keys.snapshotHeader(snapshotId),
    keys.snapshotGroupSets(snapshotId),
    ...segmentKeys(snapshotId, segments),
  ];
}

function segmentKeys(snapshotId: string, segments: number): string[] {
  return Array.from({ length: segments }, (_, index) => keys.snapshotSegment(snapshotId, index));
}

async function segmentsOf(client: KvsClient, snapshotId: string): Promise<number | undefined> {
  const parsed = meta.safeParse(await client.get(keys.snapshotMeta(snapshotId)));
  return parsed.success ? parsed.data.segments : undefined;
}

async function readList(client: KvsClient): Promise<string[]> {
  const parsed = list.safeParse(await client.get(keys.snapshotList));
  return parsed.success ? parsed.data.snapshotIds : [];
}

const headerShape = z.custom<SnapshotHeader>(
  (value) =>
    z.looseObject({ id: z.string(), takenAt: z.string(), products: z.array(z.unknown()) }).safeParse(value)
      .success,
);

/** The hash of the packed value was checked, so what it holds is what this app wrote. */
function asHeader(value: unknown): SnapshotHeader {
  return headerShape.parse(value);
}
