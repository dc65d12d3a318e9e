import { AppError } from '../lib/app-error';
import { toIso } from '../lib/duration';
import type { Policy } from '../domain/policy';
import { newId, type TimeLeft } from '../ports/platform';
import type { Jobs, ScanState, ScanStore } from '../ports/stores';
import { tellUntoldEnds } from './end-cycle';
import type { LedgerTools } from './organization-ledger';
import type { Progress } from './progress';
import { additionsPhase, usersPhase } from './scan/account-phases';
import { deepenPhase, projectsPhase } from './scan/deepen-phase';
import { holdersPhase } from './scan/holders-phase';
import { auditPhase } from './scan/audit-phase';
import { exportPhase, membersPhase } from './scan/jira-only-phases';
import { kindsPhase } from './scan/kinds-phase';
import { projectUsePhase } from './scan/project-use-phase';
import { afterFailure, dropRows, gaveUp, isUnfinished, type EndingTools } from './scan/scan-ending';
import { ScanRun, type Phase, type ScanSources } from './scan/scan-run';
import { grantsPhase, groupsPhase, sitePhase } from './scan/site-phases';

const ORG_KEY_PHASES: readonly Phase[] = [
  sitePhase,
  groupsPhase,
  grantsPhase,
  usersPhase,
  holdersPhase,
  additionsPhase,
  auditPhase,
];
const JIRA_ONLY_PHASES: readonly Phase[] = [sitePhase, exportPhase, membersPhase, auditPhase];

/** The phases of a scan, in order: each reads on from where the one before ended. */
export function phasesOf({
  mode,
  depth,
  projectScan,
}: Pick<ScanState, 'mode' | 'depth' | 'projectScan'>): readonly Phase[] {
  const phases = mode === 'jira-only' ? JIRA_ONLY_PHASES : ORG_KEY_PHASES;
  if (depth === 'bulk') return phases;
  return [...phases, projectsPhase, ...(projectScan ? [projectUsePhase] : []), kindsPhase, deepenPhase];
}

export interface StartScan {
  readonly cloudId: string;
  readonly depth: 'bulk' | 'deep';
  readonly mode: 'org-key' | 'jira-only';
  readonly startedBy: string | null;
  /** Whether a deep scan reads roles and permission schemes of every project, as Settings say. */
  readonly projectScan: boolean;
}

interface StartTools extends LedgerTools {
  readonly store: ScanStore;
  readonly jobs: Jobs;
}

/** Starts a scan unless one is running; the reading itself happens in the background. */
export async function startScan(command: StartScan, tools: StartTools): Promise<ScanState> {
  const { store, jobs, platform } = tools;
  // Exceptions of a review that was signed off count in every scan after it.
  await tellUntoldEnds(tools);
  const running = await store.find();
  if (running !== undefined && isUnfinished(running))
    throw new AppError('scan.running', 'A scan is running already.');
  if (running !== undefined) await dropRows(running, store);
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
    counts: {},
  };
  await store.save(state);
  try {
    await jobs.continueScan({ scanId: state.scanId, step: 0 }, 0);
  } catch (error) {
    // Nobody would go on with it, and it would stand in the way of the next.
    const message = error instanceof AppError ? error.message : 'The scan could not be started.';
    await store.save({ ...state, state: 'incomplete', endedAt: at, message });
    throw error;
  }
  return state;
}

export interface ScanTools extends EndingTools {
  readonly sources: (mode: ScanState['mode'], cloudId: string) => Promise<ScanSources>;
  readonly policy: Policy;
  readonly timeLeft: TimeLeft;
  /** Makes the snapshot of what was read; called once, when every phase is done. */
  readonly finish: (scan: ScanRun) => Promise<void>;
}

/** One delivery of the scan's event: goes on where the last one stood. Late duplicates find nothing to do. */
export async function continueScan(
  job: { scanId: string; step: number },
  tools: ScanTools,
): Promise<Progress> {
  const state = await tools.store.find();
  if (state === undefined || state.scanId !== job.scanId || state.step !== job.step || !isUnfinished(state))
    return { again: false };
  try {
    if (await gaveUp(state, tools)) return { again: false };
    const sources = await tools.sources(state.mode, state.cloudId);
    const scan = new ScanRun(state, sources, tools.policy, tools);
    // Counted before the work, for an invocation that dies cannot count itself.
    await scan.checkpoint({ failures: state.failures + 1 });
    const finished = await runPhases(scan);
    if (finished) await tools.finish(scan);
    else await passOn(scan, tools);
    return { again: false };
  } catch (error) {
    return afterFailure(error, job.step, tools);
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
    // Making the snapshot asks for more, too.
    if (scan.mustPause) return false;
  }
  return true;
}

/** The next delivery carries the next number: whoever still holds this one comes too late. */
async function passOn(scan: ScanRun, { jobs }: ScanTools): Promise<void> {
  const step = scan.state.step + 1;
  await scan.checkpoint({ step, failures: 0 });
  await jobs.continueScan({ scanId: scan.state.scanId, step }, scan.restSeconds);
}
