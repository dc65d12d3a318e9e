import { describe, expect, it } from 'vitest';
import type { ExportPart } from '../../../src/ports/stores';
import { createExportStore } from '../../../src/storage/export-repository';
import { aKvsClient } from '../../builders/a-kvs-client';

function part(person: string): ExportPart {
  const account = { row: 2, person, addedToOrg: null, platformRoles: [], uses: {}, never: [], untold: [] };
  return { exportedOn: '2026-10-30T00:00:00.000Z', accounts: [account] };
}

describe('Imports of user exports', () => {
  it('come back part by part, in order, however they arrived', async () => {
    const store = createExportStore(aKvsClient());
    await store.savePart('i', 1, part('bob'));
    await store.savePart('i', 0, part('ada'));
    expect(await store.readParts('i', 2)).toEqual([part('ada'), part('bob')]);
  });

  it('are not there while a part is missing', async () => {
    const store = createExportStore(aKvsClient());
    await store.savePart('i', 1, part('bob'));
    expect(await store.readParts('i', 2)).toBeUndefined();
  });

  it('leave nothing behind when another one counts', async () => {
    const client = aKvsClient();
    const store = createExportStore(client);
    await store.savePart('old', 0, part('ada'));
    await store.savePart('old', 1, part('bob'));
    await store.savePart('new', 0, part('cyd'));
    await store.keepOnly('new');
    expect(await store.readParts('new', 1)).toEqual([part('cyd')]);
    expect([...client.values.keys()].filter((key) => key.startsWith('export:old'))).toEqual([]);
  });
});
