import { Stack } from '@forge/react';
import React from 'react';
import type { FormErrors, PolicyForm } from '../../view-models/policy-form';
import { LongTextInput, TextInput } from '../fields';

interface PolicyFieldsProps {
  readonly form: PolicyForm;
  readonly errors: FormErrors<PolicyForm>;
  readonly isDisabled: boolean;
  readonly onForm: (form: PolicyForm) => void;
}

/** When a seat counts as unused, and which words make a name look technical. */
export function PolicyFields({ form, errors, isDisabled, onForm }: PolicyFieldsProps) {
  return (
    <Stack space="space.150">
      <TextInput
        id="threshold-days"
        label="Days without use after which a seat counts as unused"
        type="number"
        isRequired
        isDisabled={isDisabled}
        error={errors.thresholdDays}
        start={form.thresholdDays}
        onText={(thresholdDays) => onForm({ ...form, thresholdDays })}
      />
      <TextInput
        id="new-days"
        label="Days during which a seat counts as new"
        help="A new seat is never called unused."
        type="number"
        isRequired
        isDisabled={isDisabled}
        error={errors.newDays}
        start={form.newDays}
        onText={(newDays) => onForm({ ...form, newDays })}
      />
      <LongTextInput
        id="words"
        label="Words that make a name look technical"
        help="Separated by spaces. Compared with whole words of display names and addresses."
        isDisabled={isDisabled}
        error={errors.words}
        start={form.words}
        onText={(words) => onForm({ ...form, words })}
      />
    </Stack>
  );
}
