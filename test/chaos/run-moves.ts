import type { RunView } from '../../src/contract/execution-replies';
import type { PayloadOf } from '../../src/contract/resolvers';
import { minutesOf } from './blackout-hours';
import { wallClockOf } from '../../src/lib/zoned-time';
import type { Random } from '../local/generate/random';
import type { Play } from './move';
import type { Person, Site } from './site';

const EXECUTORS: readonly Person[] = ['second-admin', 'second-admin', 'admin'];
const DAY_MINUTES = 24 * 60;

export async function confirmGroups(site: Site): Promise<boolean> {
  const [group] = (await site.plan('second-admin'))?.toConfirm ?? [];
  if (group === undefined) return false;
  await site.ask('second-admin', 'confirm-group', { groupId: group.id, reason: 'Made by hand' });
  return true;
}

type How = Pick<PayloadOf<'start-run'>, 'executor'>;

/** Starts a run on the plan as it is shown. */
export const startAs =
  (executor: Person, how: How = {}): Play =>
  async (site) => {
    const plan = await site.plan(executor);
    if (plan?.mayStart !== true) return false;
    await start(site, executor, { ...how, fingerprint: plan.fingerprint });
    return true;
  };

/** Somebody starts a run although the page does not offer it: whoever is left out has not been told long enough. */
export async function startTooEarly(site: Site, random: Random): Promise<boolean> {
  if (site.frame.noticeDays === 0 || (await isUnended(site))) return false;
  const executor = random.pick(EXECUTORS);
  const plan = await site.plan(executor);
  if (plan === null || plan.mayStart || plan.skips.length === 0) return false;
  await start(site, executor, plan);
  return true;
}

async function start(
  site: Site,
  executor: Person,
  { fingerprint, ...how }: How & { readonly fingerprint: string },
): Promise<void> {
  const asked = { cycleId: site.review, fingerprint, executor: how.executor };
  const reply = await site.ask(executor, 'start-run', asked);
  if (reply?.ok === true) site.run = { runId: reply.data.runId, executor };
  else await findRun(site);
}

/** The organization key removes; whoever starts the run only watches. */
export const startWithKey: Play = (site, random) =>
  startAs(random.pick(EXECUTORS), { executor: 'organization-key' })(site, random);

export const startAsAny: Play = (site, random) => startAs(random.pick(EXECUTORS))(site, random);

/** The answer may be lost although the run was started: the page shows it when it is opened again. */
async function findRun(site: Site): Promise<void> {
  const runId = (await site.get('admin', 'get-cycle', { cycleId: site.review }))?.runId ?? null;
  if (runId === null || runId === site.run?.runId) return;
  const startedBy = (await site.get('admin', 'get-run', { runId }))?.startedBy;
  const executor = EXECUTORS.find((person) => site.accountOf(person) === startedBy);
  if (executor !== undefined) site.run = { runId, executor };
}

interface Running {
  readonly runId: string;
  readonly executor: Person;
  readonly view: RunView;
}

/** The newest run where it stands so; null else. */
async function runThatIs(state: RunView['state'], site: Site): Promise<Running | null> {
  const view = await site.runView();
  return site.run === null || view?.state !== state ? null : { ...site.run, view };
}

async function isUnended(site: Site): Promise<boolean> {
  const state = (await site.runView())?.state;
  return state === 'running' || state === 'paused';
}

const isWithKey = ({ view }: Running): boolean => view.executor === 'organization-key';

export async function goOn(site: Site): Promise<boolean> {
  const run = await runThatIs('running', site);
  if (run === null) return false;
  if (isWithKey(run)) return wakeHourly(site);
  await site.ask(run.executor, 'run-slice', { runId: run.runId });
  return true;
}

export async function wakeHourly(site: Site): Promise<boolean> {
  await site.host.advance('PT1H');
  await site.host.trigger('seattrace-hourly');
  await site.host.drain();
  return true;
}

/** The same person has the page open twice. */
export async function goOnTwice(site: Site): Promise<boolean> {
  const run = await runThatIs('running', site);
  if (run === null) return false;
  const slice = () => site.ask(run.executor, 'run-slice', { runId: run.runId });
  await Promise.all([slice(), slice()]);
  return true;
}

