import { HOUR_MS, DAY_MS, MINUTE_MS, toMillis } from '../lib/duration';
import { hashOfText } from '../domain/evidence/hash-chain';
import { openCycleOf } from '../domain/organization-state';
import { draftDue } from '../domain/review/next-draft';
import type { TimeLeft } from '../ports/platform';
import type { OrganizationDirectory, SiteDirectory } from '../ports/site-directory';
import type { Jobs, KeyStore, RunStore, ScanState, ScanStore, SnapshotStore } from '../ports/stores';
import { tellUntoldEnds } from './end-cycle';
import { escalateReview } from './escalate-review';
import { getCycle } from './cycle-ledger';
import { APP, loadOrganization, type LedgerTools } from './organization-ledger';
import { reviveRun } from './run-with-key';
import { isUnfinished, reviveScan } from './scan/scan-ending';
import { tellUntoldKey } from './store-organization-key';
import { startScan } from './scan-organization';
import { verifyWatched } from './verify-removals';

/** A scan that saved nothing for this long has lost its delivery. */
const STUCK_MS = 30 * MINUTE_MS;

export interface HourlyTools extends LedgerTools {
  readonly snapshots: SnapshotStore;
  readonly store: ScanStore;
  readonly runs: RunStore;
  readonly keys: KeyStore;
  readonly jobs: Jobs;
  readonly jira: SiteDirectory;
  readonly timeLeft: TimeLeft;
  readonly openOrganization: (cloudId: string) => Promise<OrganizationDirectory | null>;
}

/** What the hourly wake does; repeating it changes nothing, for the platform may wake twice. */
export async function runHourly(cloudId: string, tools: HourlyTools): Promise<void> {
  // What a crash left untold comes first: the rest looks at what is recorded.
  await tellUntoldKey(tools);
  await tellUntoldEnds(tools);
  try {
    await keepScanning(cloudId, tools);
  } finally {
    await lookAfterReviews(cloudId, tools);
  }
}

async function keepScanning(cloudId: string, tools: HourlyTools): Promise<void> {
  const now = tools.platform.now();
  const scan = await tools.store.find();
  if (scan !== undefined && isUnfinished(scan)) {
    if (isStuck(scan, now)) await reviveScan(scan, tools);
  } else if (isScanDue(cloudId, scan, now)) {
    const mode = (await tools.keys.hasKey()) ? 'org-key' : 'jira-only';
    const organization = await loadOrganization(tools);
    // A review rests on account facts, so the scan that it is drafted on reads them (decision 0006).
    const depth = draftDue(organization, now) === null ? 'bulk' : 'deep';
    const projectScan = depth === 'deep' && organization.projectScan !== null;
    await startScan({ cloudId, mode, depth, startedBy: null, projectScan }, tools);
  }
}

/** What reviews wait for: who takes over late lines, a run that got stuck, and checks of removals, also after the sign-off. */
async function lookAfterReviews(cloudId: string, tools: HourlyTools): Promise<void> {
  const entry = openCycleOf(await loadOrganization(tools));
  if (entry !== undefined) {
    await escalateReview(entry.cycleId, tools);
    await reviveRun(await getCycle(tools, entry.cycleId), tools);
  }
  const organization = await tools.openOrganization(cloudId);
  await verifyWatched(APP, { ...tools, organization });
}

/** Hour of the day, UTC, in which a site scans: by a hash of its id, so that sites do not scan all at once. */
export function dailyHour(cloudId: string): number {
  return Number.parseInt(hashOfText(cloudId).slice(0, 8), 16) % 24;
}

/** Due once in each day, from the site's hour on; a scan by hand since then stands in for it. */
export function isScanDue(
  cloudId: string,
  last: Pick<ScanState, 'startedAt'> | undefined,
  now: number,
): boolean {
  const today = Math.floor(now / DAY_MS) * DAY_MS + dailyHour(cloudId) * HOUR_MS;
  const slot = today <= now ? today : today - DAY_MS;
  return last === undefined || (toMillis(last.startedAt) ?? 0) < slot;
}

function isStuck({ updatedAt }: ScanState, now: number): boolean {
  return now - (toMillis(updatedAt) ?? 0) >= STUCK_MS;
}
