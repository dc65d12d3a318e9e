import type { OrganizationState } from '../../domain/organization-state';
import type { RemovalPlan } from '../../domain/plan/removal-plan';
import type { Cycle } from '../../domain/review/cycle';
import type { Executor } from '../../domain/review/run';
import { mayNotStart, NO_KEY } from '../execute-plan';
import type { LedgerTools } from '../organization-ledger';
import { findProvenRemoval } from './proven-removal';

const NOT_SITE_ADMIN =
  'Only an administrator of the site or the organization may remove memberships; you administer Jira alone.';

export interface Starter {
  readonly accountId: string;
  readonly siteAdmin: boolean;
}

/**
 * Which executors the caller may start this plan with, and why not the others (product.md §8): told before anything is
 * begun, not by removals that Atlassian refuses. The key comes first where a removal with it was verified.
 */
export async function readExecutors(
  { cycle, plan }: { readonly cycle: Cycle; readonly plan: RemovalPlan },
  organization: OrganizationState,
  { accountId, siteAdmin }: Starter,
  tools: Pick<LedgerTools, 'ledger'>,
) {
  const { key } = organization;
  const refusalOf = (executor: Executor): string | null => {
    if (!siteAdmin) return NOT_SITE_ADMIN;
    if (key === null) return NO_KEY;
    return mayNotStart(cycle, plan.people, accountId, executor === 'organization-key' ? key : null);
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
