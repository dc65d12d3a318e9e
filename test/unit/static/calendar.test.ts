import { describe, expect, it } from 'vitest';
import {
  billingInWords,
  calendarErrors,
  calendarForm,
  calendarNumbers,
  calendarPayload,
  deadlineInWords,
  nextDraftInWords,
  withBilling,
} from '../../../static/admin/view-models/calendar';
import { theSettings } from './builders';

const jira = { product: 'jira-software', period: 'monthly', lastDay: '2026-11-30' } as const;
const plan = {
  products: ['jira-software'],
  endsOn: '2026-11-30',
  executeBy: '2026-11-29',
  decideBy: '2026-11-21',
  opensOn: '2026-10-31',
};
const { calendar } = theSettings();
const form = calendarForm(theSettings({ calendar: { ...calendar, billing: [jira] } }));

describe('the form of the calendar', () => {
  it('gives back what it was made of', () => {
    expect(calendarPayload(form)).toEqual({
      billing: [jira],
      recurrence: { kind: 'before-billing' },
      leadDays: 21,
      noticeDays: 7,
      executionDays: 1,
    });
  });

  it('asks for the day of the month only where there is one', () => {
    expect(calendarNumbers(form)).not.toContain('day');
    expect(calendarNumbers({ ...form, recurrence: 'monthly' })[0]).toBe('day');
  });

  it('sends the day of the month', () => {
    const numbers = { ...form.numbers, day: '5' };
    expect(calendarPayload({ ...form, recurrence: 'monthly', numbers })?.recurrence).toEqual({
      kind: 'monthly',
      day: 5,
    });
  });

  it('says which number is none, and sends nothing', () => {
    const wrong = { ...form, numbers: { ...form.numbers, noticeDays: 'a week' } };
    expect(calendarErrors(wrong)).toEqual({ noticeDays: 'A whole number from 0 to 30.' });
    expect(calendarPayload(wrong)).toBeNull();
  });

  it('holds one period for each product', () => {
    const annual = { ...jira, period: 'annual' } as const;
    expect(withBilling([jira], annual)).toEqual([annual]);
  });
});

describe('the calendar in words', () => {
  it('says how a product bills', () => {
    expect(billingInWords(jira)).toBe('Jira, monthly; a period ends on 30 Nov 2026');
  });

  it('says until when what has to happen', () => {
    expect(deadlineInWords(plan)).toBe(
      'Jira bills anew after 30 Nov 2026: decide and approve by 21 Nov 2026, remove by 29 Nov 2026.',
    );
  });

  it.each([
    ['off', { recurrence: { kind: 'off' } }, 'No review is drafted by itself.'],
    [
      'nothing entered',
      {},
      'No billing period is entered, so no review is drafted by itself. A product without one is on no calendar.',
    ],
    [
      'before a bill',
      { deadlines: [plan] },
      'A review of Jira is drafted from 31 Oct 2026 on, by the next daily scan.',
    ],
    [
      'monthly',
      { recurrence: { kind: 'monthly', day: 5 }, nextOccurrence: '2026-12-05' },
      "The next review is drafted on 5 Dec 2026, from that day's scan, for every product.",
    ],
  ] as const)('says when the next review is drafted: %s', (_, change, words) => {
    expect(nextDraftInWords(theSettings({ calendar: { ...calendar, ...change } }))).toBe(words);
  });
});
