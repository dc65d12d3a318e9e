import { CHECKS, type CheckedRemovals, type VerificationCheck } from '../domain/review/after-removal';
import { DAY_MS, toIso } from '../lib/duration';
import { namesOf } from '../domain/classification/explain';
import type { Actor } from '../domain/evidence/record';
import type { OrganizationState } from '../domain/organization-state';
import { flagsOfChecks } from '../domain/plan/check-flags';
import { dueCheck, isUndoCheckDue } from '../domain/plan/check-schedule';
import { type AfterSignOffFact, besideReview, standsNow } from '../domain/review/after-sign-off';
import type { Cycle } from '../domain/review/cycle';
import type { CycleEvent } from '../domain/review/events';
import { type Line } from '../domain/review/line';
import type { TimeLeft } from '../ports/platform';
import type { OrganizationDirectory, SiteDirectory } from '../ports/site-directory';
import type { SnapshotStore } from '../ports/stores';
import { getCycle, recordFact } from './cycle-ledger';
import { loadOrganization, recordOrganization, type LedgerTools } from './organization-ledger';
import { tellGivenBack } from './undo/tell-given-back';
import { createVerifier } from './verify/read-removed';

/** Lines of one record of results. */
const RESULTS_PER_RECORD = 200;
/** Reviews that were signed off longer ago have no check left to wait for, also on annual plans. */
const WATCHED_DAYS = 400;

export interface VerifyTools extends LedgerTools {
  readonly timeLeft: TimeLeft;
  readonly snapshots: SnapshotStore;
  readonly jira: SiteDirectory;
  readonly organization: OrganizationDirectory | null;
}

interface Wanted {
  readonly cycleId: string;
  /** Makes the latest check of what still waits again, although it was made. */
  readonly again: boolean;
}

/**
 * Re-reads membership and product access of removals that are due, and of what was given back (product.md §8,
 * Verification). Before the sign-off that is a record of the review, afterwards one of the organization.
 * @returns the review as it stands then
 */
export async function verifyRemovals(wanted: Wanted, actor: Actor, tools: VerifyTools): Promise<Cycle> {
  const { cycleId } = wanted;
  const organization = await loadOrganization(tools);
  const cycle = await getCycle(tools, cycleId);
  const now = tools.platform.now();
  const stands = standsNow(cycle, organization.afterSignOff);
  // What a crash in the middle of an undo left untold.
  await tellGivenBack(stands, actor, tools);
  const due = dueLines(stands, wanted, organization, now);
  const undone = stands.lines.filter((line) => isUndoCheckDue(line, now));
  if (due.length === 0 && undone.length === 0) return stands;
  const verifier = await createVerifier(stands, tools);
  for (const check of CHECKS) {
    const lines = due.filter((each) => each.check === check).map(({ line }) => line);
    const isWhole = await inBatches(lines, verifier.check, (results) =>
      recordRemovalChecks(stands, { check, results }, actor, tools),
    );
    if (!isWhole) return reload(cycleId, tools);
  }
  await inBatches(undone, verifier.checkUndo, (results) =>
    recordChecks(cycle, { is: 'undo-checked', results }, actor, tools),
  );
  return reload(cycleId, tools);
}

/** Looks at every removal of every review that is still watched; what a wake cannot finish the next one goes on with. */
export async function verifyWatched(actor: Actor, tools: VerifyTools): Promise<void> {
  const { cycles } = await loadOrganization(tools);
  const oldest = toIso(tools.platform.now() - WATCHED_DAYS * DAY_MS);
  for (const { cycleId, state, rehearsal, removals, endedAt } of cycles) {
    const isWatched = state === 'signed-off' && removals > 0 && (endedAt ?? '') > oldest;
    if (!rehearsal && (state === 'open' || isWatched))
      await verifyRemovals({ cycleId, again: false }, actor, tools);
  }
}

interface Due {
  readonly line: Line;
  readonly check: VerificationCheck;
}

function dueLines({ lines }: Cycle, { again }: Wanted, { calendar }: OrganizationState, now: number): Due[] {
  return lines.flatMap((line) => {
    // What is closed keeps to its schedule: looked at first each time, it would leave no requests for the rest.
    const unmade = again && line.state === 'verifying' ? { ...line, verifications: [] } : line;
    const check = dueCheck(unmade, calendar, now);
    return check === null ? [] : [{ line, check }];
  });
}

/** False where the rest has to follow with the next wake, or when it is asked for again. */
async function inBatches<Result>(
  lines: readonly Line[],
  check: (line: Line) => Promise<Result | 'later'>,
  record: (results: readonly Result[]) => Promise<void>,
): Promise<boolean> {
  for (let start = 0; start < lines.length; start += RESULTS_PER_RECORD) {
    const batch = lines.slice(start, start + RESULTS_PER_RECORD);
    const results: Result[] = [];
    for (const line of batch) {
      const result = await check(line);
      if (result === 'later') break;
      results.push(result);
    }
    if (results.length > 0) await record(results);
    if (results.length < batch.length) return false;
  }
  return true;
}

/** Flagged first: a check that is recorded is not made again, one whose flag is raised already raises it once. */
async function recordRemovalChecks(
  stands: Cycle,
  checks: CheckedRemovals,
  actor: Actor,
  tools: VerifyTools,
): Promise<void> {
  const header = await tools.snapshots.findHeader(stands.snapshotId);
  const names = namesOf(header ?? { products: [], groups: [] });
  const flags = flagsOfChecks(stands, checks, { at: toIso(tools.platform.now()), names });
  if (flags.length > 0)
    await recordOrganization(tools, actor, (state) => {
      const standing = new Set(state.flags.map(({ id }) => id));
      const raised = flags.filter(({ id }) => !standing.has(id));
      return raised.length === 0 ? null : { kind: 'flags-raised', flags: raised };
    });
  await recordChecks(stands, { is: 'removals-checked', ...checks }, actor, tools);
}

type Checks = Extract<AfterSignOffFact, { is: 'removals-checked' | 'undo-checked' }>;

async function recordChecks(cycle: Cycle, fact: Checks, actor: Actor, tools: LedgerTools): Promise<void> {
  const newest = await getCycle(tools, cycle.cycleId);
  if (newest.signedOff === null) {
    const event = toEvent(fact);
    await recordFact(tools, newest, actor, { event });
    return;
  }
  await recordOrganization(tools, actor, () => besideReview(newest, fact));
}

function toEvent(fact: Checks): CycleEvent {
  if (fact.is === 'undo-checked') return { kind: 'undo', what: fact };
  const { check, results } = fact;
  return { kind: 'lines-verified', check, results };
}

async function reload(cycleId: string, tools: LedgerTools): Promise<Cycle> {
  const { afterSignOff } = await loadOrganization(tools);
  return standsNow(await getCycle(tools, cycleId), afterSignOff);
}
