import { openCycleOf, signedOffReviews, type OrganizationState } from '../domain/organization-state';
import { standsNow } from '../domain/review/after-sign-off';
import type { Cycle } from '../domain/review/cycle';
import { findCycle } from './cycle-ledger';
import type { LedgerTools } from './organization-ledger';

/** A review whose questions stand, as they do now, and on which products: those that no newer review took over. */
export interface QuestionedCycle {
  readonly cycle: Cycle;
  readonly asks: (product: string) => boolean;
}

/**
 * The open review and, of the signed-off ones, the newest of each product; newest first. A rehearsal takes nothing
 * over, so that what was asked before it goes on beside it.
 */
export async function findQuestioned(
  organization: OrganizationState,
  tools: Pick<LedgerTools, 'ledger'>,
): Promise<QuestionedCycle[]> {
  const open = openCycleOf(organization);
  const entries = [...(open === undefined ? [] : [open]), ...signedOffReviews(organization).reverse()];
  const found: QuestionedCycle[] = [];
  const takenOver = new Set<string>();
  for (const { cycleId, products } of entries) {
    // Whatever such a review asked, newer ones ask or have settled.
    if (products?.every((product) => takenOver.has(product)) === true) continue;
    const cycle = await findCycle(tools, cycleId);
    if (cycle === undefined || cycle.cancelled !== null) continue;
    const newer = new Set(takenOver);
    found.push({
      cycle: standsNow(cycle, organization.afterSignOff),
      asks: (product) => !newer.has(product),
    });
    if (cycle.rehearsal) continue;
    if (cycle.products === null) break;
    for (const product of cycle.products) takenOver.add(product);
  }
  return found;
}
