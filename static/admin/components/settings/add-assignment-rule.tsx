import { Button, Inline, Stack } from '@forge/react';
import React, { useState } from 'react';
import type { ExemptionList } from '../../../../src/contract/exemption-replies';
import { EMPTY_RULE, RULE_KINDS, RULE_LABELS, ruleErrors, ruleOf } from '../../view-models/assignment-form';
import type { AssignmentRule, RuleForm } from '../../view-models/assignment-form';
import { choicesFrom } from '../../view-models/input';
import { productChoices } from '../../view-models/labels';
import { oneOf } from '../../view-models/route';
import { ChoiceInput, PeopleInput, TextInput } from '../fields';

interface AddAssignmentRuleProps {
  readonly groups: ExemptionList['groups'];
  readonly onAdd: (rule: AssignmentRule) => void;
}

/** One more rule: which lines, and who reviews them. */
export function AddAssignmentRule({ groups, onAdd }: AddAssignmentRuleProps) {
  const [form, setForm] = useState(EMPTY_RULE);
  const [tried, setTried] = useState(false);
  const [added, setAdded] = useState(0);
  const errors = tried ? ruleErrors(form) : {};
  const add = (): void => {
    const rule = ruleOf(form);
    setTried(rule === null);
    if (rule === null) return;
    onAdd(rule);
    setForm({ ...EMPTY_RULE, kind: form.kind });
    setAdded(added + 1);
  };
  return (
    <Stack space="space.100">
      <Inline key={String(added)} space="space.200" alignBlock="start" shouldWrap>
        <ChoiceInput
          id="rule-kind"
          label="Lines by"
          choices={choicesFrom(RULE_LABELS)}
          value={form.kind}
          onChoice={(choice) => setForm({ ...form, kind: oneOf(choice, RULE_KINDS) ?? form.kind, value: '' })}
        />
        <RuleValue
          form={form}
          groups={groups}
          error={errors.value}
          onValue={(value) => setForm({ ...form, value })}
        />
        <PeopleInput
          id="rule-reviewer"
          label="Reviewer"
          help="Somebody who administers Jira: nobody else can decide."
          error={errors.reviewer}
          people={[]}
          isMulti={false}
          isDisabled={false}
          onPeople={(people) => setForm({ ...form, reviewer: people[0] ?? '' })}
        />
      </Inline>
      <Inline>
        <Button onClick={add}>Add rule</Button>
      </Inline>
    </Stack>
  );
}

interface RuleValueProps {
  readonly form: RuleForm;
  readonly groups: ExemptionList['groups'];
  readonly error: string | undefined;
  readonly onValue: (value: string) => void;
}

function RuleValue({ form: { kind, value }, groups, error, onValue }: RuleValueProps) {
  if (kind === 'emailDomain')
    return (
      <TextInput
        id="rule-domain"
        label="Is at"
        placeholder="partner.example"
        error={error}
        start=""
        onText={onValue}
      />
    );
  const isGroup = kind === 'groupId';
  return (
    <ChoiceInput
      key={kind}
      id="rule-value"
      label={isGroup ? 'Held through' : 'On'}
      help={isGroup && groups.length === 0 ? 'No scan has read the groups yet.' : undefined}
      error={error}
      choices={isGroup ? groups.map(({ id, name }) => ({ value: id, label: name })) : productChoices()}
      value={value}
      onChoice={onValue}
    />
  );
}
