import { AppError } from '../lib/app-error';
import { BUDGETS } from '../lib/budgets';
import { MINUTE_MS, SECOND_MS, toIso, toMillis } from '../lib/duration';
import type { Actor } from '../domain/evidence/record';
import type { Cycle } from '../domain/review/cycle';
import { cycleIdOf, getRun, type Run } from '../domain/review/run';
import type { CallerRights, KeyedOrganization } from '../ports/membership-writer';
import type { TimeLeft } from '../ports/platform';
import type { SiteDirectory } from '../ports/site-directory';
import type { ExportStore, Jobs, KeyStore, RunProgress, RunStore, SnapshotStore } from '../ports/stores';
import { getCycle } from './cycle-ledger';
import { keyIsRefused } from './execute/remove-person';
import { endRun, heldUntil, KEY_REFUSED, workOnRun, worksAgainAt } from './execute/work-on-run';
import { APP, loadOrganization, type LedgerTools } from './organization-ledger';
import { MAX_FAILURES, waitAfter, type Progress } from './progress';
import { proveByOrganization } from './prove-site-admin';
import { tellUntoldKey } from './store-organization-key';

/** A run that saved nothing for this long has lost its delivery. */
const STUCK_MS = 30 * MINUTE_MS;
const DONE: Progress = { again: false };

interface SendingTools extends LedgerTools {
  readonly runs: RunStore;
  readonly jobs: Jobs;
}

export interface KeyRunTools extends SendingTools {
  readonly snapshots: SnapshotStore;
  readonly exports: ExportStore;
  readonly keys: KeyStore;
  readonly jira: SiteDirectory;
  readonly rights: CallerRights;
  readonly timeLeft: TimeLeft;
  readonly openToWrite: (cloudId: string) => Promise<KeyedOrganization | null>;
}

/**
 * Gives a run that the organization key carries out its next delivery, under the next number, so that whatever is
 * still under way for it comes too late. Where Forge does not take it, the hourly wake tries again.
 */
export async function sendOnItsWay(runId: string, tools: SendingTools): Promise<void> {
  const last = await tools.runs.find();
  const sofar = last?.runId === runId ? last : { step: -1, failures: 0 };
  const fresh = { runId, step: sofar.step + 1, failures: sofar.failures, waitsUntil: null };
  const progress = { ...fresh, updatedAt: toIso(tools.platform.now()), message: '' };
  await tools.runs.save(progress);
  try {
    await tools.jobs.continueRun({ runId, step: progress.step }, 0);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    await tools.runs.save({ ...progress, message: `${error.message} The app does so within the hour.` });
  }
}

/** Sends a run on its way again whose delivery was lost; the hourly wake asks. */
export async function reviveRun({ runs }: Cycle, tools: SendingTools): Promise<void> {
  const run = runs.find(({ state, executor }) => state === 'running' && executor === 'organization-key');
  if (run === undefined) return;
  const last = await tools.runs.find();
  const updatedAt = last?.runId === run.runId ? (toMillis(last.updatedAt) ?? 0) : 0;
  if (tools.platform.now() - updatedAt >= STUCK_MS) await sendOnItsWay(run.runId, tools);
}

/**
 * One delivery of a run's event: goes on where the ledger says that it stands, then passes on to the next. Late
 * duplicates carry an old number and find nothing to do. What a crash interrupts is delivered again: whatever was
 * begun is in the ledger and is looked at first, and before each write the ledger settles who sends it.
 */
