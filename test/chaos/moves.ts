import type { PayloadOf } from '../../src/contract/resolvers';
import type { LineRow } from '../../src/contract/review-replies';
import type { Random } from '../local/generate/random';
import type { Person, Site } from './site';

/** Something that somebody does now and then. */
export interface Move {
  readonly name: string;
  /** How often it is chosen, against the others. */
  readonly weight: number;
  /** Tries it once; false where there is nothing of the kind to do. */
  readonly play: (site: Site, random: Random) => Promise<boolean>;
}

const REVIEWERS: readonly Person[] = ['jira-admin', 'jira-admin', 'admin'];
const APPROVERS: readonly Person[] = ['approver', 'approver', 'admin'];
const EXECUTORS: readonly Person[] = ['second-admin', 'second-admin', 'admin'];

/** Slices of an undo after which whoever asked for it leaves it. */
const MOST_UNDO_SLICES = 6;

/** Days for which people wait for a check that cannot be made. */
const MOST_DAYS = 8;

const isRemoval = ({ decision }: LineRow): boolean => decision?.decision === 'remove';
const recommendsRemoval = ({ recommended }: LineRow): boolean => recommended === 'remove';

const numbersOf = (rows: readonly LineRow[]): number[] => rows.map(({ line }) => line);
/** The newest that a page shows of these lines. */
const seenOf = (rows: readonly LineRow[]): number => rows[0]?.sequence ?? 0;

/** Some lines of one verdict, as people choose them for one decision. */
function someAlike(rows: readonly LineRow[], random: Random, most: number): readonly LineRow[] {
  if (rows.length === 0) return [];
  const { verdict } = random.pick(rows);
  const alike = rows.filter((row) => row.verdict === verdict);
  const numbers = new Set(numbersOf(alike));
  // Lines that share a group are decided together.
  const whole = alike.filter(({ bundle }) => bundle.every((line) => numbers.has(line)));
  const chosen = random.shuffled(whole).slice(0, random.integer(1, most));
  const bundles = new Set(chosen.flatMap(({ line, bundle }) => [line, ...bundle]));
  return alike.filter(({ line }) => bundles.has(line));
}

async function decideRemovals(site: Site, random: Random): Promise<boolean> {
  const rows = (await site.lines()).filter(
    (row) => row.changeable && recommendsRemoval(row) && !isRemoval(row),
  );
  const chosen = someAlike(rows, random, 40);
  if (chosen.length === 0) return false;
  const decision = { decision: 'remove', reason: 'follows-recommendation' } as const;
  const payload = { cycleId: site.review, lines: numbersOf(chosen), seen: seenOf(chosen), ...decision };
  await site.ask(random.pick(REVIEWERS), 'decide-lines', payload);
  return true;
}

async function keepSome(site: Site, random: Random): Promise<boolean> {
  const chosen = someAlike(await site.lines({ state: 'undecided' }), random, 3);
  if (chosen.length === 0) return false;
  const decision = { decision: 'keep', reason: 'still-needed', note: 'They said so' } as const;
  const payload = { cycleId: site.review, lines: numbersOf(chosen), seen: seenOf(chosen), ...decision };
  await site.ask(random.pick(REVIEWERS), 'decide-lines', payload);
  return true;
}

async function askOwners(site: Site, random: Random): Promise<boolean> {
  const rows = await site.lines({ state: 'undecided', verdict: 'route-out' });
  const chosen = random.shuffled(rows).slice(0, random.integer(1, 12));
  if (chosen.length === 0) return false;
  const decision = { decision: 'route-out', reason: 'follows-recommendation' } as const;
  const payload = { cycleId: site.review, lines: numbersOf(chosen), seen: seenOf(chosen), ...decision };
  await site.ask(random.pick(REVIEWERS), 'decide-lines', payload);
  return true;
}

/** Owners of what was routed out answer, mostly that it may be removed. */
async function answerForOwners(site: Site, random: Random): Promise<boolean> {
  const rows = (await site.lines({ decision: 'route-out' })).filter((row) => !recommendsRemoval(row));
  if (rows.length === 0) return false;
  const { line, owners, sequence } = random.pick(rows);
  await site.ask('jira-admin', 'answer-handoffs', {
    cycleId: site.review,
    handoffIds: owners.map((owner) => `${String(line)}-${owner}`),
    answer: random.chance(0.85) ? 'remove' : 'keep',
    answeredBy: 'The owner',
    seen: sequence,
  });
  return true;
}

