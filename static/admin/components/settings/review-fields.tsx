import { Stack } from '@forge/react';
import React from 'react';
import { choicesFrom } from '../../view-models/input';
import { NO_RESPONSE_LABELS, SEPARATION_LABELS } from '../../view-models/settings-labels';
import type { ReviewForm } from '../../view-models/review-form';
import { REVIEW_NUMBERS, reviewNumbers } from '../../view-models/review-form';
import { oneOf } from '../../view-models/route';
import { ChoiceInput, TextInput } from '../fields';

interface ReviewFieldsProps {
  readonly form: ReviewForm;
  readonly errors: Readonly<Record<string, string>>;
  readonly isDisabled: boolean;
  readonly onForm: (form: ReviewForm) => void;
}

export function ReviewFields({ form, errors, isDisabled, onForm }: ReviewFieldsProps) {
  return (
    <Stack space="space.150">
      <ChoiceInput
        id="separation"
        label="Separation of duties"
        isDisabled={isDisabled}
        choices={choicesFrom(SEPARATION_LABELS)}
        value={form.separation}
        onChoice={(choice) => {
          const separation = oneOf(choice, ['two-person', 'three-person'] as const);
          if (separation !== undefined) onForm({ ...form, separation });
        }}
      />
      <ChoiceInput
        id="no-response"
        label="Lines that nobody decides in time"
        help="Whoever opens a review sees the number of lines that this touches and may choose otherwise."
        isDisabled={isDisabled}
        choices={choicesFrom(NO_RESPONSE_LABELS)}
        value={form.noResponse}
        onChoice={(choice) => {
          const noResponse = oneOf(choice, ['close-as-kept', 'carry', 'follow-recommendation'] as const);
          if (noResponse !== undefined) onForm({ ...form, noResponse });
        }}
      />
      {reviewNumbers().map((name) => (
        <TextInput
          key={name}
          id={name}
          label={REVIEW_NUMBERS[name].label}
          help={REVIEW_NUMBERS[name].help}
          type="number"
          isRequired
          isDisabled={isDisabled}
          error={errors[name]}
          start={form[name]}
          onText={(text) => onForm({ ...form, [name]: text })}
        />
      ))}
    </Stack>
  );
}
