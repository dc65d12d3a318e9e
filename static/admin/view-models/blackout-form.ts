import type { PayloadOf } from '../../../src/contract/resolvers';
import type { SettingsView } from '../../../src/contract/settings-replies';
import { WEEKDAYS } from '../../../src/contract/words';
import { oneOf } from './route';
import { listed } from './counts';
import { WEEKDAY_LABELS } from './settings-labels';

type Blackout = NonNullable<PayloadOf<'save-review-settings'>['blackout']>;

/** Blackout hours as the settings page asks for them; no day means that there are none. */
export type BlackoutForm = Blackout;

const NONE: BlackoutForm = { timeZone: 'UTC', days: [], from: '08:00', to: '18:00' };
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

export function blackoutForm({ review }: SettingsView): BlackoutForm {
  return review.blackout ?? NONE;
}

/** The days that were chosen, in the order of the week. */
export function chosenDays(values: readonly string[]): Blackout['days'] {
  const chosen = values.flatMap((value) => oneOf(value, WEEKDAYS) ?? []);
  return WEEKDAYS.filter((day) => chosen.includes(day));
}

/** What is wrong with the hours, by field; the time zone is judged by the back end. */
export function blackoutErrors({ days, from, to, timeZone }: BlackoutForm): Readonly<Record<string, string>> {
  if (days.length === 0) return {};
  const time = 'A time of day from 00:00 to 23:59, such as 08:30.';
  return {
    ...(TIME.test(from) ? {} : { from: time }),
    ...(TIME.test(to) ? {} : { to: time }),
    ...(timeZone.trim() === '' ? { timeZone: 'A time zone, such as Europe/Berlin.' } : {}),
    ...(days.length === WEEKDAYS.length && from === to
      ? { days: 'No hour of the week would be left for removals.' }
      : {}),
  };
}

/** What is saved; null for none. */
export function blackoutPayload(form: BlackoutForm): Blackout | null {
  return form.days.length === 0 ? null : { ...form, timeZone: form.timeZone.trim() };
}

/** "No removals on Monday and Friday from 08:00 to 18:00 (UTC)." */
export function blackoutInWords({ days, from, to, timeZone }: BlackoutForm): string {
  if (days.length === 0) return 'Removals run at any hour.';
  const lasts = to > from ? to : `${to} of the next day`;
  return `No removals on ${listed(days.map((day) => WEEKDAY_LABELS[day]))} from ${from} to ${lasts} (${timeZone}).`;
}
