import '../../local/forge/install';
import { z } from 'zod';
import { readPacked } from '../../../src/storage/packed-values';
import { resolverCases } from './resolver-cases';
import type { Measurement } from './results';
import { StoredApp } from './stored-app';
import { readStoredReview } from './stored-review';

const AFTER_DECIDING_MS = 86_400_000;
const packed = z.object({ v: z.literal(1), chunks: z.int(), hash: z.string() });

/**
 * Child process: each resolver and its floor in turn, round after round. The floor reads every stored value that
 * the resolver read, once, unpacked and parsed, and does nothing with it.
 */
async function measureResolvers(folder: string, rounds: number): Promise<Measurement[]> {
  const { review, texts } = readStoredReview(folder);
  const now = Date.now() + AFTER_DECIDING_MS;
  const fresh = (): StoredApp => new StoredApp(new Map(texts), now);
  const results: Measurement[] = [];
  for (const { name, call } of await resolverCases(fresh(), review)) {
    const first = fresh();
    await call(first);
    const keys = [...first.read].filter((key) => texts.has(key));
    const taken: Measurement['rounds'] = [];
    for (let round = 0; round < rounds; round += 1) {
      const app = fresh();
      const ms = await timeOf(() => call(app));
      const floorApp = fresh();
      taken.push({ ms, floorMs: await timeOf(() => readOnce(floorApp, keys)) });
    }
    results.push({ name, rounds: taken });
  }
  return results;
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

async function readOnce({ client }: StoredApp, keys: readonly string[]): Promise<void> {
  const values = await client.getMany(keys.filter((key) => !key.includes('#')));
  const heads = [...values].filter(([, value]) => packed.safeParse(value).success).map(([key]) => key);
  await readPacked(client, heads);
}

const [folder = '', rounds = ''] = process.argv.slice(2);
void measureResolvers(folder, Number(rounds)).then((results) => {
  process.stdout.write(JSON.stringify(results));
});
