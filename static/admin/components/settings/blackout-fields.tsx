import { Inline, Stack, Text } from '@forge/react';
import React from 'react';
import type { BlackoutForm } from '../../view-models/blackout-form';
import { blackoutInWords, chosenDays } from '../../view-models/blackout-form';
import { choicesFrom } from '../../view-models/input';
import { WEEKDAY_LABELS } from '../../view-models/settings-labels';
import { ChoicesInput, TextInput } from '../fields';
import { Subheading } from '../panel';

interface BlackoutFieldsProps {
  readonly form: BlackoutForm;
  readonly errors: Readonly<Record<string, string>>;
  readonly isDisabled: boolean;
  readonly onForm: (form: BlackoutForm) => void;
}

/** Hours of the week in which runs wait. */
export function BlackoutFields({ form, errors, isDisabled, onForm }: BlackoutFieldsProps) {
  const text = (name: 'from' | 'to' | 'timeZone', label: string, help?: string) => (
    <TextInput
      id={`blackout-${name}`}
      label={label}
      help={help}
      isDisabled={isDisabled}
      error={errors[name]}
      start={form[name]}
      onText={(typed) => onForm({ ...form, [name]: typed })}
    />
  );
  return (
    <Stack space="space.150">
      <Subheading>Blackout hours</Subheading>
      <ChoicesInput
        id="blackout-days"
        label="Days without removals"
        help="A run waits until these hours are over and then goes on by itself. No day means no blackout hours."
        isDisabled={isDisabled}
        error={errors.days}
        choices={choicesFrom(WEEKDAY_LABELS)}
        values={form.days}
        onChoices={(values) => onForm({ ...form, days: chosenDays(values) })}
      />
      <Inline space="space.150" shouldWrap>
        {text('from', 'From', 'Time of day, such as 08:30.')}
        {text('to', 'To', 'Of the next day where it is not later.')}
        {text('timeZone', 'Time zone', 'Such as UTC or Europe/Berlin.')}
      </Inline>
      <Text color="color.text.subtle">{blackoutInWords(form)}</Text>
    </Stack>
  );
}
