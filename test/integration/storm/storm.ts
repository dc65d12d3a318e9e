import { Random } from '../../local/generate/random';
import type { Review } from '../a-review';
import { nextDeed, type Deed, type Page } from './attempt';
import { CAST, type Actor } from './cast';

/** What became of a deed: null when the invocation died, so that nobody was told. */
export interface Attempt extends Deed {
  readonly by: string;
  /** Sequence that the person's page had seen. */
  readonly seen: number;
  readonly reply:
    { readonly ok: true } | { readonly ok: false; readonly code: string; readonly message: string } | null;
}

const LEDGER = 'set ledger:cycle';

/** Faults of storage, one at most for each wave. */
const FAULTS: readonly object[] = [
  { match: LEDGER, status: 409, times: 2 },
  { match: LEDGER, status: 429, times: 2 },
  { match: LEDGER, status: 500 },
  { match: LEDGER, mode: 'drop-after-write' },
  { match: 'batch ledger:cycle', mode: 'stale-read', times: 6 },
  { match: 'get ledger:cycle', mode: 'stale-read', times: 2 },
  { match: 'batch fold', mode: 'stale-read', times: 3 },
  { match: 'write', mode: 'crash', after: 2 },
  { match: 'write', mode: 'crash-after-write', after: 1 },
];

/** Everybody acts once in each wave, all at the same time, on what their pages happen to show. */
export async function storm(review: Review, waves: number, seed: number): Promise<Attempt[]> {
  const random = new Random(seed);
  const { host } = review.site;
  const pages = new Map<string, Page>();
  const attempts: Attempt[] = [];
  host.setLatency({ rest: 4, kvs: 3 });
  for (let wave = 0; wave < waves; wave += 1) {
    for (const { accountId } of CAST)
      if (!pages.has(accountId) || random.chance(0.4)) pages.set(accountId, await look(review));
    if (random.chance(0.5)) host.fault({ target: 'kvs', ...random.pick(FAULTS) });
    const acts = CAST.map((actor) => {
      const page = pages.get(actor.accountId) ?? EMPTY;
      const deed = nextDeed(actor, page, random, `tag ${random.hex(12)}`);
      return { actor, deed, page, delay: random.integer(0, 40) };
    });
    attempts.push(...(await Promise.all(acts.map((each) => act(review, each)))));
    host.clearFaults();
    await host.advance('PT1M');
  }
  return attempts;
}

const EMPTY: Page = { rows: [], sequence: 0, runId: null, fingerprint: '' };

async function look({ site, cycleId }: Review): Promise<Page> {
  const { rows } = await site.get('admin', 'list-lines', { cycleId, limit: 100 });
  const { runId } = (await site.get('admin', 'get-cycle', { cycleId })) ?? { runId: null };
  const { fingerprint } = await site.get('admin', 'get-plan', { cycleId });
  return { rows, sequence: rows[0]?.sequence ?? 0, runId, fingerprint };
}

async function act(
  { site, cycleId }: Review,
  { actor, deed, page, delay }: { actor: Actor; deed: Deed; page: Page; delay: number },
): Promise<Attempt> {
  await site.host.clock.sleep(delay);
  const payload = 'cycleId' in deed.payload ? { ...deed.payload, cycleId } : deed.payload;
  const reply = await site.ask(actor.accountId, deed.resolver, payload).catch(() => null);
  const told = reply === null || reply.ok ? reply : { ok: false as const, ...reply.error };
  return { ...deed, by: actor.accountId, seen: page.sequence, reply: told };
}
