import { AppError } from '../../lib/app-error';
import { toIso } from '../../lib/duration';
import type { Platform } from '../../ports/platform';
import type { Jobs, ScanState, ScanStore, SnapshotStore } from '../../ports/stores';
import { COMPLETE, isScanRecorded, recordIncompleteScan } from '../complete-scan';
import type { LedgerTools } from '../organization-ledger';
import { MAX_FAILURES, waitAfter, type Progress } from '../progress';
import { PARTS } from './rows';

/** A new app's rights in Jira arrive within minutes. */
const RIGHTS_RETRIES = 4;
const RIGHTS_WAIT_SECONDS = 60;

export interface EndingTools extends LedgerTools {
  readonly store: ScanStore;
  readonly snapshots: SnapshotStore;
  readonly jobs: Jobs;
  readonly platform: Platform;
}

export function isUnfinished({ state }: ScanState): boolean {
  return state === 'running' || state === 'waiting';
}

/** Decides what follows from an error in the delivery of `step`: wait for it to pass, or end the scan with its reason. */
export async function afterFailure(error: unknown, step: number, tools: EndingTools): Promise<Progress> {
  const state = await tools.store.find();
  if (state === undefined || !isUnfinished(state)) return { again: false };
  const known = error instanceof AppError ? error : unexpected(error);
  const failed: ScanState = { ...state, step, updatedAt: toIso(tools.platform.now()) };
  if (rightsMayArrive(known, failed)) {
    const message = 'Waiting for Jira to give the app its rights; this takes a few minutes after installing';
    await tools.store.save({ ...failed, state: 'waiting', message });
    return { again: true, afterSeconds: RIGHTS_WAIT_SECONDS };
  }
  const wait = waitAfter(known, failed.failures);
  if (wait === null || failed.failures > MAX_FAILURES) {
    await endScan(failed, known.message, tools);
    return { again: false };
  }
  return tryAgainLater(
    { ...failed, state: 'waiting', message: `${known.message} Trying again soon` },
    wait,
    tools,
  );
}

/** People read a sentence; what happened goes to the log. */
function unexpected(cause: unknown): AppError {
  console.error('scan failed', cause);
  return new AppError('unexpected', 'The scan met an unexpected error.', { cause });
}

/** An event of our own, or where the queue does not take it, another delivery of the one that failed. */
async function tryAgainLater(
  waiting: ScanState,
  afterSeconds: number,
  { store, jobs }: EndingTools,
): Promise<Progress> {
  const { scanId, step } = waiting;
  await store.save({ ...waiting, step: step + 1 });
  try {
    await jobs.continueScan({ scanId, step: step + 1 }, afterSeconds);
    return { again: false };
  } catch {
    await store.save(waiting);
    return { again: true, afterSeconds };
  }
}

/** A scan whose delivery was lost is sent on its way again. */
export async function reviveScan(scan: ScanState, tools: EndingTools): Promise<void> {
  if (await gaveUp(scan, tools)) return;
  const step = scan.step + 1;
  const updatedAt = toIso(tools.platform.now());
  const message = 'Going on after an interruption';
  await tools.store.save({
    ...scan,
    state: 'waiting',
    step,
    failures: scan.failures + 1,
    updatedAt,
    message,
  });
  await tools.jobs.continueScan({ scanId: scan.scanId, step }, 0);
}

/** Ends a scan that dies again and again before it can say why. */
export async function gaveUp(scan: ScanState, tools: EndingTools): Promise<boolean> {
  if (scan.failures <= MAX_FAILURES) return false;
  await endScan(scan, 'It was interrupted again and again.', tools);
  return true;
}

function rightsMayArrive({ code }: AppError, { phase, failures }: ScanState): boolean {
  return code === 'atlassian.denied' && phase === 0 && failures <= RIGHTS_RETRIES;
}

/** Ends a scan for good. One whose snapshot is recorded is complete, whatever could not be tidied up after it. */
async function endScan(scan: ScanState, message: string, tools: EndingTools): Promise<void> {
  const recorded = await isScanRecorded(scan, tools);
  const ended: ScanState = {
    ...scan,
    state: recorded ? 'complete' : 'incomplete',
    message: recorded ? COMPLETE : message,
    endedAt: toIso(tools.platform.now()),
  };
  await tools.store.save(ended);
  await dropRows(ended, tools.store);
  if (!recorded) await recordIncompleteScan(ended, tools);
}

/** Removes the rows of a scan. A part is written before the state counts it: one more than counted may be there. */
export function dropRows({ scanId, parts }: ScanState, store: ScanStore): Promise<void> {
  return store.dropParts(scanId, Object.fromEntries(PARTS.map((part) => [part, (parts[part] ?? 0) + 1])));
}
