import type { SettingsView } from '../../../src/contract/settings-replies';
import type { PayloadOf } from '../../../src/contract/resolvers';
import { oneOf } from './route';
import { wholeNumber } from './whole-number';

type PolicyPayload = PayloadOf<'save-policy'>;

/** Numbers are kept as typed until they are saved, so that a half-typed one is not lost. */
export interface PolicyForm {
  readonly thresholdDays: string;
  readonly newDays: string;
  /** Words, separated by spaces or line ends. */
  readonly words: string;
  readonly technical: readonly string[];
  readonly unmanaged: PolicyPayload['unmanaged'];
  readonly jsmOnCall: PolicyPayload['jsmOnCall'];
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
  };
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

/** The form with another answer; a word that is none leaves it as it was. */
export function chooseOnCall(form: PolicyForm, choice: string): PolicyForm {
  return { ...form, jsmOnCall: oneOf(choice, ['yes', 'no', 'unanswered'] as const) ?? form.jsmOnCall };
}

export function chooseUnmanaged(form: PolicyForm, choice: string): PolicyForm {
  return { ...form, unmanaged: oneOf(choice, ['ask-business', 'local'] as const) ?? form.unmanaged };
}