/** A way in which somebody holds a run. */
type Hold = (site: Site, runId: string) => Promise<unknown>;

export const stop: Hold = (site, runId) => site.ask('jira-admin', 'stop-run', { runId, reason: 'Wait' });
export const pause: Hold = (site, runId) => site.ask('jira-admin', 'pause-run', { runId });

/** Somebody holds a run between two slices or deliveries. */
export const between =
  (hold: Hold): Play =>
  async (site) => {
    const run = await runThatIs('running', site);
    if (run === null) return false;
    await hold(site, run.runId);
    return true;
  };

/** Somebody holds a run while a slice or a delivery of it is under way. */
export const meanwhile =
  (hold: Hold): Play =>
  async (site, random) => {
    const run = await runThatIs('running', site);
    if (run === null) return false;
    const { runId, executor } = run;
    const later = async (): Promise<void> => {
      await site.host.clock.sleep(random.pick([300, 1_000, 3_000, 8_000]));
      await hold(site, runId);
    };
    const work = isWithKey(run) ? site.host.drain() : site.ask(executor, 'run-slice', { runId });
    await Promise.all([work, later()]);
    return true;
  };

/** Somebody pauses a run as soon as it has begun to work. */
export const startAndPause: Play = async (site, random) => {
  const start = random.chance(0.5) ? startAsAny : startWithKey;
  return (await start(site, random)) && meanwhile(pause)(site, random);
};

/** Somebody who did not start the run is refused. */
export const resumeAsAny: Play = (site, random) => resumeAs(site, random.pick(EXECUTORS));

export async function resume(site: Site): Promise<boolean> {
  return site.run !== null && resumeAs(site, site.run.executor);
}

async function resumeAs(site: Site, person: Person): Promise<boolean> {
  const run = await runThatIs('paused', site);
  if (run === null) return false;
  await site.ask(person, 'resume-run', { runId: run.runId });
  return true;
}

/** People leave a run alone until it says that it goes on. */
export async function waitAsTold(site: Site): Promise<boolean> {
  const until = (await runThatIs('running', site))?.view.waitsUntil ?? null;
  const seconds = until === null ? 0 : Math.ceil((Date.parse(until) - site.host.clock.now()) / 1_000);
  if (seconds <= 0) return false;
  await site.host.advance(`PT${String(seconds)}S`);
  return true;
}

/** Seconds before blackout hours at which somebody still begins something. */
const MOST_SECONDS_BEFORE = 20;

/** Shortly before the time of day at which blackout hours begin. */
export const atDusk =
  (play: Play): Play =>
  async (site, random) => {
    const { blackout } = site.frame;
    if (blackout === null) return false;
    const now = site.host.clock.now();
    const { minutes } = wallClockOf(blackout.timeZone)(now);
    const left =
      60 * ((minutesOf(blackout.from) - minutes + DAY_MINUTES) % DAY_MINUTES) - ((now / 1_000) % 60);
    const seconds = Math.floor(left) - random.integer(1, MOST_SECONDS_BEFORE);
    if (seconds > 0) await site.host.advance(`PT${String(seconds)}S`);
    return play(site, random);
  };

/** Slices of an undo after which whoever asked for it leaves it. */
const MOST_UNDO_SLICES = 6;

/** Somebody asks for access back, or goes on where that was left, and gets it slice by slice. */
export async function undoOne(site: Site, random: Random): Promise<boolean> {
  const rows = (await site.lines()).filter(
    ({ undoable, undo, state }) => undo !== null || (undoable && state !== 'executing'),
  );
  if (rows.length === 0 || (await runThatIs('running', site)) !== null) return false;
  const cycleId = site.review;
  const of = { line: random.pick(rows).line };
  const begun = await site.ask('second-admin', 'start-undo', { cycleId, of, reason: 'They need it' });
  if (begun?.ok !== true) return true;
  const { undoId } = begun.data;
  for (let slice = 0; slice < MOST_UNDO_SLICES; slice += 1) {
    const view = await site.ask('second-admin', 'undo-slice', { cycleId, undoId });
    if (view?.ok === true && view.data.state === 'done') break;
    await site.host.advance('PT40S');
  }
  return true;
}
