import { dayOf } from '../days';
import { billingPlans, type BillingPlan, type ReviewCalendar } from './calendar';
import type { Cycle } from './cycle';

/** Billing periods that a review which is not over can still change: its own, or those of its products. */
export function deadlinesOf(cycle: Cycle, calendar: ReviewCalendar, now: string): BillingPlan[] {
  if (cycle.signedOff !== null || cycle.cancelled !== null) return [];
  if (cycle.plan !== null) return [cycle.plan];
  return billingPlans(calendar, dayOf(now)).filter(({ products }) =>
    products.some((product) => cycle.products?.includes(product) !== false),
  );
}
