import type { LocalHost } from '../../test/local/host-contract';
import { createHost } from '../../test/local/host';
import { toUserExport } from '../../test/local/generate/user-export';
import { importExport, invokeAsAdmin, prepare } from '../../test/local/prepare';
import { toScanDocument } from './scan-document';
import { readStoredSnapshot } from './stored-snapshot';
import type { LoggedCall } from '../../test/local/call';
import { isRightReason } from './fault-reasons';
import type { Trial } from './fault-trials';

type ScanDocument = ReturnType<typeof toScanDocument>;

/** How a trial went; `problems` says what must never be, and is empty for a sound scan. */
export interface TrialResult extends Trial {
  /** `refused`: the scan was not begun. `cautious`: complete, with seats that wait for facts. */
  readonly outcome: 'complete' | 'cautious' | 'incomplete' | 'refused' | 'unfinished';
  /** What the page says of the scan, or why it was not begun. */
  readonly message: string;
  /** Hours on the local clock until it ended. */
  readonly hours: number;
  readonly problems: readonly string[];
}

/** A scan without faults, which the others are compared with. */
export interface Undisturbed {
  readonly document: ScanDocument;
  /** Everything that starting and running the scan asked. */
  readonly calls: readonly LoggedCall[];
}

interface Stored {
  readonly key: string;
  readonly value?: unknown;
}

const NO_LATENCY = { rest: 0, kvs: 0, queue: 0 };
/** Calls that an `always` fault hits: more than any scan makes. */
const ALWAYS = 1_000_000;
/** The hourly trigger wakes a scan that was interrupted; after this long it counts as hanging. */
const PATIENCE_HOURS = 24;
const HALF_A_DAY = 12;
const HOUR_MS = 3_600_000;

/** A prepared site whose app has scanned once, so that there is something to lose. */
async function aScannedHost(seed: unknown, scan: Trial['scan']): Promise<LocalHost> {
  const host = await createHost({ seed, latency: NO_LATENCY, report: () => undefined });
  host.organization.setAppRightsDelay(0);
  await host.install({ schedules: false });
  await prepare(host, { orgKey: scan === 'org-key' });
  const { seed: organization } = host.organization;
  if (scan === 'jira-only')
    await importExport(host, {
      text: toUserExport(organization),
      exportedOn: organization.clock.slice(0, 10),
    });
  await scanToItsEnd(host);
  return host;
}

async function scanToItsEnd(host: LocalHost): Promise<void> {
  await invokeAsAdmin(host, 'start-scan', {});
  await host.drain();
}

/** The second scan of a site, undisturbed. */
export async function undisturbedScan(seed: unknown, scan: Trial['scan']): Promise<Undisturbed> {
  const host = await aScannedHost(seed, scan);
  try {
    const before = callsOf(host).length;
    await scanToItsEnd(host);
    const state = scanState(host);
    if (state.state !== 'complete') throw new Error(`Without a fault the scan ended: ${state.message}`);
    return { document: await documentOf(host), calls: callsOf(host).slice(before) };
  } finally {
    await host.close();
  }
}

/** Scans while calls fail, then once more without faults. */
export async function runTrial(seed: unknown, trial: Trial, undisturbed: Undisturbed): Promise<TrialResult> {
  const host = await aScannedHost(seed, trial.scan);
  try {
    const kept = await keptScan(host);
    const begun = host.clock.now();
    const { mode, status } = trial.failure;
    host.fault({
      target: trial.target,
      match: trial.match,
      mode,
      ...(status === undefined ? {} : { status }),
      times: trial.often === 'once' ? 1 : ALWAYS,
    });
    const refusal = await startDisturbed(host);
    const ended = refusal === undefined && (await waitForEnd(host));
    host.clearFaults();
    const hours = Math.round(((host.clock.now() - begun) / HOUR_MS) * 10) / 10;
    const seen = { refusal, ended, hours, kept, trialOfStorage: trial.target === 'kvs' };
    const result = { ...trial, ...(await judge(host, seen, undisturbed)) };
    const isReasoned =
      !['incomplete', 'refused'].includes(result.outcome) || isRightReason(trial, result.message);
    return isReasoned
      ? result
      : { ...result, problems: [...result.problems, 'The reason is not the right one.'] };
  } finally {
    await host.close();
  }
}

/** Why the scan was not begun, or undefined. */
async function startDisturbed(host: LocalHost): Promise<string | undefined> {
  const before = scanState(host).scanId;
  try {
    await invokeAsAdmin(host, 'start-scan', {});
  } catch (error) {
    // The answer may be lost although the scan is under way.
    const { scanId, message } = scanState(host);
    if (scanId === before) return error instanceof Error ? error.message : message;
  }
  return undefined;
}

/** Drains the queues; what lost its delivery is woken by the hourly trigger. Whether it ended within a day. */
async function waitForEnd(host: LocalHost): Promise<boolean> {
  await host.drain();
  for (let hour = 0; hour < PATIENCE_HOURS && isUnfinished(host); hour += 1) {
    await host.advance('PT1H');
    await host.trigger('seattrace-hourly');
    await host.drain();
  }
  return !isUnfinished(host);
}

