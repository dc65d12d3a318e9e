import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plusDays } from '../../../../src/domain/days';
import { billingPlans, nextOccurrence, occasionsDue } from '../../../../src/domain/review/calendar';
import { aBillingFact, aCalendar } from '../../../builders/a-calendar';

const planOn = (today: string, calendar = aCalendar()) => billingPlans(calendar, today)[0];
/** The first period that can still be changed, of one that ends on this day as well. */
const endOn = (today: string, lastDay: string, period: 'monthly' | 'annual' = 'monthly') =>
  planOn(
    today,
    aCalendar({ billing: [aBillingFact({ lastDay, period })], noticeDays: 0, executionDays: 1, leadDays: 1 }),
  )?.endsOn;

describe('The days of a billing period', () => {
  it('are planned backwards from its last day: verify, remove, give notice, decide, draft', () => {
    expect(planOn('2026-11-02')).toEqual({
      products: ['jira-software'],
      endsOn: '2026-11-30',
      executeBy: '2026-11-29',
      decideBy: '2026-11-21',
      opensOn: '2026-10-31',
    });
  });

  it('follow the customer’s days of notice, of removing and to decide', () => {
    const calendar = aCalendar({ noticeDays: 3, executionDays: 2, leadDays: 10 });
    expect(planOn('2026-11-02', calendar)).toMatchObject({ decideBy: '2026-11-24', opensOn: '2026-11-14' });
  });

  it('count while a decision can still change the bill, its last day included', () => {
    expect(planOn('2026-11-21')?.endsOn).toBe('2026-11-30');
  });

  it('are those of the next period after that', () => {
    expect(planOn('2026-11-22')).toMatchObject({ endsOn: '2026-12-31', decideBy: '2026-12-22' });
  });
});

describe('A monthly period', () => {
  it.each([
    ['that ends with a month ends with each', '2027-02-01', '2026-11-30', '2027-02-28'],
    ['that ended with a short month ends with each', '2027-03-15', '2027-02-28', '2027-03-31'],
    ['that ends with January ends with a leap February', '2028-02-10', '2027-01-31', '2028-02-29'],
    ['that ends on a day keeps it', '2027-02-01', '2026-11-14', '2027-02-14'],
    [
      'that would end on the 30th ends before a short month is over',
      '2027-02-01',
      '2026-12-30',
      '2027-02-27',
    ],
    ['is counted back from a day that lies ahead', '2026-11-01', '2027-06-14', '2026-11-14'],
    ['entered years ago is counted on', '2026-11-01', '2019-03-31', '2026-11-30'],
  ])('%s', (_, today, lastDay, endsOn) => {
    expect(endOn(today, lastDay)).toBe(endsOn);
  });
});

describe('An annual period', () => {
  it.each([
    ['repeats each year', '2027-01-01', '2026-06-30', '2027-06-30'],
    ['that ends on a leap day ends on 28 February in other years', '2028-06-01', '2028-02-29', '2029-02-28'],
    [
      'that begins on a leap day ends the day before the shorter month’s last',
      '2028-06-01',
      '2028-02-28',
      '2029-02-27',
    ],
  ])('%s', (_, today, lastDay, endsOn) => {
    expect(endOn(today, lastDay, 'annual')).toBe(endsOn);
  });
});

describe('Products', () => {
  const billing = [
    aBillingFact({ product: 'jira-software' }),
    aBillingFact({ product: 'loom', lastDay: '2026-11-25' }),
    aBillingFact({ product: 'confluence', lastDay: '2026-10-31' }),
  ];

  it('whose periods end on the same day are planned together, the earliest first', () => {
    const plans = billingPlans(aCalendar({ billing }), '2026-11-02');
    expect(plans.map(({ products, endsOn }) => [endsOn, products])).toEqual([
      ['2026-11-25', ['loom']],
      ['2026-11-30', ['confluence', 'jira-software']],
    ]);
  });

  it('without a period are on no calendar', () => {
    expect(billingPlans(aCalendar({ billing: [] }), '2026-11-02')).toEqual([]);
  });
});

describe('Whatever the day,', () => {
  const anyDay = fc.integer({ min: 0, max: 3000 }).map((days) => plusDays('2024-01-01', days));

  it('a monthly plan can still be met, and is the first that can', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (today, lastDay) => {
        const calendar = aCalendar({ billing: [aBillingFact({ lastDay })] });
        const plan = planOn(today, calendar);
        expect((plan?.decideBy ?? '') >= today).toBe(true);
        // No period is longer than 31 days.
        expect((plan?.decideBy ?? '') < plusDays(today, 31)).toBe(true);
      }),
    );
  });
});

describe('A review falls due', () => {
  const due = (today: string, calendar = aCalendar(), savedOn = '2026-01-01') =>
    occasionsDue(calendar, savedOn, today).map(({ key }) => key);

  it('from the day of its drafting on', () => {
    expect(due('2026-10-30')).toEqual([]);
    expect(due('2026-10-31')).toEqual(['billing:2026-11-30']);
  });

  it('until the last day to decide', () => {
    expect(due('2026-11-21')).toEqual(['billing:2026-11-30']);
    expect(due('2026-11-22')).toEqual([]);
  });

  it('of the products that bill then', () => {
    const [occasion] = occasionsDue(aCalendar(), '2026-01-01', '2026-11-02');
    expect(occasion?.products).toEqual(['jira-software']);
  });

  it('never by itself when the calendar is off', () => {
    expect(due('2026-11-02', aCalendar({ recurrence: { kind: 'off' } }))).toEqual([]);
  });

  it.each([
    ['on its day', 5, '2026-11-05', 'monthly:2026-11-05'],
    ['and until the next', 5, '2026-12-04', 'monthly:2026-11-05'],
    ['on the last day of a shorter month', 31, '2027-02-28', 'monthly:2027-02-28'],
    ['on the last day of a leap February', 30, '2028-02-29', 'monthly:2028-02-29'],
    ['still for the month before, early in a month', 31, '2027-03-01', 'monthly:2027-02-28'],
  ])('each month %s', (_, day, today, key) => {
    expect(due(today, aCalendar({ recurrence: { kind: 'monthly', day } }))).toEqual([key]);
  });

  it('not for a day of the month that had passed when it was entered', () => {
    const calendar = aCalendar({ recurrence: { kind: 'monthly', day: 5 } });
    expect(due('2026-11-20', calendar, '2026-11-20')).toEqual([]);
    expect(due('2026-12-05', calendar, '2026-11-20')).toEqual(['monthly:2026-12-05']);
  });
});

describe('The next day of a monthly recurrence', () => {
  const next = (day: number, today: string) =>
    nextOccurrence(aCalendar({ recurrence: { kind: 'monthly', day } }), today);

  it.each([
    [5, '2026-11-04', '2026-11-05'],
    [5, '2026-11-05', '2026-12-05'],
    [31, '2027-01-31', '2027-02-28'],
    [29, '2028-01-30', '2028-02-29'],
  ])('%i after %s is %s', (day, today, found) => {
    expect(next(day, today)).toBe(found);
  });

  it('is none before billing periods', () => {
    expect(nextOccurrence(aCalendar(), '2026-11-02')).toBeNull();
  });
});
