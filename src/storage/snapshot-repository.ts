import { z } from 'zod';
import { AppError } from '../lib/app-error';
import { BUDGETS } from '../lib/budgets';
import { hashOf } from '../domain/evidence/hash-chain';
import type { AccountFacts } from '../domain/account';
import type { ProjectReading } from '../domain/project-reading';
import type { Snapshot, SnapshotHeader } from '../domain/snapshot';
import type { SnapshotStore } from '../ports/stores';
import { toAccountRows, toAccounts } from './account-rows';
import { keys } from './keys';
import type { KvsClient } from './kvs-client';
import { projectReading } from './project-reading-schema';
import { deletePacked, readHashes, readPacked, readPackedEach, writePacked } from './packed-values';

const list = z.object({ v: z.literal(1), snapshotIds: z.array(z.string()) });
const meta = z.object({ v: z.literal(1), segments: z.int().min(0) });

/** Snapshots: a header, and segments of accounts. One counts once the organization's ledger names it. */
export function createSnapshotStore(client: KvsClient): SnapshotStore {
  return {
    async findHeader(snapshotId) {
      const [header] = await readPacked(client, [keys.snapshotHeader(snapshotId)]);
      return header === undefined ? undefined : asHeader(header);
    },
    async find(snapshotId) {
      const segments = await segmentsOf(client, snapshotId);
      if (segments === undefined) return undefined;
      const [header, ...accounts] = await readPacked(client, [
        keys.snapshotHeader(snapshotId),
        ...segmentKeys(snapshotId, segments),
      ]);
      if (header === undefined || accounts.includes(undefined)) throw incomplete(snapshotId);
      return { header: asHeader(header), accounts: accounts.flatMap(toAccounts) };
    },
    readSegments: (snapshotId) => readSegments(client, snapshotId),
    async hashOf(snapshotId) {
      const segments = await segmentsOf(client, snapshotId);
      if (segments === undefined) throw new AppError('scan.none', 'This snapshot is no longer stored.');
      return hashOf(
        await readHashes(client, [keys.snapshotHeader(snapshotId), ...segmentKeys(snapshotId, segments)]),
      );
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
      await writePacked(client, [
        { key: keys.snapshotHeader(id), value: snapshot.header },
        ...segments.map((accounts, index) => ({
          key: keys.snapshotSegment(id, index),
          value: toAccountRows(accounts),
        })),
      ]);
    },
    findProjects: (snapshotId) => findProjects(client, snapshotId),
    async saveProjects(snapshotId, reading) {
      await writePacked(client, [{ key: keys.snapshotProjects(snapshotId), value: reading }]);
    },
    async keepOnly(snapshotIds) {
      for (const id of await readList(client)) {
        if (snapshotIds.includes(id)) continue;
        const segments = (await segmentsOf(client, id)) ?? 0;
        await deletePacked(client, [
          keys.snapshotHeader(id),
          ...segmentKeys(id, segments),
          keys.snapshotProjects(id),
        ]);
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
  if (segments === undefined) throw incomplete(snapshotId);
  for await (const accounts of readPackedEach(client, segmentKeys(snapshotId, segments))) {
    if (accounts === undefined) throw incomplete(snapshotId);
    yield toAccounts(accounts);
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
