import { DEFAULT_CALENDAR, type BillingFact, type ReviewCalendar } from '../../src/domain/review/calendar';

/** A product that bills monthly; a period ends with November. */
export function aBillingFact(overrides: Partial<BillingFact> = {}): BillingFact {
  return { product: 'jira-software', period: 'monthly', lastDay: '2026-11-30', ...overrides };
}

/** A calendar with one monthly product, reviewed before each bill. */
export function aCalendar(overrides: Partial<ReviewCalendar> = {}): ReviewCalendar {
  return { ...DEFAULT_CALENDAR, billing: [aBillingFact()], ...overrides };
}
