import type { OrganizationState } from '../../domain/organization-state';
import type { RemovalPlan } from '../../domain/plan/removal-plan';
import type { Cycle } from '../../domain/review/cycle';
import type { Executor } from '../../domain/review/run';
import type { ScanMode } from '../../domain/snapshot';
import { mayNotStart } from '../execute-plan';
import { exportMissing, keyMissing } from '../execute/means-of-checking';
import type { LedgerTools } from '../organization-ledger';
import { findProvenRemoval } from './proven-removal';

const NOT_SITE_ADMIN =
  'Only an administrator of the site or the organization may remove memberships; you administer Jira alone.';

export interface Starter {
  readonly accountId: string;
  readonly siteAdmin: boolean;
}

/** A plan at a time (ISO 8601 UTC), and what the review was drafted with. */
interface Planned {
  readonly cycle: Cycle;
  readonly plan: RemovalPlan;
  readonly mode: ScanMode;
  readonly now: string;
}

/**
 * Which executors the caller may start this plan with, and why not the others (product.md §8): told before anything is
 * begun, not by removals that Atlassian refuses. The key comes first where a removal with it was verified.
 */
export async function readExecutors(
  { cycle, plan, mode, now }: Planned,
  organization: OrganizationState,
  { accountId, siteAdmin }: Starter,
  tools: Pick<LedgerTools, 'ledger'>,
) {
  const { key } = organization;
  const refusalOf = (executor: Executor): string | null => {
    if (!siteAdmin) return NOT_SITE_ADMIN;
    const withKey = executor === 'organization-key' ? key : null;
    return (
      keyMissing(executor, organization, mode) ??
      exportMissing(organization, now) ??
      mayNotStart(cycle, plan.people, accountId, withKey)
    );
  };
  const executors = (['organization-key', 'acting-administrator'] as const).map((executor) => ({
    executor,
    mayNotBecause: refusalOf(executor),
  }));
  const possible = executors.filter(({ mayNotBecause }) => mayNotBecause === null);
  const isProven = (await findProvenRemoval(organization, tools)) !== null;
  const [first] = isProven ? possible : [...possible].reverse();
  return {
    executors,
    proposed: first?.executor ?? null,
    keyCreatedBy: key?.createdBy ?? null,
    keyIsProven: isProven,
    mayStart: possible.length > 0,
    mayNotBecause: possible.length > 0 ? null : refusalOf('acting-administrator'),
  };
}
