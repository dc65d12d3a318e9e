import { ErrorMessage, Label, RadioGroup, Stack } from '@forge/react';
import React from 'react';
import { useSession } from '../../hooks/session-context';
import { toPickerDay } from '../../view-models/dates';
import type { AnswerErrors, AnswerForm } from '../../view-models/handoffs';
import { chooseAnswer } from '../../view-models/handoffs';
import { choicesFrom, textOf } from '../../view-models/input';
import { ANSWER_LABELS } from '../../view-models/labels';
import { DayInput, LongTextInput, PeopleInput, TextInput } from '../fields';

interface AnswerFieldsProps {
  readonly form: AnswerForm;
  readonly errors: AnswerErrors;
  readonly onForm: (form: AnswerForm) => void;
}

/** What the owner answered, who that was, and until when a keep holds. */
export function AnswerFields({ form, errors, onForm }: AnswerFieldsProps) {
  const { now } = useSession();
  return (
    <Stack space="space.150">
      {errors.handoffs === undefined ? null : <ErrorMessage>{errors.handoffs}</ErrorMessage>}
      <Stack space="space.050">
        <Label labelFor="answer">Answer</Label>
        <RadioGroup
          name="answer"
          value={form.answer}
          options={choicesFrom(ANSWER_LABELS).map(({ value, label }) => ({ name: 'answer', value, label }))}
          onChange={(event) => onForm(chooseAnswer(form, textOf(event)))}
        />
        {errors.answer === undefined ? null : <ErrorMessage>{errors.answer}</ErrorMessage>}
      </Stack>
      <TextInput
        id="answered-by"
        label="Answered by"
        help="A name or a ticket, as you know it."
        isRequired
        error={errors.answeredBy}
        start={form.answeredBy}
        onText={(answeredBy) => onForm({ ...form, answeredBy })}
      />
      <PeopleInput
        id="answered-by-account"
        label="Their account"
        help="Optional. Nobody answers for their own seat."
        people={form.answeredByAccount === '' ? [] : [form.answeredByAccount]}
        isMulti={false}
        isDisabled={false}
        onPeople={(people) => onForm({ ...form, answeredByAccount: people[0] ?? '' })}
      />
      {form.answer === 'keep' ? (
        <DayInput
          id="answer-until"
          label="Needed until"
          help="Optional. The question comes back after this day."
          error={errors.until}
          value={form.until}
          earliest={toPickerDay(now)}
          onDay={(until) => onForm({ ...form, until })}
        />
      ) : null}
      <LongTextInput
        id="answer-note"
        label="Note"
        help="Optional. Kept in the evidence."
        start={form.note}
        onText={(note) => onForm({ ...form, note })}
      />
    </Stack>
  );
}
