import { Stack } from '@forge/react';
import React, { useState } from 'react';
import type { SettingsView } from '../../../../src/contract/settings-replies';
import { choicesFrom } from '../../view-models/input';
import { ON_CALL_LABELS, UNMANAGED_LABELS } from '../../view-models/settings-labels';
import { policyWith } from '../../view-models/policy-form';
import { oneOf } from '../../view-models/route';
import { isSamePeople } from '../../view-models/setup-questions';
import { ChoiceInput, PeopleInput } from '../fields';
import { ApprovedDomainsQuestion } from './approved-domains-question';
import { PolicyQuestion } from './policy-question';

interface QuestionProps {
  readonly settings: SettingsView;
  readonly onSaved: (settings: SettingsView) => void;
}

/** What no API tells, asked one by one; each answer is saved by itself. */
export function SetupQuestions(props: QuestionProps) {
  return (
    <Stack space="space.250">
      <OnCallQuestion {...props} />
      <ApprovedDomainsQuestion {...props} />
      <UnmanagedQuestion {...props} />
      <TechnicalQuestion {...props} />
    </Stack>
  );
}

function OnCallQuestion({ settings, onSaved }: QuestionProps) {
  const { policy, mayChange } = settings;
  const [jsmOnCall, setAnswer] = useState(policy.jsmOnCall);
  return (
    <PolicyQuestion
      policy={jsmOnCall === policy.jsmOnCall ? null : policyWith(settings, { jsmOnCall })}
      mayChange={mayChange}
      onSaved={onSaved}
    >
      <ChoiceInput
        id="on-call"
        label="Do agents of Jira Service Management hold a licence only to be on an on-call schedule?"
        help="Until the answer is no, unused agents go to the owner of the app."
        isDisabled={!mayChange}
        choices={choicesFrom(ON_CALL_LABELS)}
        value={jsmOnCall}
        onChoice={(choice) => setAnswer(oneOf(choice, ['yes', 'no', 'unanswered'] as const) ?? jsmOnCall)}
      />
    </PolicyQuestion>
  );
}

function UnmanagedQuestion({ settings, onSaved }: QuestionProps) {
  const { policy, mayChange } = settings;
  const [unmanaged, setAnswer] = useState(policy.unmanaged);
  return (
    <PolicyQuestion
      policy={unmanaged === policy.unmanaged ? null : policyWith(settings, { unmanaged })}
      mayChange={mayChange}
      onSaved={onSaved}
    >
      <ChoiceInput
        id="unmanaged"
        label="Who decides about accounts that the organization does not manage?"
        help="Contractors and partners, mostly. It counts where the organization manages at least one account."
        isDisabled={!mayChange}
        choices={choicesFrom(UNMANAGED_LABELS)}
        value={unmanaged}
        onChoice={(choice) => setAnswer(oneOf(choice, ['ask-business', 'local'] as const) ?? unmanaged)}
      />
    </PolicyQuestion>
  );
}

function TechnicalQuestion({ settings, onSaved }: QuestionProps) {
  const { policy, mayChange } = settings;
  const [technical, setAnswer] = useState(policy.technical);
  return (
    <PolicyQuestion
      policy={
        isSamePeople(technical, policy.technical) ? null : policyWith(settings, { technical: [...technical] })
      }
      mayChange={mayChange}
      onSaved={onSaved}
    >
      <PeopleInput
        id="technical"
        label="Which accounts are technical?"
        help="Accounts of services and automations, whatever they are called: their seats go to the owner of technical accounts."
        people={technical}
        isMulti
        isDisabled={!mayChange}
        onPeople={setAnswer}
      />
    </PolicyQuestion>
  );
}
