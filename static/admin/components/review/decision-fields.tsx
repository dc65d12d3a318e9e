import { ErrorMessage, Label, RadioGroup, Stack } from '@forge/react';
import React from 'react';
import type { LineRow } from '../../../../src/contract/review-replies';
import { useSession } from '../../hooks/session-context';
import { toPickerDay } from '../../view-models/dates';
import type { DecisionErrors, DecisionForm } from '../../view-models/decision-form';
import {
  chooseDecision,
  chooseOwners,
  chooseReason,
  departsFrom,
  reasonChoices,
  recommendedOwners,
  takesUntil,
} from '../../view-models/decision-form';
import { choicesFrom, textOf } from '../../view-models/input';
import { DECISION_LABELS, DECISION_MEANINGS, OWNER_LABELS } from '../../view-models/labels';
import { commonDecisions } from '../../view-models/line-selection';
import { ChoiceInput, ChoicesInput, DayInput, LongTextInput, PeopleInput, TextInput } from '../fields';

interface DecisionFieldsProps {
  readonly form: DecisionForm;
  readonly lines: readonly LineRow[];
  readonly errors: DecisionErrors;
  readonly onForm: (form: DecisionForm) => void;
}

/** The decision that every chosen line allows, its reason, and what that decision asks for besides. */
export function DecisionFields({ form, lines, errors, onForm }: DecisionFieldsProps) {
  const departs = departsFrom(lines, form.decision);
  return (
    <Stack space="space.200">
      <DecisionChoice form={form} lines={lines} errors={errors} onForm={onForm} />
      {form.decision === 'not-mine' ? null : (
        <ChoiceInput
          id="decision-reason"
          label="Reason"
          isRequired
          error={errors.reason}
          choices={reasonChoices(lines, form.decision)}
          value={form.reason}
          onChoice={(reason) => onForm(chooseReason(form, reason))}
        />
      )}
      <LongTextInput
        id="decision-note"
        label="Note"
        help={departs ? 'You depart from the recommendation: say why.' : 'Optional. Kept in the evidence.'}
        isRequired={departs}
        error={errors.note}
        start={form.note}
        onText={(note) => onForm({ ...form, note })}
      />
      <ExtraFields form={form} lines={lines} errors={errors} onForm={onForm} />
    </Stack>
  );
}

/** What only some decisions ask for: a day, a compensating control, whom to hand over to, whom to ask. */
function ExtraFields({ form, lines, errors, onForm }: DecisionFieldsProps) {
  const { now } = useSession();
  const keeps = form.decision === 'keep';
  return (
    <>
      {takesUntil(form.decision) ? (
        <DayInput
          id="decision-until"
          label="Until"
          help={keeps ? 'Optional. The seat comes back to a review after this day.' : undefined}
          isRequired={!keeps}
          error={errors.until}
          value={form.until}
          earliest={toPickerDay(now)}
          onDay={(until) => onForm({ ...form, until })}
        />
      ) : null}
      {form.decision === 'exception' ? <ExceptionFields form={form} errors={errors} onForm={onForm} /> : null}
      {form.decision === 'not-mine' ? (
        <PeopleInput
          id="decision-hand-to"
          label="Hand over to"
          help="Another person who administers Jira. Left empty, the fallback reviewer gets the lines, or nobody where none is named."
          people={form.handTo === '' ? [] : [form.handTo]}
          isMulti={false}
          isDisabled={false}
          onPeople={(people) => onForm({ ...form, handTo: people[0] ?? '' })}
        />
      ) : null}
      {form.decision === 'route-out' ? (
        <ChoicesInput
          id="decision-owners"
          label="Ask"
          help={recommendedOwners(lines)}
          error={errors.owners}
          choices={choicesFrom(OWNER_LABELS)}
          values={form.owners}
          onChoices={(owners) => onForm(chooseOwners(form, owners))}
        />
      ) : null}
    </>
  );
}

function ExceptionFields({ form, errors, onForm }: Omit<DecisionFieldsProps, 'lines'>) {
  return (
    <>
      <TextInput
        id="decision-control"
        label="Compensating control"
        help="What lowers the risk meanwhile, for example a quarterly check by the team lead."
        isRequired
        error={errors.control}
        start={form.control}
        onText={(control) => onForm({ ...form, control })}
      />
      <PeopleInput
        id="decision-owner"
        label="Owner of the exception"
        help="Who answers for it. Left empty, that is you."
        error={errors.owner}
        people={form.owner === '' ? [] : [form.owner]}
        isMulti={false}
        isDisabled={false}
        onPeople={(people) => onForm({ ...form, owner: people[0] ?? '' })}
      />
    </>
  );
}

function DecisionChoice({ form, lines, errors, onForm }: DecisionFieldsProps) {
  const { now } = useSession();
  const allowed = commonDecisions(lines);
  return (
    <Stack space="space.050">
      <Label labelFor="decision">Decision</Label>
      <RadioGroup
        name="decision"
        value={form.decision}
        options={allowed.map((kind) => ({
          name: 'decision',
          value: kind,
          label: `${DECISION_LABELS[kind]}: ${DECISION_MEANINGS[kind]}`,
        }))}
        onChange={(event) => {
          const decision = allowed.find((kind) => kind === textOf(event));
          if (decision !== undefined) onForm(chooseDecision(form, lines, decision, now));
        }}
      />
      {errors.decision === undefined ? null : <ErrorMessage>{errors.decision}</ErrorMessage>}
    </Stack>
  );
}
