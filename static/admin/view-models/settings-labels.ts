/** Choices of the settings, in the words of the screens. */

type Labels<Key extends string> = Readonly<Record<Key, string>>;

export const SEPARATION_LABELS: Labels<'two-person' | 'three-person'> = {
  'two-person': 'Two people: who decides does not approve',
  'three-person': 'Three people: decider, approver and executor all differ',
};

export const NO_RESPONSE_LABELS: Labels<'close-as-kept' | 'carry' | 'follow-recommendation'> = {
  'close-as-kept': 'Close as kept, recorded as nobody answered',
  carry: 'Carry into the next review',
  'follow-recommendation': 'Follow the recommendation (local cleanups only)',
};

export const UNMANAGED_LABELS: Labels<'ask-business' | 'local'> = {
  'ask-business': 'Ask the business owner',
  local: 'Treat like managed accounts',
};

export const ON_CALL_LABELS: Labels<'yes' | 'no' | 'unanswered'> = {
  yes: 'Yes, some agents are only on a schedule',
  no: 'No',
  unanswered: 'Not answered yet',
};

export const WEEKDAY_LABELS: Labels<'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun'> = {
  mon: 'Monday',
  tue: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  fri: 'Friday',
  sat: 'Saturday',
  sun: 'Sunday',
};

export const RECURRENCE_LABELS: Labels<'before-billing' | 'monthly' | 'off'> = {
  'before-billing': 'Before each billing period ends',
  monthly: 'Each month on a day',
  off: 'Not by itself',
};

export const PERIOD_LABELS: Labels<'monthly' | 'annual'> = {
  monthly: 'Monthly',
  annual: 'Annual',
};
