import { Stack } from '@forge/react';
import React, { useState } from 'react';
import type { SettingsView } from '../../../../src/contract/settings-replies';
import { announce } from '../../hooks/announce';
import { useAction } from '../../hooks/use-action';
import {
  CALENDAR_NUMBERS,
  calendarErrors,
  calendarForm,
  calendarNumbers,
  calendarPayload,
  deadlineInWords,
  nextDraftInWords,
} from '../../view-models/calendar';
import type { CalendarForm } from '../../view-models/calendar';
import { choicesFrom } from '../../view-models/input';
import { oneOf } from '../../view-models/route';
import { RECURRENCE_LABELS } from '../../view-models/settings-labels';
import { ChoiceInput, TextInput } from '../fields';
import { Panel } from '../panel';
import { SentenceList } from '../rich-text';
import { BillingFacts } from './billing-facts';
import { SaveBar } from './save-bar';

interface CalendarPanelProps {
  readonly settings: SettingsView;
  readonly onSaved: (settings: SettingsView) => void;
}

/** When each product bills, and when reviews are drafted: the customer's entries, and what follows from them. */
export function CalendarPanel({ settings, onSaved }: CalendarPanelProps) {
  const [form, setForm] = useState(() => calendarForm(settings));
  const [tried, setTried] = useState(false);
  const save = useAction('save-calendar');
  const { mayChange, calendar } = settings;
  const send = async (): Promise<void> => {
    setTried(true);
    const payload = calendarPayload(form);
    if (payload === null) return;
    const after = await save.run(payload);
    if (after === null) return;
    onSaved(after);
    announce(
      'Calendar saved',
      'Reviews are drafted by the daily scan of their day. A draft waits to be opened.',
    );
  };
  return (
    <Panel
      title="Review calendar"
      description="No API tells when a product bills: enter it from your invoice or from Atlassian Administration. A removal changes the next bill only when it is verified on the last day of the period before."
    >
      <Stack space="space.200">
        <BillingFacts
          billing={form.billing}
          mayChange={mayChange}
          onBilling={(billing) => setForm({ ...form, billing })}
        />
        <CalendarFields
          form={form}
          errors={tried ? calendarErrors(form) : {}}
          isDisabled={!mayChange}
          onForm={setForm}
        />
        <SentenceList
          texts={[...calendar.deadlines.map(deadlineInWords), nextDraftInWords(settings)]}
          none=""
        />
        <SaveBar
          label="Save calendar"
          mayChange={mayChange}
          busy={save.busy}
          error={save.error}
          onSave={() => void send()}
        />
      </Stack>
    </Panel>
  );
}

interface CalendarFieldsProps {
  readonly form: CalendarForm;
  readonly errors: ReturnType<typeof calendarErrors>;
  readonly isDisabled: boolean;
  readonly onForm: (form: CalendarForm) => void;
}

function CalendarFields({ form, errors, isDisabled, onForm }: CalendarFieldsProps) {
  return (
    <Stack space="space.150">
      <ChoiceInput
        id="recurrence"
        label="Reviews are drafted"
        help="A draft is made from a fresh scan and waits until a reviewer opens it."
        isDisabled={isDisabled}
        choices={choicesFrom(RECURRENCE_LABELS)}
        value={form.recurrence}
        onChoice={(choice) => {
          const recurrence = oneOf(choice, ['before-billing', 'monthly', 'off'] as const);
          if (recurrence !== undefined) onForm({ ...form, recurrence });
        }}
      />
      {calendarNumbers(form).map((name) => (
        <TextInput
          key={name}
          id={`calendar-${name}`}
          label={CALENDAR_NUMBERS[name].label}
          help={CALENDAR_NUMBERS[name].help}
          type="number"
          isRequired
          isDisabled={isDisabled}
          error={errors[name]}
          start={form.numbers[name]}
          onText={(text) => onForm({ ...form, numbers: { ...form.numbers, [name]: text } })}
        />
      ))}
    </Stack>
  );
}
