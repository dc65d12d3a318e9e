import { z } from 'zod';
import { AppError } from '../lib/app-error';
import { hashOfText } from '../domain/evidence/hash-chain';
import type { SavedFilterStore } from '../ports/stores';
import { keys } from './keys';
import type { KvsClient } from './kvs-client';

const stored = z.object({
  v: z.literal(1),
  filters: z.array(
    z.object({ list: z.string(), name: z.string(), values: z.record(z.string(), z.string()) }),
  ),
});

/** One small value for each person. Two windows of one person that save at the same moment: the later one stays. */
export function createSavedFilterStore(client: KvsClient): SavedFilterStore {
  return {
    async find(accountId) {
      const value = await client.get(keyOf(accountId));
      if (value === undefined) return [];
      const parsed = stored.safeParse(value);
      if (!parsed.success)
        throw new AppError(
          'storage.malformed',
          'Your saved filters are stored in a way that cannot be read.',
        );
      return parsed.data.filters;
    },
    save: (accountId, filters) => client.set(keyOf(accountId), { v: 1, filters }),
  };
}

/** Keys hold no account ids, and only some characters. */
function keyOf(accountId: string): string {
  return keys.savedFilters(hashOfText(accountId));
}
