import { gunzipSync, gzipSync } from 'node:zlib';
import { z } from 'zod';
import { AppError } from '../lib/app-error';
import { BUDGETS } from '../lib/budgets';
import { hashOfText } from '../domain/evidence/hash-chain';
import type { KvsClient } from './kvs-client';

/**
 * Large values: JSON, compressed, cut into chunks far below the platform's limit for one value. The first chunk
 * tells how many there are and the hash of the text, so that a value that was half-written reads as missing.
 */
const firstChunk = z.object({ v: z.literal(1), chunks: z.int().min(1), hash: z.string(), data: z.string() });
const laterChunk = z.object({ v: z.literal(1), hash: z.string(), data: z.string() });

/** A segment of accounts unpacks into one piece of this size; the default would be copied together from many. */
const UNPACKED_CHUNK_BYTES = 262_144;

export interface PackedEntry {
  readonly key: string;
  readonly value: unknown;
}

interface Chunk {
  readonly key: string;
  readonly value: z.input<typeof firstChunk> | z.input<typeof laterChunk>;
}

/** Writes values; the first chunk of each after all of its others. Returns the hash of each. */
export async function writePacked(client: KvsClient, entries: readonly PackedEntry[]): Promise<string[]> {
  const packed = entries.map(pack);
  await writeBounded(
    client,
    packed.flatMap(({ later }) => later),
  );
  await writeBounded(
    client,
    packed.map(({ first }) => first),
  );
  return packed.map(({ hash }) => hash);
}

/** The values in the order of their keys; undefined where one is missing or incomplete. The caller knows the shape. */
export async function readPacked(client: KvsClient, keys: readonly string[]): Promise<unknown[]> {
  const unpackOne = await readChunks(client, keys);
  return keys.map(unpackOne);
}

/** The same values one by one: chunks come by the batch, and only the value in hand is unpacked. */
export async function* readPackedEach(client: KvsClient, keys: readonly string[]): AsyncGenerator<unknown> {
  for (let start = 0; start < keys.length; start += BUDGETS.batchKeys) {
    const batch = keys.slice(start, start + BUDGETS.batchKeys);
    const unpackOne = await readChunks(client, batch);
    for (const key of batch) yield unpackOne(key);
  }
}

/** Reads every chunk of the values; what it gives unpacks one of them. */
async function readChunks(client: KvsClient, keys: readonly string[]): Promise<(key: string) => unknown> {
  const heads = new Map((await readHeads(client, keys)).map((head, index) => [keys[index], head]));
  const laters = await client.getMany(keys.flatMap((key) => laterKeysOf(key, heads.get(key)?.chunks ?? 1)));
  return (key) => {
    const head = heads.get(key);
    return head === undefined ? undefined : unpack(key, head, laters);
  };
}

/** Hashes of the stored texts without unpacking them. */
export async function readHashes(
  client: KvsClient,
  keys: readonly string[],
): Promise<(string | undefined)[]> {
  return (await readHeads(client, keys)).map((head) => head?.hash);
}

/** Deletes values with all of their chunks. */
export async function deletePacked(client: KvsClient, keys: readonly string[]): Promise<void> {
  const heads = await readHeads(client, keys);
  await client.deleteMany(
    keys.flatMap((key, index) => [...laterKeysOf(key, heads[index]?.chunks ?? 1), key]),
  );
}

function pack({ key, value }: PackedEntry): { first: Chunk; later: Chunk[]; hash: string } {
  const text = JSON.stringify(value);
  const hash = hashOfText(text);
  const packed = gzipSync(text).toString('base64');
  const parts: string[] = [];
  for (let start = 0; start < packed.length; start += BUDGETS.storedChunkChars)
    parts.push(packed.slice(start, start + BUDGETS.storedChunkChars));
  const [data = '', ...rest] = parts;
  return {
    hash,
    first: { key, value: { v: 1, chunks: parts.length, hash, data } },
    later: rest.map((part, index) => ({ key: laterKey(key, index + 1), value: { v: 1, hash, data: part } })),
  };
}

function unpack(
  key: string,
  head: z.output<typeof firstChunk>,
  laters: ReadonlyMap<string, unknown>,
): unknown {
  const parts = [head.data];
  for (const laterKey of laterKeysOf(key, head.chunks)) {
    const part = laterChunk.safeParse(laters.get(laterKey));
    if (!part.success || part.data.hash !== head.hash) return undefined;
    parts.push(part.data.data);
  }
  const text = gunzipSync(Buffer.from(parts.join(''), 'base64'), { chunkSize: UNPACKED_CHUNK_BYTES });
  if (hashOfText(text) !== head.hash)
    throw new AppError('storage.malformed', 'A stored value is damaged.', { context: { key } });
  return JSON.parse(text.toString('utf8')) as unknown;
}

async function readHeads(
  client: KvsClient,
  keys: readonly string[],
): Promise<(z.output<typeof firstChunk> | undefined)[]> {
  const found = await client.getMany(keys);
  return keys.map((key) => {
    const parsed = firstChunk.safeParse(found.get(key));
    return parsed.success ? parsed.data : undefined;
  });
}

/** Batches below the platform's limit of bytes; the client cuts by number of keys. */
async function writeBounded(client: KvsClient, chunks: readonly Chunk[]): Promise<void> {
  let batch: Chunk[] = [];
  let chars = 0;
  for (const chunk of chunks) {
    if (batch.length > 0 && chars + chunk.value.data.length > BUDGETS.batchChars) {
      await client.setMany(batch);
      batch = [];
      chars = 0;
    }
    batch.push(chunk);
    chars += chunk.value.data.length;
  }
  if (batch.length > 0) await client.setMany(batch);
}

function laterKeysOf(key: string, chunks: number): string[] {
  return Array.from({ length: chunks - 1 }, (_, index) => laterKey(key, index + 1));
}

function laterKey(key: string, index: number): string {
  return `${key}#${String(index)}`;
}
