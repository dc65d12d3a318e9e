import { Stack } from '@forge/react';
import React from 'react';
import type { ExemptionList } from '../../../../src/contract/exemption-replies';
import { useSession } from '../../hooks/session-context';
import { toPickerDay } from '../../view-models/dates';
import type { ExemptionForm } from '../../view-models/exemption-form';
import { MATCH_KINDS, MATCH_LABELS } from '../../view-models/exemption-form';
import { productChoices } from '../../view-models/labels';
import type { FormErrors } from '../../view-models/policy-form';
import { oneOf } from '../../view-models/route';
import { ChoiceInput, DayInput, LongTextInput, PeopleInput, TextInput } from '../fields';

interface ExemptionFieldsProps {
  readonly form: ExemptionForm;
  readonly groups: ExemptionList['groups'];
  readonly errors: FormErrors<ExemptionForm>;
  readonly onForm: (form: ExemptionForm) => void;
}

/** What is covered, until when, who answers for it and why. */
export function ExemptionFields({ form, groups, errors, onForm }: ExemptionFieldsProps) {
  const { now } = useSession();
  return (
    <Stack space="space.150">
      <ExemptionMatch form={form} groups={groups} error={errors.value} onForm={onForm} />
      <DayInput
        id="exemption-expires"
        label="Until"
        help="At most a year. On that day it ends by itself."
        isRequired
        error={errors.expires}
        value={form.expires}
        earliest={toPickerDay(now)}
        onDay={(expires) => onForm({ ...form, expires })}
      />
      <PeopleInput
        id="exemption-owner"
        label="Owner"
        help="Who answers for it. The owner does not approve it."
        error={errors.owner}
        people={form.owner === '' ? [] : [form.owner]}
        isMulti={false}
        isDisabled={false}
        onPeople={(people) => onForm({ ...form, owner: people[0] ?? '' })}
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
  readonly groups: ExemptionList['groups'];
  readonly error: string | undefined;
  readonly onForm: (form: ExemptionForm) => void;
}

/** What an exemption covers: one account or group by name, or a rule. */
function ExemptionMatch({ form, groups, error, onForm }: ExemptionMatchProps) {
  return (
    <Stack space="space.150">
      <ChoiceInput
        id="exemption-kind"
        label="Covers"
        choices={MATCH_KINDS.map((kind) => ({ value: kind, label: MATCH_LABELS[kind] }))}
        value={form.kind}
        onChoice={(choice) => onForm({ ...form, kind: oneOf(choice, MATCH_KINDS) ?? form.kind, value: '' })}
      />
      <MatchValue form={form} groups={groups} error={error} onForm={onForm} />
      <ChoiceInput
        id="exemption-product"
        label="Product"
        placeholder="Every product"
        isClearable
        choices={productChoices()}
        value={form.product}
        onChoice={(product) => onForm({ ...form, product })}
      />
    </Stack>
  );
}

function MatchValue({ form, groups, error, onForm }: ExemptionMatchProps) {
  switch (form.kind) {
    case 'account':
      return (
        <PeopleInput
          id="exemption-account"
          label="Account"
          help="Found by name; only the account id is kept."
          error={error}
          people={form.value === '' ? [] : [form.value]}
          isMulti={false}
          isDisabled={false}
          onPeople={(people) => onForm({ ...form, value: people[0] ?? '' })}
        />
      );
    case 'group':
      return (
        <ChoiceInput
          id="exemption-group"
          label="Group"
          help={groups.length === 0 ? 'No scan has read the groups yet.' : 'Groups of the last scan.'}
          isRequired
          error={error}
          choices={groups.map(({ id, name }) => ({ value: id, label: name }))}
          value={form.value}
          onChoice={(value) => onForm({ ...form, value })}
        />
      );
    case 'emailDomain':
    case 'namePattern':
      return (
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
      );
  }
}

const VALUE_HELP = {
  emailDomain: 'For example partner.example',
  namePattern: 'The whole display name; * stands for anything and ? for one character.',
} as const;