async function takeBack(site: Site, random: Random): Promise<boolean> {
  const rows = (await site.lines({ state: 'decided' })).filter(isRemoval);
  if (rows.length === 0) return false;
  const payload = { cycleId: site.review, lines: [random.pick(rows).line], reason: 'On second thoughts' };
  await site.ask(random.pick(REVIEWERS), 'undo-decision', payload);
  return true;
}

const approveAs =
  (approver: Person): Move['play'] =>
  async (site, random) => {
    const rows = await site.lines({ state: 'decided' });
    const own = site.accountOf(approver);
    const mine = rows.filter(({ accountId, decision }) => accountId !== own && decision?.by !== own);
    if (mine.length === 0) return false;
    const chosen = random.shuffled(mine).slice(0, random.integer(1, 60));
    const payload = { cycleId: site.review, lines: numbersOf(chosen), seen: seenOf(chosen) };
    await site.ask(approver, 'approve-lines', payload);
    return true;
  };

const approveAsAny: Move['play'] = (site, random) => approveAs(random.pick(APPROVERS))(site, random);

async function sendBack(site: Site, random: Random): Promise<boolean> {
  const rows = (await site.lines()).filter(({ state }) => state === 'approved' || state === 'decided');
  if (rows.length === 0) return false;
  const lines = numbersOf(random.shuffled(rows).slice(0, random.integer(1, 3)));
  await site.ask('approver', 'return-lines', { cycleId: site.review, lines, reason: 'Not sure yet' });
  return true;
}

async function confirmGroups(site: Site): Promise<boolean> {
  const [group] = (await site.plan('second-admin'))?.toConfirm ?? [];
  if (group === undefined) return false;
  await site.ask('second-admin', 'confirm-group', { groupId: group.id, reason: 'Made by hand' });
  return true;
}

/** Starts a run on the plan as it is shown. */
const startAs =
  (executor: Person, how: Pick<PayloadOf<'start-run'>, 'executor'> = {}): Move['play'] =>
  async (site) => {
    const plan = await site.plan(executor);
    if (plan?.mayStart !== true) return false;
    const { fingerprint } = plan;
    const reply = await site.ask(executor, 'start-run', { cycleId: site.review, fingerprint, ...how });
    if (reply?.ok === true) site.run = { runId: reply.data.runId, executor };
    else await findRun(site);
    return true;
  };

/** The organization key removes; whoever starts the run only watches. */
const startWithKey: Move['play'] = (site, random) =>
  startAs(random.pick(EXECUTORS), { executor: 'organization-key' })(site, random);

const startAsAny: Move['play'] = (site, random) => startAs(random.pick(EXECUTORS))(site, random);

/** The answer may be lost although the run was started: the page shows it when it is opened again. */
async function findRun(site: Site): Promise<void> {
  const runId = (await site.get('admin', 'get-cycle', { cycleId: site.review }))?.runId ?? null;
  if (runId === null || runId === site.run?.runId) return;
  const startedBy = (await site.get('admin', 'get-run', { runId }))?.startedBy;
  const executor = EXECUTORS.find((person) => site.accountOf(person) === startedBy);
  if (executor !== undefined) site.run = { runId, executor };
}

async function isRunning(site: Site): Promise<boolean> {
  return (await site.runView())?.state === 'running';
}

async function goOn(site: Site): Promise<boolean> {
  const view = await site.runView();
  if (site.run === null || view?.state !== 'running') return false;
  const { runId, executor } = site.run;
  if (view.executor === 'organization-key') return wakeHourly(site);
  await site.ask(executor, 'run-slice', { runId });
  return true;
}

/** The same person has the page open twice. */
async function goOnTwice(site: Site): Promise<boolean> {
  if (site.run === null || !(await isRunning(site))) return false;
  const { runId, executor } = site.run;
  const slice = () => site.ask(executor, 'run-slice', { runId });
  await Promise.all([slice(), slice()]);
  return true;
}

async function stopRun(site: Site): Promise<boolean> {
  if (site.run === null || !(await isRunning(site))) return false;
  await site.ask('jira-admin', 'stop-run', { runId: site.run.runId, reason: 'Wait' });
  return true;
}

