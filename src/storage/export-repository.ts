import { z } from 'zod';
import type { ExportPart, ExportStore } from '../ports/stores';
import { keys } from './keys';
import type { KvsClient } from './kvs-client';
import { deletePacked, readPacked, writePacked } from './packed-values';

const list = z.object({ v: z.literal(1), imports: z.record(z.string(), z.int().min(1)) });
const storedPart = z.object({
  exportedOn: z.string(),
  accounts: z.array(
    z.object({
      row: z.int(),
      person: z.string(),
      addedToOrg: z.string().nullable(),
      platformRoles: z.array(z.string()),
      uses: z.record(z.string(), z.string()),
      never: z.array(z.string()),
      untold: z.array(z.string()),
    }),
  ),
});

/** Imports of user exports: how many parts each has, then the parts. */
export function createExportStore(client: KvsClient): ExportStore {
  return {
    async savePart(importId, part, reading) {
      const imports = await readList(client);
      const parts = Math.max(imports[importId] ?? 0, part + 1);
      // Before the part itself, so that an import which was not finished can be removed as a whole.
      if (parts !== imports[importId]) await saveList(client, { ...imports, [importId]: parts });
      await writePacked(client, [{ key: keys.exportPart(importId, part), value: reading }]);
    },
    async readParts(importId, parts) {
      const values = await readPacked(client, partKeys(importId, parts));
      const read: ExportPart[] = [];
      for (const value of values) {
        const parsed = storedPart.safeParse(value);
        if (!parsed.success) return undefined;
        read.push(parsed.data);
      }
      return read;
    },
    async keepOnly(importId) {
      const imports = await readList(client);
      const kept: Record<string, number> = {};
      for (const [id, parts] of Object.entries(imports)) {
        if (id === importId) kept[id] = parts;
        else await deletePacked(client, partKeys(id, parts));
      }
      await saveList(client, kept);
    },
  };
}

function partKeys(importId: string, parts: number): string[] {
  return Array.from({ length: parts }, (_, part) => keys.exportPart(importId, part));
}

async function readList(client: KvsClient): Promise<Record<string, number>> {
  const parsed = list.safeParse(await client.get(keys.exportList));
  return parsed.success ? parsed.data.imports : {};
}

function saveList(client: KvsClient, imports: Record<string, number>): Promise<void> {
  return client.set(keys.exportList, { v: 1, imports });
}
