import { expect } from 'vitest';

import { findChainFault } from '../../../src/domain/evidence/hash-chain';
import type { LedgerRecord } from '../../../src/domain/evidence/record';
import type { Site } from '../a-site';
import { pictureOf } from './site-picture';

export type CrashMode = 'crash' | 'crash-after-write';

/** Something that writes, on a site where it can succeed. */
export interface Prepared {
  readonly site: Site;
  /** Does it, or does it again; a refusal of the app as its sentence, else null. */
  readonly act: () => Promise<string | null>;
  /** What happens by itself, or is done again and again, until all is settled. */
  readonly settle?: () => Promise<void>;
}

export interface CrashCase {
  readonly prepare: () => Promise<Prepared>;
  /** What the second try may say when the first got far enough; by default it may say nothing but that it is done. */
  readonly doneAlready?: RegExp;
  /** Beginnings of the keys whose writes are crashed; by default every one. */
  readonly keys?: readonly string[];
}

/** Writes of one invocation beyond which a case is thought to go on for ever. */
const MOST_WRITES = 90;

/** How many writes were crashed in turn; each time the site is looked at, the act repeated, and the end compared. */
export async function crashAtEveryWrite(each: CrashCase, mode: CrashMode): Promise<number> {
  const undisturbed = await endOf(await each.prepare());
  let crashes = 0;
  for (const prefix of each.keys ?? [''])
    for (let after = 0; ; after += 1) {
      if (after > MOST_WRITES) throw new Error('This goes on writing for ever.');
      const prepared = await each.prepare();
      const fault = { target: 'kvs', match: `write ${prefix}`, after, mode };
      if (!(await crashOnce(each, prepared, fault))) break;
      expect(await pictureOf(prepared.site), whereOf(fault)).toEqual(undisturbed);
      crashes += 1;
    }
  return crashes;
}

const whereOf = ({ match, after }: { match: string; after: number }): string =>
  `${match} number ${String(after + 1)}`;

/** Crashes one write and repeats the act; false when there are not so many writes. */
async function crashOnce(
  { doneAlready = /^$/ }: CrashCase,
  { site, act, settle }: Prepared,
  fault: { readonly match: string; readonly after: number },
): Promise<boolean> {
  const before = recordsOf(site);
  site.host.fault(fault);
  await act().catch(() => null);
  if (site.host.faults().length > 0) return false;
  const where = whereOf(fault);
  await expectSound(site, before, where);
  const refusal = await act();
  if (refusal !== null) expect(refusal, where).toMatch(doneAlready);
  await settle?.();
  await expectSound(site, before, where);
  return true;
}

async function endOf({ site, act, settle }: Prepared): Promise<unknown> {
  expect(await act()).toBeNull();
  await settle?.();
  return pictureOf(site);
}

/** Whatever was recorded before still is; every ledger's chain holds; at most one review is open. */
async function expectSound(site: Site, before: readonly LedgerRecord[], where: string): Promise<void> {
  const records = recordsOf(site);
  expect(records, where).toEqual(expect.arrayContaining([...before]));
  for (const ledger of new Set(records.map((record) => record.ledger))) {
    const chain = records
      .filter((record) => record.ledger === ledger)
      .sort((a, b) => a.sequence - b.sequence);
    expect(findChainFault(chain), where).toBeNull();
  }
  const cycles = await site.get('admin', 'list-cycles');
  const ended = ['signed-off', 'cancelled', 'draft'];
  expect(cycles.filter(({ state }) => !ended.includes(state)).length, where).toBeLessThanOrEqual(1);
  for (const { cycleId } of cycles)
    expect((await site.get('admin', 'get-evidence', { cycleId })).chainIntact, where).toBe(true);
}

function recordsOf(site: Site): LedgerRecord[] {
  return site
    .stored()
    .flatMap(({ key, value }) => (key.startsWith('ledger:') ? [value as LedgerRecord] : []));
}
