import type { SettingsView } from '../../../src/contract/settings-replies';
import type { PayloadOf } from '../../../src/contract/resolvers';
import { wholeNumber } from './whole-number';

type PolicyPayload = PayloadOf<'save-policy'>;

/** Numbers are kept as typed until they are saved, so that a half-typed one is not lost. */
export interface PolicyForm {
  readonly thresholdDays: string;
  readonly newDays: string;
  /** Words, separated by spaces or line ends. */
  readonly words: string;
}

export type FormErrors<Form> = { readonly [Field in keyof Form]?: string };

export function policyForm({ policy }: Pick<SettingsView, 'policy'>): PolicyForm {
  return {
    thresholdDays: String(policy.thresholdDays),
    newDays: String(policy.newDays),
    words: policy.words.join(' '),
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

/** The saved policy with what the form says, where it has no errors; else null. */
export function policyPayload(
  form: PolicyForm,
  settings: Pick<SettingsView, 'policy'>,
): PolicyPayload | null {
  const thresholdDays = wholeNumber(form.thresholdDays, 1, 1000);
  const newDays = wholeNumber(form.newDays, 0, 365);
  if (thresholdDays === null || newDays === null) return null;
  return policyWith(settings, { thresholdDays, newDays, words: wordsOf(form.words) });
}

/** The saved policy with some of its answers replaced: what is asked elsewhere stays as it is. */
export function policyWith(
  { policy }: Pick<SettingsView, 'policy'>,
  change: Partial<PolicyPayload>,
): PolicyPayload {
  return { ...policy, words: [...policy.words], technical: [...policy.technical], ...change };
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
