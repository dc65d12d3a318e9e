import { createHost } from '../local/host';
import type { CreateApp } from '../local/forge/app-under-test';
import type { LocalHost } from '../local/host-contract';
import { prepare } from '../local/prepare';
import { Random } from '../local/generate/random';
import type { LedgerRecord } from '../../src/domain/evidence/record';
import type { LoggedCall } from '../local/call';
import { Disturber } from './disturber';
import { FIRST_MOVES, LAST_MOVES, MOVES } from './moves';
import type { Ending, Observed } from './observed';
import { OrganizationHistory } from './organization-history';
import { organizationOf, type Schedule } from './schedule';
import { saveSettings } from './settings';
import { Site, type Asked } from './site';
import type { FaultMode } from '../local/faults';

/** A run that was played to its end. */
export interface Played {
  readonly observed: Observed;
  readonly asked: readonly Asked[];
  readonly injected: ReadonlyMap<FaultMode, number>;
}

/** Times that something without which nothing can go on is tried. */
const BEGINNINGS = 8;
const MOST_LAST_MOVES = 150;
/** Times in a row that the same thing is refused before people leave it. */
const MOST_REFUSALS = 5;
const PAUSES = ['PT2S', 'PT20S', 'PT40S', 'PT2M', 'PT15M', 'PT3H'];
/** Milliseconds that calls take; a run should meet the end of a slice. */
const LATENCY = { rest: 50, kvs: 5, queue: 1_000 };

/** Plays a schedule on a fresh organization until no line can move or the people give up. */
export async function play(
  schedule: Schedule,
  app: { readonly createApp?: CreateApp } = {},
): Promise<Played> {
  const disturber = new Disturber(schedule.disturbances);
  const seed = organizationOf(schedule);
  const host = await createHost({
    seed,
    latency: LATENCY,
    duplicates: schedule.duplicates,
    // What the log forgot would look like a record of nothing.
    callsKept: Infinity,
    report: () => undefined,
    organization: disturber.organization,
    ...app,
  });
  try {
    const site = new Site(host, schedule, (change) => {
      disturber.happen(host, change);
    });
    const gaveUp = await playOn(site, schedule, disturber);
    const injected = disturber.injected(host);
    const ending = { gaveUp, skips: await skipsOf(site) };
    return { observed: observe(host, disturber, ending), asked: site.asked, injected };
  } finally {
    await host.close();
  }
}

/** Why the people gave up, or null. */
async function playOn(site: Site, schedule: Schedule, disturber: Disturber): Promise<string | null> {
  const { host } = site;
  host.organization.setAppRightsDelay(0);
  await host.install({ schedules: schedule.schedules });
  await prepare(host);
  await saveSettings(site);
  disturber.begin(host, 0);
  if (!(await openReview(site))) return site.refusal ?? 'No review could be opened.';
  for (const move of FIRST_MOVES) await move(site, new Random(schedule.seed));
  for (let round = 1; round <= schedule.rounds; round += 1) {
    disturber.begin(host, round);
    // Of its own, so that a disturbance that is left out does not change what people do later.
    const random = new Random(schedule.seed * 1_009 + round);
    await playOne(site, random);
    await host.advance(random.pick(PAUSES));
  }
  disturber.end(host);
  return finish(site, new Random(schedule.seed));
}

/** Scans and opens a review; whoever does so tries again when it fails. */
async function openReview(site: Site): Promise<boolean> {
  for (let tries = 0; tries < BEGINNINGS; tries += 1) {
    await site.ask('admin', 'start-scan', {});
    await site.host.drain();
    const opened = await site.ask('admin', 'open-cycle', {});
    const cycleId = opened?.ok === true ? opened.data.cycleId : await openCycleId(site);
    if (cycleId !== null) {
      site.cycleId = cycleId;
      return true;
    }
    await site.host.advance('PT20M');
  }
  return false;
}

/** The answer may be lost although the review was opened. */
async function openCycleId(site: Site): Promise<string | null> {
  const cycle = await site.get('admin', 'get-cycle', {});
  return cycle !== null && cycle.state !== 'draft' ? cycle.cycleId : null;
}

/** Somebody does something: a move is drawn until one has something to do. */
async function playOne(site: Site, random: Random): Promise<void> {
  let left = [...MOVES];
  while (left.length > 0) {
    const move = random.weighted(left);
    if (await move.play(site, random)) return;
    left = left.filter((each) => each !== move);
  }
}

/** Brings the review to its end. Why the people gave up, or null when nothing is left to do. */
async function finish(site: Site, random: Random): Promise<string | null> {
  const refusals = new Map<unknown, number>();
  let reason: string | null = null;
  for (let moves = 0; moves < MOST_LAST_MOVES; moves += 1) {
    const tired = (play: unknown): boolean => (refusals.get(play) ?? 0) >= MOST_REFUSALS;
    site.unread = null;
    const played = await playFirst(
      site,
      random,
      LAST_MOVES.filter((each) => !tired(each)),
    );
    if (played === null) return reason ?? site.unread;
    refusals.set(played, site.refusal === null ? 0 : (refusals.get(played) ?? 0) + 1);
    if (tired(played)) reason = site.refusal;
    await site.host.advance('PT1M');
    await site.host.drain();
  }
  return reason ?? site.refusal ?? 'It went on for too long.';
}

async function playFirst(
  site: Site,
  random: Random,
  moves: typeof LAST_MOVES,
): Promise<(typeof LAST_MOVES)[number] | null> {
  for (const move of moves) if (await move(site, random)) return move;
  return null;
}

async function skipsOf(site: Site): Promise<Ending['skips']> {
  return site.cycleId === null ? [] : ((await site.plan('admin'))?.skips ?? []);
}

function observe(host: LocalHost, disturber: Disturber, ending: Ending): Observed {
  const { organization } = host;
  return {
    calls: host.inspect('calls') as readonly LoggedCall[],
    history: new OrganizationHistory(organization.seed, disturber.happened, organization.membershipChanges()),
    ledgers: ledgersOf(host),
    ending,
  };
}

const LEDGER_KEY = /^ledger:(.+):(\d+)$/;

/** What lies in storage under the keys of ledgers, as it is. */
function ledgersOf(host: LocalHost): Observed['ledgers'] {
  const ledgers = new Map<string, { sequence: number; record: LedgerRecord }[]>();
  for (const { key, value } of host.inspect('kvs') as readonly { key: string; value: LedgerRecord }[]) {
    const [, name = '', sequence = ''] = LEDGER_KEY.exec(key) ?? [];
    if (name === '') continue;
    ledgers.set(name, [...(ledgers.get(name) ?? []), { sequence: Number(sequence), record: value }]);
  }
  return new Map(
    [...ledgers].map(([name, records]) => [
      name,
      records.sort((a, b) => a.sequence - b.sequence).map(({ record }) => record),
    ]),
  );
}