/** Somebody stops a run while a slice of it is under way. */
async function stopMeanwhile(site: Site, random: Random): Promise<boolean> {
  if (site.run === null || !(await isRunning(site))) return false;
  const { runId, executor } = site.run;
  const later = async (): Promise<void> => {
    await site.host.clock.sleep(random.integer(200, 8_000));
    await site.ask('jira-admin', 'stop-run', { runId, reason: 'Wait' });
  };
  await Promise.all([site.ask(executor, 'run-slice', { runId }), later()]);
  return true;
}

/** Somebody asks for access back, and gets it slice by slice. */
async function undoOne(site: Site, random: Random): Promise<boolean> {
  const rows = (await site.lines()).filter(({ undoable, state }) => undoable && state !== 'executing');
  if (rows.length === 0 || (await isRunning(site))) return false;
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

/** Somebody whose seat is to be removed says that they still need it. */
async function claimSeat(site: Site, random: Random): Promise<boolean> {
  const rows = (await site.lines()).filter(({ state }) => state === 'approved' || state === 'noticed');
  if (rows.length === 0) return false;
  const { accountId, product } = random.pick(rows);
  await site.claim(accountId, product);
  return true;
}

async function verify(site: Site): Promise<boolean> {
  if ((await site.lines({ state: 'verifying' })).length === 0) return false;
  await site.ask('jira-admin', 'verify-removals', { cycleId: site.review });
  return true;
}

async function scanAgain(site: Site): Promise<boolean> {
  await site.ask('admin', 'start-scan', {});
  await site.host.drain();
  return true;
}

async function wakeHourly(site: Site): Promise<boolean> {
  await site.host.advance('PT1H');
  await site.host.trigger('seattrace-hourly');
  await site.host.drain();
  return true;
}

/** What people do while a review is open, in any order; a new move is a row. */
export const MOVES: readonly Move[] = [
  { name: 'decide removals', weight: 14, play: decideRemovals },
  { name: 'keep some', weight: 2, play: keepSome },
  { name: 'ask owners', weight: 4, play: askOwners },
  { name: 'answer for owners', weight: 5, play: answerForOwners },
  { name: 'take a decision back', weight: 2, play: takeBack },
  { name: 'approve', weight: 16, play: approveAsAny },
  { name: 'send back', weight: 2, play: sendBack },
  { name: 'confirm groups', weight: 4, play: confirmGroups },
  { name: 'start a run', weight: 14, play: startAsAny },
  { name: 'start with the key', weight: 5, play: startWithKey },
  { name: 'go on', weight: 34, play: goOn },
  { name: 'go on in two tabs', weight: 6, play: goOnTwice },
  { name: 'stop the run', weight: 2, play: stopRun },
  { name: 'stop the run meanwhile', weight: 4, play: stopMeanwhile },
  { name: 'verify', weight: 4, play: verify },
  { name: 'undo a removal', weight: 3, play: undoOne },
  { name: 'claim a seat', weight: 2, play: claimSeat },
  { name: 'scan again', weight: 1, play: scanAgain },
  { name: 'wake hourly', weight: 3, play: wakeHourly },
];

/** Before anything else most lines are decided and approved: removals are what a run is about. */
export const FIRST_MOVES: readonly Move['play'][] = [
  decideRemovals,
  decideRemovals,
  askOwners,
  approveAs('approver'),
  confirmGroups,
];

/** Nobody answers any more: what is undecided is closed by the rule of the review, once its due day is over. */
async function endDeciding(site: Site): Promise<boolean> {
  if ((await site.lines({ state: 'undecided' })).length === 0) return false;
  const payload = { cycleId: site.review, reason: 'The due day is over' };
  if (!(await site.does('jira-admin', 'end-deciding', payload))) await site.host.advance('P1D');
  return true;
}

/** The check that closes a removal comes a day after it. What cannot be read then is looked at for some days more. */
async function verifyTomorrow(site: Site): Promise<boolean> {
  if (site.daysWaited >= MOST_DAYS || (await site.lines({ state: 'verifying' })).length === 0) return false;
  site.daysWaited += 1;
  await site.host.advance('PT25H');
  return verify(site);
}

/** How a review is brought to its end: the first of these with something to do is done, until none has. */
export const LAST_MOVES: readonly Move['play'][] = [
  goOn,
  confirmGroups,
  startAs('second-admin'),
  startAs('admin'),
  approveAs('approver'),
  approveAs('admin'),
  endDeciding,
  verifyTomorrow,
];
