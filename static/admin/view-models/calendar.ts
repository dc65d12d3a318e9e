import type { BillingPlan } from '../../../src/contract/review-replies';
import type { PayloadOf } from '../../../src/contract/resolvers';
import type { SettingsView } from '../../../src/contract/settings-replies';
import { listed } from './counts';
import { formatDay } from './dates';
import { productLabel } from './labels';
import { wholeNumber } from './whole-number';

type CalendarPayload = PayloadOf<'save-calendar'>;
export type BillingFact = CalendarPayload['billing'][number];
export type RecurrenceKind = CalendarPayload['recurrence']['kind'];
export type CalendarNumber = 'leadDays' | 'noticeDays' | 'executionDays' | 'day';

/** What the settings page holds while the calendar is entered. */
export interface CalendarForm {
  readonly billing: readonly BillingFact[];
  readonly recurrence: RecurrenceKind;
  readonly numbers: Readonly<Record<CalendarNumber, string>>;
}

/** Bounds of the calendar's numbers, as the back end checks them. */
export const CALENDAR_NUMBERS: Readonly<
  Record<CalendarNumber, { label: string; help: string; min: number; max: number }>
> = {
  leadDays: {
    label: 'Days to decide',
    help: 'Before a billing period: from the drafting of the review to the last day to decide and approve.',
    min: 1,
    max: 90,
  },
  noticeDays: {
    label: 'Days of notice',
    help: 'Between telling people and removing. With 0 nobody is told; each sign-off says so.',
    min: 0,
    max: 30,
  },
  executionDays: { label: 'Days to remove', help: 'Time that the runs take.', min: 1, max: 30 },
  day: {
    label: 'Day of the month',
    help: 'In a shorter month its last day is taken.',
    min: 1,
    max: 31,
  },
};

export function calendarForm({ calendar }: SettingsView): CalendarForm {
  const { billing, recurrence, leadDays, noticeDays, executionDays } = calendar;
  return {
    billing,
    recurrence: recurrence.kind,
    numbers: {
      leadDays: String(leadDays),
      noticeDays: String(noticeDays),
      executionDays: String(executionDays),
      day: recurrence.kind === 'monthly' ? String(recurrence.day) : '1',
    },
  };
}

/** The numbers that count for this recurrence, in the order in which the form asks for them. */
export function calendarNumbers({ recurrence }: CalendarForm): CalendarNumber[] {
  return [...(recurrence === 'monthly' ? (['day'] as const) : []), 'leadDays', 'noticeDays', 'executionDays'];
}

/** What is wrong with the numbers, by name. */
export function calendarErrors(form: CalendarForm): Readonly<Partial<Record<CalendarNumber, string>>> {
  return Object.fromEntries(
    calendarNumbers(form).flatMap((name) => {
      const { min, max } = CALENDAR_NUMBERS[name];
      const wrong = wholeNumber(form.numbers[name], min, max) === null;
      return wrong ? [[name, `A whole number from ${String(min)} to ${String(max)}.`]] : [];
    }),
  );
}

/** The payload of a form without errors, else null. */
export function calendarPayload(form: CalendarForm): CalendarPayload | null {
  if (Object.keys(calendarErrors(form)).length > 0) return null;
  const { billing, recurrence, numbers } = form;
  return {
    billing: [...billing],
    recurrence:
      recurrence === 'monthly' ? { kind: recurrence, day: Number(numbers.day) } : { kind: recurrence },
    leadDays: Number(numbers.leadDays),
    noticeDays: Number(numbers.noticeDays),
    executionDays: Number(numbers.executionDays),
  };
}

/** The facts with one more; a product has one billing period. */
export function withBilling(billing: readonly BillingFact[], added: BillingFact): BillingFact[] {
  return [...billing.filter(({ product }) => product !== added.product), added];
}

/** "Jira, monthly; a period ends on 30 Nov 2026". */
export function billingInWords({ product, period, lastDay }: BillingFact): string {
  return `${productLabel(product)}, ${period}; a period ends on ${formatDay(lastDay)}`;
}

/** "Jira and Confluence bill anew after 30 Nov 2026: decide and approve by 21 Nov 2026, remove by 29 Nov 2026." */
export function deadlineInWords({ products, endsOn, decideBy, executeBy }: BillingPlan): string {
  const bill = products.length === 1 ? 'bills' : 'bill';
  return `${listed(products.map(productLabel))} ${bill} anew after ${formatDay(endsOn)}: decide and approve by ${formatDay(decideBy)}, remove by ${formatDay(executeBy)}.`;
}

/** When the next review is drafted by itself, or that none is. */
export function nextDraftInWords({ calendar }: SettingsView): string {
  const { recurrence, nextOccurrence, deadlines } = calendar;
  if (recurrence.kind === 'off') return 'No review is drafted by itself.';
  if (nextOccurrence !== null)
    return `The next review is drafted on ${formatDay(nextOccurrence)}, from that day's scan, for every product.`;
  const [first] = deadlines;
  if (first === undefined)
    return 'No billing period is entered, so no review is drafted by itself. A product without one is on no calendar.';
  return `A review of ${listed(first.products.map(productLabel))} is drafted from ${formatDay(first.opensOn)} on, by the next daily scan.`;
}