interface Seen {
  readonly refusal: string | undefined;
  readonly ended: boolean;
  readonly hours: number;
  readonly kept: string;
  readonly trialOfStorage: boolean;
}

async function judge(
  host: LocalHost,
  { refusal, ended, hours, kept, trialOfStorage }: Seen,
  undisturbed: Undisturbed,
): Promise<Pick<TrialResult, 'outcome' | 'message' | 'hours' | 'problems'>> {
  const { state, message } = scanState(host);
  const result = (outcome: TrialResult['outcome'], problems: readonly string[]) => ({
    outcome,
    message: refusal ?? message,
    hours,
    problems,
  });
  if (refusal === undefined && !ended) return result('unfinished', ['The scan goes on for ever.']);
  // Storage that is out of order cannot be tidied up before the next scan.
  const problems = refusal === undefined && !trialOfStorage ? halfStored(host) : [];
  if (refusal === undefined && state === 'complete') {
    const { seats } = await documentOf(host);
    const differing = differences(undisturbed.document.seats, seats);
    const outcome = differing.length === 0 ? 'complete' : 'cautious';
    return result(outcome, [
      ...problems,
      ...bolder(differing),
      ...(await afterwards(host, undisturbed, hours)),
    ]);
  }
  if ((await keptScan(host)) !== kept) problems.push('The last complete scan did not stay as it was.');
  problems.push(...(await afterwards(host, undisturbed, hours)));
  return result(refusal === undefined ? 'incomplete' : 'refused', problems);
}

/** The next scan, undisturbed, has to be whole. After half a day seats have aged: then only that none is missing. */
async function afterwards(host: LocalHost, undisturbed: Undisturbed, hours: number): Promise<string[]> {
  await scanToItsEnd(host);
  const { state, message } = scanState(host);
  if (state !== 'complete') return [`The next scan ended as ${state}: ${message}`];
  const { seats } = await documentOf(host);
  const differing = differences(undisturbed.document.seats, seats).filter(
    ({ before, after }) => hours < HALF_A_DAY || before === undefined || after === undefined,
  );
  return [
    ...(differing.length === 0 ? [] : [`The next scan differs in ${String(differing.length)} seats.`]),
    ...halfStored(host),
  ];
}

type SeatRow = ScanDocument['seats'][number];
interface Difference {
  readonly seat: string;
  readonly before: SeatRow | undefined;
  readonly after: SeatRow | undefined;
}

function differences(before: readonly SeatRow[], after: readonly SeatRow[]): Difference[] {
  const keyOf = ({ accountId, product }: SeatRow): string => `${product} of ${accountId}`;
  const was = new Map(before.map((seat) => [keyOf(seat), seat]));
  const is = new Map(after.map((seat) => [keyOf(seat), seat]));
  return [...new Set([...was.keys(), ...is.keys()])]
    .map((seat) => ({ seat, before: was.get(seat), after: is.get(seat) }))
    .filter((pair) => JSON.stringify(pair.before) !== JSON.stringify(pair.after));
}

/** What a fault must never do: lose or make a seat, or have more removed than without it. */
function bolder(differing: readonly Difference[]): string[] {
  return differing.flatMap(({ seat, before, after }) => {
    if (before === undefined) return [`There is a seat that is none: ${seat}.`];
    if (after === undefined) return [`A seat is lost: ${seat}.`];
    const more = after.removalSet.filter((group) => !before.removalSet.includes(group));
    return more.length === 0 ? [] : [`More would be removed: ${seat}.`];
  });
}

/** Parts of a scan that ended, and snapshots that are not whole. */
function halfStored(host: LocalHost): string[] {
  const keys = storedBy(host).map(({ key }) => key);
  const parts = keys.filter((key) => key.startsWith('scan:'));
  const ids = new Set(keys.flatMap((key) => /^snapshot:([^:]+):/.exec(key)?.[1] ?? []));
  const broken = [...ids].filter((id) => !keys.includes(`snapshot:${id}:meta`));
  return [
    ...(parts.length === 0 ? [] : [`Parts of the scan are left behind: ${String(parts.length)} keys.`]),
    ...broken.map((id) => `A snapshot without its end is left behind: ${id}.`),
  ];
}

function isUnfinished(host: LocalHost): boolean {
  const { state } = scanState(host);
  return state === 'running' || state === 'waiting';
}

/** The scan as it lies in storage, read without the app so that no fault is in the way. */
function scanState(host: LocalHost): { scanId: string; state: string; message: string } {
  const found = storedBy(host).find(({ key }) => key === 'scan')?.value;
  const field = (name: string): string =>
    typeof found === 'object' && found !== null && name in found
      ? String((found as Record<string, unknown>)[name])
      : '';
  return { scanId: field('scanId'), state: field('state'), message: field('message') };
}

/** What the last complete scan says. */
async function keptScan(host: LocalHost): Promise<string> {
  return JSON.stringify(await documentOf(host));
}

async function documentOf(host: LocalHost): Promise<ScanDocument> {
  return toScanDocument(await readStoredSnapshot(host));
}

function storedBy(host: LocalHost): readonly Stored[] {
  return host.inspect('kvs') as readonly Stored[];
}

function callsOf(host: LocalHost): readonly LoggedCall[] {
  return host.inspect('calls') as readonly LoggedCall[];
}
