import { AppError } from '../lib/app-error';
import { toIso } from '../lib/duration';
import type { Policy } from '../domain/policy';
import { newId, type Platform, type TimeLeft } from '../ports/platform';
import type { Jobs, ScanState, ScanStore } from '../ports/stores';
import { additionsPhase, holdersPhase, usersPhase } from './scan/account-phases';
import { deepenPhase, projectsPhase } from './scan/deepen-phase';
import { membersPhase } from './scan/jira-only-phases';
import { ScanRun, type Phase, type ScanSources } from './scan/scan-run';
import { grantsPhase, groupsPhase, sitePhase } from './scan/site-phases';

/** Deliveries that may fail in a row before a scan is given up. */
const MAX_FAILURES = 6;
/** A new app's rights in Jira arrive within minutes; the platform redelivers at most four times. */
const RIGHTS_RETRIES = 4;
const RIGHTS_WAIT_SECONDS = 60;

const ORG_KEY_PHASES: readonly Phase[] = [
  sitePhase,
  groupsPhase,
  grantsPhase,
  usersPhase,
  holdersPhase,
  additionsPhase,
];
const DEEP_PHASES: readonly Phase[] = [projectsPhase, deepenPhase];
const JIRA_ONLY_PHASES: readonly Phase[] = [sitePhase, membersPhase];

/** The phases of a scan, in order: each reads on from where the one before ended. */
export function phasesOf({ mode, depth }: Pick<ScanState, 'mode' | 'depth'>): readonly Phase[] {
  if (mode === 'jira-only') return JIRA_ONLY_PHASES;
  return depth === 'deep' ? [...ORG_KEY_PHASES, ...DEEP_PHASES] : ORG_KEY_PHASES;
}

export interface StartScan {
  readonly cloudId: string;
  readonly depth: 'bulk' | 'deep';
  readonly mode: 'org-key' | 'jira-only';
  readonly startedBy: string | null;
}

interface StartTools {
  readonly store: ScanStore;
  readonly jobs: Jobs;
  readonly platform: Platform;
}

/** Starts a scan unless one is running; the reading itself happens in the background. */
export async function startScan(
  command: StartScan,
  { store, jobs, platform }: StartTools,
): Promise<ScanState> {
  const running = await store.find();
  if (running !== undefined && isUnfinished(running))
    throw new AppError('scan.running', 'A scan is running already.');
  if (running !== undefined) await store.dropParts(running.scanId, running.parts);
  const at = toIso(platform.now());
  const state: ScanState = {
    ...command,
    scanId: newId(platform, 'scan'),
    state: 'running',
    startedAt: at,
    updatedAt: at,
    endedAt: null,
    message: 'The scan is about to start',
    phase: 0,
    cursor: null,
    step: 0,
    failures: 0,
    parts: {},
  };
  await store.save(state);
  await jobs.continueScan({ scanId: state.scanId, step: 0 }, 0);
  return state;
}

export function isUnfinished({ state }: ScanState): boolean {
  return state === 'running' || state === 'waiting';
}

export interface ScanTools extends StartTools {
  readonly sources: (mode: ScanState['mode'], cloudId: string) => Promise<ScanSources>;
  readonly policy: Policy;
  readonly timeLeft: TimeLeft;
  /** Makes the snapshot of what was read; called once, when every phase is done. */
  readonly finish: (scan: ScanRun) => Promise<void>;
  /** Records that the scan ended without a snapshot. */
  readonly giveUp: (state: ScanState) => Promise<void>;
}

/** What the consumer is to tell the platform. */
export type ScanProgress =
  { readonly again: false } | { readonly again: true; readonly afterSeconds: number };

/** One delivery of the scan's event: goes on where the last one stood. Late duplicates find nothing to do. */
export async function continueScan(
  job: { scanId: string; step: number },
  tools: ScanTools,
): Promise<ScanProgress> {
  const state = await tools.store.find();
  if (state === undefined || state.scanId !== job.scanId || state.step !== job.step || !isUnfinished(state))
    return { again: false };
  try {
    const sources = await tools.sources(state.mode, state.cloudId);
    const scan = new ScanRun(state, sources, tools.policy, tools);
    const finished = await runPhases(scan);
    if (finished) await tools.finish(scan);
    else await passOn(scan, tools);
    return { again: false };
  } catch (error) {
    return afterFailure(error, tools);
  }
}

async function runPhases(scan: ScanRun): Promise<boolean> {
  const phases = phasesOf(scan.state);
  while (scan.state.phase < phases.length) {
    const phase = phases[scan.state.phase];
    if (phase === undefined) break;
    await scan.checkpoint({ state: 'running', message: phase.message });
    if (!(await phase.run(scan))) return false;
    await scan.checkpoint({ phase: scan.state.phase + 1, cursor: null, failures: 0 });
    if (scan.timeIsShort && scan.state.phase < phases.length) return false;
  }
  return true;
}

/** The next delivery carries the next number: whoever still holds this one comes too late. */
async function passOn(scan: ScanRun, { jobs }: ScanTools): Promise<void> {
  const step = scan.state.step + 1;
  await scan.checkpoint({ step });
  await jobs.continueScan({ scanId: scan.state.scanId, step }, 0);
}

async function afterFailure(error: unknown, tools: ScanTools): Promise<ScanProgress> {
  const state = await tools.store.find();
  if (state === undefined || !isUnfinished(state)) return { again: false };
  const failures = state.failures + 1;
  const failed: ScanState = { ...state, failures, updatedAt: toIso(tools.platform.now()) };
  const known =
    error instanceof AppError
      ? error
      : new AppError('unexpected', 'The scan met an unexpected error.', { cause: error });
  if (rightsMayArrive(known, failed)) {
    await tools.store.save({
      ...failed,
      state: 'waiting',
      message: 'Waiting for Jira to give the app its rights; this takes a few minutes after installing',
    });
    return { again: true, afterSeconds: RIGHTS_WAIT_SECONDS };
  }
  const wait = waitAfter(known, failures);
  if (wait === null || failures > MAX_FAILURES) {
    await giveUp(failed, known, tools);
    return { again: false };
  }
  const step = failed.step + 1;
  await tools.store.save({
    ...failed,
    step,
    state: 'waiting',
    message: `${known.message} Trying again soon`,
  });
  await tools.jobs.continueScan({ scanId: failed.scanId, step }, wait);
  return { again: false };
}

function rightsMayArrive({ code }: AppError, { phase, failures }: ScanState): boolean {
  return code === 'atlassian.denied' && phase === 0 && failures <= RIGHTS_RETRIES;
}

/** Seconds to wait before trying again, or null when waiting cannot help. */
function waitAfter({ code, context }: AppError, failures: number): number | null {
  if (code === 'atlassian.rate-limited')
    return typeof context['retryAfterSeconds'] === 'number' ? Math.max(1, context['retryAfterSeconds']) : 60;
  return code === 'atlassian.unavailable' || code === 'storage.conflict' || code === 'storage.unavailable'
    ? 30 * failures
    : null;
}

async function giveUp(state: ScanState, error: AppError, tools: ScanTools): Promise<void> {
  const ended: ScanState = {
    ...state,
    state: 'incomplete',
    message: error.message,
    endedAt: toIso(tools.platform.now()),
  };
  await tools.giveUp(ended);
  await tools.store.save(ended);
  await tools.store.dropParts(ended.scanId, ended.parts);
}
