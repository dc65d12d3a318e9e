import { AppError, type ErrorCode } from '../../lib/app-error';
import { BUDGETS } from '../../lib/budgets';
import { toIso } from '../../lib/duration';
import type { Cycle } from '../../domain/review/cycle';
import { known, unknown, type Signal } from '../../domain/signal';
import type { Snapshot } from '../../domain/snapshot';
import type { SiteDirectory } from '../../ports/site-directory';
import { getCycle } from '../cycle-ledger';
import { loadOrganization } from '../organization-ledger';
import { planFor } from '../plan-removals';
import { getSnapshotOf, type CycleTools } from './cycle-tools';
import { areInSight, type Sight } from './sight';

interface Question {
  readonly cycleId: string;
  readonly accountIds: readonly string[];
}

type DependentsTools = CycleTools & { readonly jira: SiteDirectory };

/**
 * What depends on people of the plan (product.md §8), read now and not stored. Each number is a least: the app sees
 * what its account may see. Whoever a slice does not reach is left out, and may be asked for again.
 * @throws AppError `plan.changed` when somebody is not in the plan, or not within the caller's sight
 */
export async function readDependents(
  { cycleId, accountIds }: Question,
  sight: Sight,
  tools: DependentsTools,
) {
  const started = tools.platform.now();
  const cycle = await getCycle(tools, cycleId);
  const snapshot = await getSnapshotOf(cycle, tools);
  await refuseOutsidePlan(accountIds, { cycle, snapshot, sight }, tools);
  const byId = new Map(snapshot.accounts.map((account) => [account.accountId, account]));
  const read = createReader();
  const rows = [];
  let longest = 0;
  for (const accountId of new Set(accountIds)) {
    const begun = tools.platform.now();
    // Nobody is started who cannot be finished: one takes about as long as the longest before.
    if (rows.length > 0 && begun - started + 1.5 * longest >= BUDGETS.sliceMs) break;
    const [issues, filters, dashboards] = await Promise.all([
      read(() => tools.jira.countOpenIssues(accountId)),
      read(() => tools.jira.countFilters(accountId)),
      read(() => tools.jira.countDashboards(accountId)),
    ]);
    const leads = byId.get(accountId)?.deep?.leads ?? unknown('No scan has read who leads which project.');
    rows.push({ accountId, issues, leads, filters, dashboards });
    longest = Math.max(longest, tools.platform.now() - begun);
  }
  return { rows };
}

async function refuseOutsidePlan(
  accountIds: readonly string[],
  { cycle, snapshot, sight }: { cycle: Cycle; snapshot: Snapshot; sight: Sight },
  tools: DependentsTools,
): Promise<void> {
  const organization = await loadOrganization(tools);
  const plan = planFor(cycle, snapshot, organization, toIso(tools.platform.now()));
  const shown = plan.people.filter(({ lines }) => areInSight(cycle, lines, sight));
  const planned = new Set(shown.map(({ accountId }) => accountId));
  if (accountIds.some((id) => !planned.has(id)))
    throw new AppError(
      'plan.changed',
      'Somebody who was asked for is not in the plan of this review, or is no longer. Look at the plan again.',
    );
}

/** Why nothing more is asked in a call in which Atlassian answered so: the next reading would only fail as well. */
const ASKED_NO_MORE: Readonly<Partial<Record<ErrorCode, string>>> = {
  'atlassian.rate-limited': 'Atlassian asks to wait before more is read.',
  'atlassian.unavailable': 'Atlassian gives no answer at the moment.',
};

/** Reads numbers; what could not be read is unknown with its reason, never nothing. */
function createReader(): (count: () => Promise<number>) => Promise<Signal<number>> {
  let over: string | undefined;
  return async (count) => {
    if (over !== undefined) return unknown(over);
    try {
      return known(await count());
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      over ??= ASKED_NO_MORE[error.code];
      return unknown(error.message);
    }
  };
}