export async function continueRun(
  { runId, step }: { readonly runId: string; readonly step: number },
  tools: KeyRunTools,
): Promise<Progress> {
  const progress = await tools.runs.find();
  if (progress?.runId !== runId || progress.step !== step) return DONE;
  const cycle = await getCycle(tools, cycleIdOf(runId));
  const run = getRun(cycle, runId);
  if (run.state !== 'running') return DONE;
  const now = tools.platform.now();
  const until = Math.max(heldUntil(cycle, runId, now) ?? 0, toMillis(progress.waitsUntil) ?? 0);
  if (until > now) return passOn(progress, until, tools);
  // Counted before the work, for an invocation that dies cannot count itself.
  const begun = { ...progress, failures: progress.failures + 1, waitsUntil: null, updatedAt: toIso(now) };
  await tools.runs.save(begun);
  try {
    if (progress.failures > MAX_FAILURES)
      return await stop(cycle, run, 'It was interrupted again and again.', tools);
    const worked = await work(cycle, run, tools);
    if (getRun(worked, runId).state !== 'running') return DONE;
    const after = worksAgainAt(worked, runId, tools.platform.now());
    return await passOn({ ...begun, failures: 0, message: '' }, after, tools);
  } catch (error) {
    return afterFailure(error, { run, progress: begun }, tools);
  }
}

/** Proves starter and key afresh, then works as long as this invocation may. */
async function work(cycle: Cycle, run: Run, tools: KeyRunTools): Promise<Cycle> {
  const cloudId = (await tools.snapshots.findHeader(cycle.snapshotId))?.site.cloudId;
  const opened = cloudId === undefined ? null : await tools.openToWrite(cloudId);
  // After the key was read: one that took its place since then, also untold, is another one.
  await tellUntoldKey(tools);
  const { key } = await loadOrganization(tools);
  if (opened === null || key?.storedAt !== run.key?.storedAt)
    throw new AppError(
      'key.missing',
      'The organization key that this run was started with is not stored any more.',
    );
  const proof = await proveByOrganization(run.startedBy, opened.organization);
  if (proof === null)
    throw new AppError(
      'access.denied',
      'Whoever started it no longer administers the organization or the site.',
    );
  const workMs = tools.timeLeft() - BUDGETS.consumerReserveMs;
  const actor: Actor = { accountId: run.startedBy, role: 'executor', proof };
  return workOnRun(cycle, { runId: run.runId, actor, workMs }, { ...tools, ...opened });
}

/** The next delivery carries the next number; where Forge does not take it, this one is delivered again. */
async function passOn(progress: RunProgress, at: number, tools: KeyRunTools): Promise<Progress> {
  const now = tools.platform.now();
  const delaySeconds = Math.max(0, (at - now) / SECOND_MS);
  const waitsUntil = at > now ? toIso(at) : null;
  const next = { ...progress, step: progress.step + 1, waitsUntil, updatedAt: toIso(now) };
  await tools.runs.save(next);
  try {
    await tools.jobs.continueRun({ runId: next.runId, step: next.step }, delaySeconds);
    return DONE;
  } catch {
    await tools.runs.save({ ...next, step: progress.step });
    return { again: true, afterSeconds: Math.min(BUDGETS.queueDelaySeconds, Math.max(30, delaySeconds)) };
  }
}

/** What follows from an error: wait for it to pass, or stop the run with its reason. */
async function afterFailure(
  error: unknown,
  { run, progress }: { readonly run: Run; readonly progress: RunProgress },
  tools: KeyRunTools,
): Promise<Progress> {
  const known = error instanceof AppError ? error : unexpected(error);
  const cycle = await getCycle(tools, cycleIdOf(run.runId));
  const wait = waitAfter(known, progress.failures);
  if (wait === null || progress.failures > MAX_FAILURES)
    return stop(cycle, run, keyIsRefused(known) ? KEY_REFUSED : known.message, tools);
  const message = `${known.message} Trying again soon.`;
  return passOn({ ...progress, message }, tools.platform.now() + wait * SECOND_MS, tools);
}

async function stop(cycle: Cycle, run: Run, why: string, tools: KeyRunTools): Promise<Progress> {
  const message = `Stopped: ${why} The rest stays approved.`;
  await endRun(cycle, { runId: run.runId, state: 'stopped', message }, APP, tools);
  return DONE;
}

/** People read a sentence; what happened goes to the log. */
function unexpected(cause: unknown): AppError {
  console.error('run failed', cause);
  return new AppError('unexpected', 'The run met an unexpected error.', { cause });
}
