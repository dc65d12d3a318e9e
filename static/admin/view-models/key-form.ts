import type { PayloadOf } from '../../../src/contract/resolvers';
import { fromPickerDay } from './dates';
import type { FormErrors } from './policy-form';

export interface KeyForm {
  readonly key: string;
  readonly createdBy: string;
  readonly expires: string;
}

export function keyErrors(form: KeyForm, now: string): FormErrors<KeyForm> {
  const expires = fromPickerDay(form.expires);
  return {
    ...(form.key.trim().length < 8 ? { key: 'Paste the whole key.' } : {}),
    ...(expires !== undefined && expires <= now
      ? { expires: 'This key has expired: create a new one.' }
      : {}),
  };
}

export function keyPayload(form: KeyForm): PayloadOf<'save-org-key'> {
  const expires = fromPickerDay(form.expires);
  return {
    key: form.key.trim(),
    ...(form.createdBy.trim() === '' ? {} : { createdBy: form.createdBy.trim() }),
    ...(expires === undefined ? {} : { expiresAt: expires }),
  };
}
