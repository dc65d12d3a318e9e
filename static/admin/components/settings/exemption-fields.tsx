import { Stack } from '@forge/react';
import React from 'react';
import { useSession } from '../../hooks/session-context';
import { toPickerDay } from '../../view-models/dates';
import type { ExemptionForm, FormErrors } from '../../view-models/policy-form';
import { MATCH_KINDS } from '../../view-models/policy-form';
import { oneOf } from '../../view-models/route';
import { MATCH_LABELS } from '../../view-models/settings';
import { ChoiceInput, DayInput, LongTextInput, PeopleInput, TextInput } from '../fields';

interface ExemptionFieldsProps {
  readonly form: ExemptionForm;
  readonly errors: FormErrors<ExemptionForm>;
  readonly onForm: (form: ExemptionForm) => void;
}

/** What is covered, until when, who answers for it and why. */
export function ExemptionFields({ form, errors, onForm }: ExemptionFieldsProps) {
  const { now } = useSession();
  return (
    <Stack space="space.150">
      <ExemptionMatch form={form} error={errors.value} onForm={onForm} />
      <DayInput
        id="exemption-expires"
        label="Until"
        isRequired
        error={errors.expires}
        value={form.expires}
        earliest={toPickerDay(now)}
        onDay={(expires) => onForm({ ...form, expires })}
      />
      <TextInput
        id="exemption-owner"
        label="Owner"
        help="Who answers for it."
        isRequired
        error={errors.owner}
        start={form.owner}
        onText={(owner) => onForm({ ...form, owner })}
      />
      <LongTextInput
        id="exemption-reason"
        label="Reason"
        isRequired
        error={errors.reason}
        start={form.reason}
        onText={(reason) => onForm({ ...form, reason })}
      />
      <TextInput
        id="exemption-control"
        label="Compensating control"
        help="Optional. What lowers the risk meanwhile."
        start={form.control}
        onText={(control) => onForm({ ...form, control })}
      />
    </Stack>
  );
}

interface ExemptionMatchProps {
  readonly form: ExemptionForm;
  readonly error: string | undefined;
  readonly onForm: (form: ExemptionForm) => void;
}

/** What an exemption covers: one account by name, or a rule. */
function ExemptionMatch({ form, error, onForm }: ExemptionMatchProps) {
  return (
    <Stack space="space.150">
      <ChoiceInput
        id="exemption-kind"
        label="Covers"
        choices={MATCH_KINDS.map((kind) => ({ value: kind, label: MATCH_LABELS[kind] }))}
        value={form.kind}
        onChoice={(choice) => onForm({ ...form, kind: oneOf(choice, MATCH_KINDS) ?? form.kind, value: '' })}
      />
      {form.kind === 'account' ? (
        <PeopleInput
          id="exemption-account"
          label="Account"
          help={error ?? 'Found by name; only the account id is kept.'}
          people={form.value === '' ? [] : [form.value]}
          isMulti={false}
          isDisabled={false}
          onPeople={(people) => onForm({ ...form, value: people[0] ?? '' })}
        />
      ) : (
        <TextInput
          key={form.kind}
          id="exemption-value"
          label={MATCH_LABELS[form.kind]}
          help={VALUE_HELP[form.kind]}
          isRequired
          error={error}
          start=""
          onText={(value) => onForm({ ...form, value })}
        />
      )}
      <TextInput
        id="exemption-product"
        label="Product key"
        help="For example jira-software or confluence. Left empty, it covers every product."
        start={form.product}
        onText={(product) => onForm({ ...form, product })}
      />
    </Stack>
  );
}

const VALUE_HELP = {
  group: 'The id of the group. It is shown in Atlassian Administration, in the address of the group.',
  emailDomain: 'For example partner.example',
  namePattern: 'A part of the display name; * stands for anything.',
} as const;
