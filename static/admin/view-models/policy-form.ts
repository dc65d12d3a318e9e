import type { SettingsView } from '../../../src/contract/settings-replies';
import type { PayloadOf } from '../../../src/contract/resolvers';
import { daysBetween, fromPickerDay } from './dates';
import { oneOf } from './route';
import { wholeNumber } from './whole-number';

type PolicyPayload = PayloadOf<'save-policy'>;
type Exemption = PolicyPayload['exemptions'][number];

/** Numbers are kept as typed until they are saved, so that a half-typed one is not lost. */
export interface PolicyForm {
  readonly thresholdDays: string;
  readonly newDays: string;
  /** Words, separated by spaces or line ends. */
  readonly words: string;
  readonly technical: readonly string[];
  readonly unmanaged: PolicyPayload['unmanaged'];
  readonly jsmOnCall: PolicyPayload['jsmOnCall'];
  readonly exemptions: readonly Exemption[];
}

export type FormErrors<Form> = { readonly [Field in keyof Form]?: string };

export function policyForm({ policy }: SettingsView): PolicyForm {
  return {
    thresholdDays: String(policy.thresholdDays),
    newDays: String(policy.newDays),
    words: policy.words.join(' '),
    technical: policy.technical,
    unmanaged: policy.unmanaged,
    jsmOnCall: policy.jsmOnCall,
    exemptions: policy.exemptions.flatMap((exemption) => {
      const match = toMatch(exemption.match);
      return match === null ? [] : [{ ...exemption, match }];
    }),
  };
}

function toMatch(match: Readonly<Record<string, string>>): Exemption['match'] | null {
  const { account, group, emailDomain, namePattern } = match;
  if (account !== undefined) return { account };
  if (group !== undefined) return { group };
  if (emailDomain !== undefined) return { emailDomain };
  return namePattern === undefined ? null : { namePattern };
}

export function policyErrors(form: PolicyForm): FormErrors<PolicyForm> {
  return {
    ...(wholeNumber(form.thresholdDays, 1, 1000) === null
      ? { thresholdDays: 'A whole number of days from 1 to 1000.' }
      : {}),
    ...(wholeNumber(form.newDays, 0, 365) === null
      ? { newDays: 'A whole number of days from 0 to 365.' }
      : {}),
    ...(wordsOf(form.words).length > 300 ? { words: 'At most 300 words.' } : {}),
  };
}

/** The payload of a form without errors, else null. */
export function policyPayload(form: PolicyForm): PolicyPayload | null {
  const thresholdDays = wholeNumber(form.thresholdDays, 1, 1000);
  const newDays = wholeNumber(form.newDays, 0, 365);
  if (thresholdDays === null || newDays === null) return null;
  return {
    thresholdDays,
    newDays,
    words: wordsOf(form.words),
    technical: [...form.technical],
    unmanaged: form.unmanaged,
    jsmOnCall: form.jsmOnCall,
    exemptions: [...form.exemptions],
  };
}

function wordsOf(text: string): string[] {
  return [
    ...new Set(
      text
        .toLowerCase()
        .split(/[\s,;]+/)
        .filter((word) => word !== ''),
    ),
  ];
}

export const MATCH_KINDS = ['account', 'group', 'emailDomain', 'namePattern'] as const;
export type MatchKind = (typeof MATCH_KINDS)[number];

/** A year, leap years included; an exemption that is still needed is renewed, and looked at again. */
const LONGEST_DAYS = 366;

export interface ExemptionForm {
  readonly kind: MatchKind;
  readonly value: string;
  readonly product: string;
  readonly expires: string;
  readonly reason: string;
  readonly owner: string;
  readonly control: string;
}

export function exemptionErrors(form: ExemptionForm, now: string): FormErrors<ExemptionForm> {
  const expires = fromPickerDay(form.expires);
  return {
    ...(form.value.trim() === '' ? { value: 'Say what the exemption covers.' } : {}),
    ...(expires === undefined ? { expires: 'An exemption needs a day on which it ends.' } : {}),
    ...(expires !== undefined && expires <= now ? { expires: 'Choose a day that is still to come.' } : {}),
    ...(expires !== undefined && (daysBetween(now, expires) ?? 0) > LONGEST_DAYS
      ? { expires: 'An exemption lasts at most a year; it can be renewed.' }
      : {}),
    ...(form.reason.trim().length < 3 ? { reason: 'Say why, an auditor will read it.' } : {}),
    ...(form.owner.trim() === '' ? { owner: 'Name who answers for it.' } : {}),
  };
}

/** The exemption of a form without errors, else null. */
export function toExemption(form: ExemptionForm): Exemption | null {
  const expires = fromPickerDay(form.expires);
  const match = toMatch({ [form.kind]: form.value.trim() });
  if (expires === undefined || match === null) return null;
  return {
    match,
    ...(form.product.trim() === '' ? {} : { product: form.product.trim() }),
    expires,
    reason: form.reason.trim(),
    owner: form.owner.trim(),
    ...(form.control.trim() === '' ? {} : { control: form.control.trim() }),
  };
}

/** The form with another answer; a word that is none leaves it as it was. */
export function chooseOnCall(form: PolicyForm, choice: string): PolicyForm {
  return { ...form, jsmOnCall: oneOf(choice, ['yes', 'no', 'unanswered'] as const) ?? form.jsmOnCall };
}

export function chooseUnmanaged(form: PolicyForm, choice: string): PolicyForm {
  return { ...form, unmanaged: oneOf(choice, ['ask-business', 'local'] as const) ?? form.unmanaged };
}
