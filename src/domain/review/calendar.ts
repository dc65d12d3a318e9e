import { byCodeUnit } from '../../lib/order';
import { dayInMonth, plusDays, plusMonths, type Day } from '../days';

/** How one product bills, as the customer says: the last day of one of its billing periods. */
export interface BillingFact {
  readonly product: string;
  readonly period: 'monthly' | 'annual';
  readonly lastDay: Day;
}

/** What makes the next review fall due. */
export type Recurrence =
  | { readonly kind: 'before-billing' }
  /** Each month on this day, 1 to 31; on the last one of a shorter month. */
  | { readonly kind: 'monthly'; readonly day: number }
  | { readonly kind: 'off' };

/** The customer's facts about billing, and how far ahead reviews are drafted (product.md §7, Calendar). */
export interface ReviewCalendar {
  readonly billing: readonly BillingFact[];
  readonly recurrence: Recurrence;
  /** Days from the drafting to the last day to decide. */
  readonly leadDays: number;
  /** Days between telling the people concerned and a removal; 0 where nobody is told. */
  readonly noticeDays: number;
  readonly executionDays: number;
}

export const DEFAULT_CALENDAR: ReviewCalendar = {
  billing: [],
  recurrence: { kind: 'before-billing' },
  leadDays: 21,
  noticeDays: 7,
  executionDays: 1,
};

/** A removal is verified after 24 hours (product.md §8). */
const VERIFICATION_DAYS = 1;

/** What has to happen until when, so that it still changes the bill after the period. */
export interface BillingPlan {
  readonly products: readonly string[];
  /** Last day of the billing period. */
  readonly endsOn: Day;
  /** Last day to remove. */
  readonly executeBy: Day;
  /** Last day to decide and to approve. */
  readonly decideBy: Day;
  /** Day on which the review is drafted. */
  readonly opensOn: Day;
}

/** A day on which a review falls due. */
export interface Occasion {
  /** Names the day for good, whatever the calendar says later. */
  readonly key: string;
  /** Null for all. */
  readonly products: readonly string[] | null;
  readonly opensOn: Day;
  /** Null without a billing period to be in time for. */
  readonly plan: BillingPlan | null;
}

/**
 * For each product the first billing period that a decision of today or later can still change; products whose
 * period ends on the same day together, earliest first.
 */
export function billingPlans(calendar: ReviewCalendar, today: Day): BillingPlan[] {
  const products = new Map<Day, string[]>();
  for (const fact of calendar.billing) {
    const endsOn = firstEnd(fact, (end) => decideByFor(end, calendar) >= today);
    products.set(endsOn, [...(products.get(endsOn) ?? []), fact.product]);
  }
  return [...products]
    .map(([endsOn, under]) => {
      const decideBy = decideByFor(endsOn, calendar);
      return {
        products: under.sort(byCodeUnit),
        endsOn,
        executeBy: plusDays(endsOn, -VERIFICATION_DAYS),
        decideBy,
        opensOn: plusDays(decideBy, -calendar.leadDays),
      };
    })
    .sort((a, b) => byCodeUnit(a.endsOn, b.endsOn));
}

/** Last day of the billing period that a day lies in. */
export function periodEnd(fact: BillingFact, day: Day): Day {
  return firstEnd(fact, (end) => end >= day);
}

function decideByFor(endsOn: Day, { noticeDays, executionDays }: ReviewCalendar): Day {
  return plusDays(endsOn, -(noticeDays + executionDays + VERIFICATION_DAYS));
}

/**
 * The first period's end from which on `fits` holds. A period ends the day before the next one starts, and starts
 * repeat on the same day of the month: so months of any length and leap years follow.
 */
function firstEnd({ period, lastDay }: BillingFact, fits: (end: Day) => boolean): Day {
  const months = period === 'monthly' ? 1 : 12;
  const start = plusDays(lastDay, 1);
  const end = (periods: number): Day => plusDays(plusMonths(start, months * periods), -1);
  let periods = 0;
  while (fits(end(periods))) periods -= 1;
  while (!fits(end(periods))) periods += 1;
  return end(periods);
}

/** Occasions whose day has come and whose time to decide is not over, the most urgent first. */
export function occasionsDue(calendar: ReviewCalendar, savedOn: Day, today: Day): Occasion[] {
  const { recurrence } = calendar;
  if (recurrence.kind === 'off') return [];
  if (recurrence.kind === 'monthly') {
    const opensOn = lastOccurrence(recurrence.day, today);
    // A day that had passed when it was entered is no occasion.
    if (opensOn < savedOn) return [];
    return [{ key: `monthly:${opensOn}`, products: null, opensOn, plan: null }];
  }
  return billingPlans(calendar, today)
    .filter(({ opensOn }) => opensOn <= today)
    .map((plan) => ({
      key: `billing:${plan.endsOn}`,
      products: plan.products,
      opensOn: plan.opensOn,
      plan,
    }));
}

/** The next day of a monthly recurrence after today; null for any other. */
export function nextOccurrence({ recurrence }: ReviewCalendar, today: Day): Day | null {
  if (recurrence.kind !== 'monthly') return null;
  const here = dayInMonth(today, recurrence.day);
  return here > today ? here : dayInMonth(plusMonths(dayInMonth(today, 1), 1), recurrence.day);
}

function lastOccurrence(day: number, today: Day): Day {
  const here = dayInMonth(today, day);
  return here <= today ? here : dayInMonth(plusMonths(dayInMonth(today, 1), -1), day);
}
