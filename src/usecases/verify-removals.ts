import { AppError } from '../lib/app-error';
import { DAY_MS, HOUR_MS, toIso, toMillis } from '../lib/duration';
import type { Actor } from '../domain/evidence/record';
import type { AccountFacts } from '../domain/account';
import { accessByProduct, holdingsOf } from '../domain/classification/access';
import { indexOrganization } from '../domain/classification/organization-index';
import { approvedToEnd } from '../domain/plan/ends-together';
import { verifyRemoval, type Before, type Verified } from '../domain/plan/verification';
import type { SnapshotHeader } from '../domain/snapshot';
import type { Cycle } from '../domain/review/cycle';
import type { Line, VerificationCheck } from '../domain/review/line';
import type { OrganizationDirectory, SiteDirectory } from '../ports/site-directory';
import type { SnapshotStore } from '../ports/stores';
import { getCycle, recordFact } from './cycle-ledger';
import { readAllProjects } from './execute/removal-context';
import { loadPolicy, type LedgerTools } from './organization-ledger';
import { readAccountAfresh } from './read-account-afresh';

/** Roles show up to 30 s after a change (Organizations REST API): a check before that proves nothing. */
const EARLIEST_MS = 60_000;
const REPEAT_MS = 6 * HOUR_MS;
/** Lines of one record of results. */
const RESULTS_PER_RECORD = 200;
/** Requests to the organization that one account's reading may need. */
const REQUESTS_RESERVE = 30;

export interface VerifyTools extends LedgerTools {
  readonly snapshots: SnapshotStore;
  readonly jira: SiteDirectory;
  readonly organization: OrganizationDirectory | null;
}

/** Which check a removal is due for; null when none is. */
export function dueCheck(line: Line, now: number): VerificationCheck | null {
  if (line.state !== 'verifying') return null;
  const removed = toMillis(line.removedAt);
  if (removed === undefined) return null;
  if (now - removed >= DAY_MS) return 'day';
  return now - removed >= EARLIEST_MS ? 'first' : null;
}

/**
 * Re-reads membership and product access of removals that are due (product.md §8, Verification). `again` also
 * repeats a first check that was made already.
 */
export async function verifyRemovals(
  command: { readonly cycleId: string; readonly again: boolean },
  actor: Actor,
  tools: VerifyTools,
): Promise<Cycle> {
  let cycle = await getCycle(tools, command.cycleId);
  const now = tools.platform.now();
  const due = cycle.lines.flatMap((line) => {
    const check = dueCheck(line, now);
    if (check === null) return [];
    if (!command.again && isTooSoon(line, check, now)) return [];
    return [{ line, check }];
  });
  if (due.length === 0) return cycle;
  const verify = await createVerifier(cycle, tools);
  for (const check of ['first', 'day'] as const) {
    const lines = due.filter((each) => each.check === check).map(({ line }) => line);
    for (let start = 0; start < lines.length; start += RESULTS_PER_RECORD) {
      const results = [];
      const batch = lines.slice(start, start + RESULTS_PER_RECORD);
      for (const line of batch) {
        const verified = await verify(line);
        // The rest follows with the next hour's wake, or when it is asked for again.
        if (verified === 'later') break;
        results.push({ line: line.facts.line, ...verified });
      }
      if (results.length > 0)
        cycle = (await recordFact(tools, cycle, actor, { event: { kind: 'lines-verified', check, results } }))
          .cycle;
      if (results.length < batch.length) return cycle;
    }
  }
  return cycle;
}

/** A first check is made once; one that could not read is repeated a few times a day, not each hour. */
function isTooSoon({ verifications }: Line, check: VerificationCheck, now: number): boolean {
  const last = verifications.filter((each) => each.check === check).at(-1);
  if (last === undefined) return false;
  return check === 'first' || now - (toMillis(last.at) ?? 0) < REPEAT_MS;
}

/** `later` when this invocation may not ask the organization for more. */
type Verifier = (line: Line) => Promise<Verified | 'later'>;

async function createVerifier(cycle: Cycle, tools: VerifyTools): Promise<Verifier> {
  const { organization, jira } = tools;
  const snapshot = await tools.snapshots.find(cycle.snapshotId);
  if (organization === null || snapshot === undefined)
    return (line) => Promise.resolve(verifyRemoval(line, null));
  const policy = await loadPolicy(tools);
  const administering = {
    admin: await jira.readAdministeringGroups('admin'),
    siteAdmin: await jira.readAdministeringGroups('site-admin'),
  };
  const projects = await readAllProjects(jira);
  const now = (): string => toIso(tools.platform.now());
  return async (line) => {
    if (organization.requestsLeft() < REQUESTS_RESERVE) return 'later';
    const { accountId } = line.facts.seat;
    const frozen = {
      header: snapshot.header,
      account: snapshot.accounts.find((account) => account.accountId === accountId),
    };
    try {
      const reading = await readAccountAfresh(
        { accountId, frozen, policy, administering, projects },
        { jira, organization, now },
      );
      return verifyRemoval(line, reading ?? null, beforeRemoval(cycle, snapshot.header, frozen.account));
    } catch (error) {
      if (error instanceof AppError && error.code === 'time.short') return 'later';
      if (error instanceof AppError && !error.code.startsWith('storage.')) return verifyRemoval(line, null);
      throw error;
    }
  };
}

function beforeRemoval(cycle: Cycle, header: SnapshotHeader, account: AccountFacts | undefined): Before {
  if (account === undefined) return { products: [], approvedToEnd: new Set() };
  const lines = cycle.lines.filter(
    ({ facts, removals }) => facts.seat.accountId === account.accountId && removals.length > 0,
  );
  const products = [...accessByProduct(holdingsOf(account, indexOrganization(header))).keys()];
  return { products, approvedToEnd: approvedToEnd(lines) };
}
