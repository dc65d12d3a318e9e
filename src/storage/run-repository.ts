import { z } from 'zod';
import type { RunStore } from '../ports/stores';
import { keys } from './keys';
import type { KvsClient } from './kvs-client';

const progress = z.object({
  v: z.literal(1),
  runId: z.string(),
  step: z.int().min(0),
  failures: z.int().min(0),
  updatedAt: z.string(),
  waitsUntil: z.string().nullable(),
  message: z.string(),
});

/** How the run with the organization key goes on: one small value, for one run goes on at a time. */
export function createRunStore(client: KvsClient): RunStore {
  return {
    async find() {
      const parsed = progress.safeParse(await client.get(keys.run));
      if (!parsed.success) return undefined;
      const { v: _, ...found } = parsed.data;
      return found;
    },
    save: (found) => client.set(keys.run, { v: 1, ...found }),
  };
}
