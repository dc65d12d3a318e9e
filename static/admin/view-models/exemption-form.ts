import type { PayloadOf } from '../../../src/contract/resolvers';
import { daysBetween, fromPickerDay, pickerDayAfter } from './dates';
import type { FormErrors } from './policy-form';

type Payload = PayloadOf<'ask-exemption'>;

export const MATCH_KINDS = ['account', 'group', 'emailDomain', 'namePattern'] as const;
export type MatchKind = (typeof MATCH_KINDS)[number];

export const MATCH_LABELS: Readonly<Record<MatchKind, string>> = {
  account: 'Account',
  group: 'Group',
  emailDomain: 'E-mail domain',
  namePattern: 'Name pattern',
};

/** A year, leap years included; an exemption that is still needed is asked for again, and looked at again. */
const LONGEST_DAYS = 366;
/** How long an exemption is proposed for. */
const FIRST_DAYS = 180;

export interface ExemptionForm {
  readonly kind: MatchKind;
  readonly value: string;
  readonly product: string;
  readonly expires: string;
  readonly reason: string;
  /** The account that answers for it. */
  readonly owner: string;
  readonly control: string;
}

export function emptyExemption(now: string): ExemptionForm {
  const expires = pickerDayAfter(now, FIRST_DAYS);
  return { kind: 'account', value: '', product: '', expires, reason: '', owner: '', control: '' };
}

export function exemptionErrors(form: ExemptionForm, now: string): FormErrors<ExemptionForm> {
  const expires = fromPickerDay(form.expires);
  return {
    ...(form.value.trim() === '' ? { value: 'Say what the exemption covers.' } : {}),
    ...(expires === undefined ? { expires: 'An exemption needs a day on which it ends.' } : {}),
    ...(expires !== undefined && expires <= now ? { expires: 'Choose a day that is still to come.' } : {}),
    ...(expires !== undefined && (daysBetween(now, expires) ?? 0) > LONGEST_DAYS
      ? { expires: 'An exemption lasts at most a year; it can be asked for again.' }
      : {}),
    ...(form.reason.trim().length < 3 ? { reason: 'Say why, an auditor will read it.' } : {}),
    ...(form.owner === '' ? { owner: 'Name who answers for it.' } : {}),
  };
}

/** What the form covers, once it says so; else null. */
export function coveredBy({ kind, value, product }: ExemptionForm): PayloadOf<'preview-exemption'> | null {
  const text = value.trim();
  if (text === '') return null;
  return { match: matchOf(kind, text), ...(product === '' ? {} : { product }) };
}

export function matchOf(kind: MatchKind, value: string): Payload['match'] {
  switch (kind) {
    case 'account':
      return { account: value };
    case 'group':
      return { group: value };
    case 'emailDomain':
      return { emailDomain: value.replace(/^@/, '') };
    case 'namePattern':
      return { namePattern: value };
  }
}

/** The payload of a form without errors, else null. */
export function exemptionPayload(form: ExemptionForm): Payload | null {
  const covered = coveredBy(form);
  const expires = fromPickerDay(form.expires);
  if (covered === null || expires === undefined) return null;
  const control = form.control.trim();
  return {
    ...covered,
    expires,
    reason: form.reason.trim(),
    owner: form.owner,
    ...(control === '' ? {} : { control }),
  };
}
