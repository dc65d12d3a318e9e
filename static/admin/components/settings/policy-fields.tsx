import { Stack } from '@forge/react';
import React from 'react';
import { choicesFrom } from '../../view-models/input';
import { ON_CALL_LABELS, UNMANAGED_LABELS } from '../../view-models/labels';
import type { FormErrors, PolicyForm } from '../../view-models/policy-form';
import { chooseOnCall, chooseUnmanaged } from '../../view-models/policy-form';
import { ChoiceInput, LongTextInput, PeopleInput, TextInput } from '../fields';

interface PolicyFieldsProps {
  readonly form: PolicyForm;
  readonly errors: FormErrors<PolicyForm>;
  readonly isDisabled: boolean;
  readonly onForm: (form: PolicyForm) => void;
}

export function PolicyFields(props: PolicyFieldsProps) {
  return (
    <Stack space="space.150">
      <UseFields {...props} />
      <TechnicalFields {...props} />
    </Stack>
  );
}

/** When a seat counts as unused, and what is asked about agents and unmanaged accounts. */
function UseFields({ form, errors, isDisabled, onForm }: PolicyFieldsProps) {
  return (
    <>
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
      <ChoiceInput
        id="on-call"
        label="Do agents of Jira Service Management hold a licence only to be on an on-call schedule?"
        help="Until the answer is no, unused agents go to the owner of the app."
        isDisabled={isDisabled}
        choices={choicesFrom(ON_CALL_LABELS)}
        value={form.jsmOnCall}
        onChoice={(choice) => onForm(chooseOnCall(form, choice))}
      />
      <ChoiceInput
        id="unmanaged"
        label="Accounts that the organization does not manage"
        isDisabled={isDisabled}
        choices={choicesFrom(UNMANAGED_LABELS)}
        value={form.unmanaged}
        onChoice={(choice) => onForm(chooseUnmanaged(form, choice))}
      />
    </>
  );
}

/** What makes an account technical. */
function TechnicalFields({ form, errors, isDisabled, onForm }: PolicyFieldsProps) {
  return (
    <>
      <LongTextInput
        id="words"
        label="Words that make a name look technical"
        help="Separated by spaces. Compared with whole words of display names and addresses."
        isDisabled={isDisabled}
        error={errors.words}
        start={form.words}
        onText={(words) => onForm({ ...form, words })}
      />
      <PeopleInput
        id="technical"
        label="Technical accounts"
        help="Always treated as technical, whatever they are called."
        people={form.technical}
        isMulti
        isDisabled={isDisabled}
        onPeople={(technical) => onForm({ ...form, technical })}
      />
    </>
  );
}
