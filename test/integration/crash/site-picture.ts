import { z } from 'zod';

import type { Site } from '../a-site';

/** Ids of the app's own making, hashes, and times: they differ from one run to the next. */
const ID = /\b(cycle|run|scan|snapshot|import|exemption|delegation|undo)-[0-9a-f]{16}\b/g;
const TIME = /\b20\d\d-\d\d-\d\dT[\d:.]+Z\b/g;
const HASH = /\b[0-9a-f]{64}\b/g;
/** An opening that broke off is told as cancelled, and each storing or trying of a key is a fact of its own. */
const COUNTED_TWICE = /^(cycle|key)-/;
/**
 * Numbers of records, for one more attempt is one more record; and whether a person was told, for a message that was
 * broken off is never sent again.
 */
const MAY_DIFFER: readonly string[] = ['sequence', 'notice'];
const TOLD = /\d+ \w+ told, (\d+) not reachable, \d+ perhaps not told/g;

/** All that people are shown of a site, but for what differs from one run to the next. */
export async function pictureOf(site: Site): Promise<unknown> {
  const cycles = (await site.get('admin', 'list-cycles')).filter(({ state }) => state !== 'cancelled');
  const page = { limit: 100 };
  const shown = {
    overview: await site.get('admin', 'get-overview'),
    scan: await site.get('admin', 'get-scan'),
    flags: await site.get('admin', 'list-flags'),
    settings: await site.get('admin', 'get-settings'),
    delegations: await site.get('admin', 'list-delegations'),
    exemptions: await site.get('admin', 'list-exemptions'),
    exceptions: await site.get('admin', 'list-exceptions', page),
    handoffs: await site.get('admin', 'list-handoffs', page),
    seats: await site.ask('admin', 'list-seats', page),
    current: await site.get('admin', 'get-cycle'),
    cycles: await Promise.all(
      cycles.map(async ({ cycleId }) => ({
        cycle: await site.get('admin', 'get-cycle', { cycleId }),
        lines: await site.get('admin', 'list-lines', { cycleId, ...page }),
      })),
    ),
    memberships: site.memberships(),
    recorded: site
      .stored()
      .flatMap(({ key, value }) => (isOfOrganization(key) ? [kindOf(value)] : []))
      .filter((kind) => !COUNTED_TWICE.test(kind)),
    stored: [...new Set(site.stored().map(({ key }) => key.replace(ID, '$1')))].filter(
      (key) => !key.startsWith('ledger:'),
    ),
  };
  const text = JSON.stringify(shown, (name, value: unknown) => (MAY_DIFFER.includes(name) ? null : value));
  return JSON.parse(
    text
      .replace(ID, '$1')
      .replace(TIME, 'time')
      .replaceAll('from time to time', 'at time')
      .replace(HASH, 'hash')
      .replace(TOLD, 'told or perhaps not'),
  ) as unknown;
}

const record = z.object({ event: z.object({ kind: z.string() }) });

function isOfOrganization(key: string): boolean {
  return key.startsWith('ledger:org:');
}

function kindOf(value: unknown): string {
  return record.parse(value).event.kind;
}
