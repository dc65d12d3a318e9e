import { describe, expect, it } from 'vitest';
import {
  blackoutErrors,
  blackoutForm,
  blackoutInWords,
  blackoutPayload,
  chosenDays,
} from '../../../static/admin/view-models/blackout-form';
import { WEEKDAYS } from '../../../src/contract/words';
import { WEEK } from '../../../src/lib/zoned-time';
import { theSettings } from './builders';

const HOURS = { timeZone: 'UTC', days: ['mon', 'fri'], from: '22:00', to: '06:00' } as const;

describe('Blackout hours', () => {
  it('are offered on every day of the week', () => {
    expect(WEEKDAYS).toEqual(WEEK);
  });

  it('that nobody entered are shown as none, and saved as none', () => {
    const form = blackoutForm(theSettings());
    expect(form.days).toEqual([]);
    expect(blackoutPayload(form)).toBeNull();
    expect(blackoutErrors({ ...form, from: 'soon' })).toEqual({});
  });

  it('keep the order of the week, whatever was clicked first', () => {
    expect(chosenDays(['fri', 'someday', 'mon'])).toEqual(['mon', 'fri']);
  });

  it('are said in a sentence', () => {
    expect(blackoutInWords(HOURS)).toBe(
      'No removals on Monday and Friday from 22:00 to 06:00 of the next day (UTC).',
    );
    expect(blackoutInWords({ ...HOURS, days: [] })).toBe('Removals run at any hour.');
  });

  it('say which field is wrong', () => {
    expect(Object.keys(blackoutErrors({ ...HOURS, from: '8', timeZone: ' ' }))).toEqual(['from', 'timeZone']);
  });

  it('leave some hour of the week', () => {
    const whole = { ...HOURS, days: WEEKDAYS, to: '22:00' };
    expect(blackoutErrors(whole).days).toBe('No hour of the week would be left for removals.');
  });

  it('are saved without blanks around the time zone', () => {
    expect(blackoutPayload({ ...HOURS, timeZone: ' Europe/Berlin ' })?.timeZone).toBe('Europe/Berlin');
  });
});
