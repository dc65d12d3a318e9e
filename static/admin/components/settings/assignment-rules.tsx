import { Button, ButtonGroup, Inline, Stack, Text, User } from '@forge/react';
import React from 'react';
import type { ExemptionList } from '../../../../src/contract/exemption-replies';
import { useResolver } from '../../hooks/use-resolver';
import { matchInWords, movedUp } from '../../view-models/assignment-form';
import type { Assignment, AssignmentRule } from '../../view-models/assignment-form';
import { PeopleInput } from '../fields';
import { Subheading } from '../panel';
import { AddAssignmentRule } from './add-assignment-rule';
import { AssignmentEffect } from './assignment-effect';

type Groups = ExemptionList['groups'];

interface AssignmentRulesProps {
  readonly assignment: Assignment;
  readonly isDisabled: boolean;
  readonly onAssignment: (assignment: Assignment) => void;
}

/** Who gets which lines when a review opens, and what that would mean for the last scan. */
export function AssignmentRules({ assignment, isDisabled, onAssignment }: AssignmentRulesProps) {
  // Every group of the last scan by name, which the register of exemptions offers as well.
  const groups = useResolver('list-exemptions', {}).data?.groups ?? [];
  const { rules } = assignment;
  const put = (changed: AssignmentRule[]): void => onAssignment({ ...assignment, rules: changed });
  return (
    <Stack space="space.150">
      <Subheading>Who reviews what</Subheading>
      <Text color="color.text.subtle">
        Each line of a review goes to the queue of one reviewer, by the first rule that matches. Nobody gets
        their own account, and any reviewer may decide any line.
      </Text>
      {rules.length === 0 ? (
        <Text weight="medium">No rule: lines go to the fallback reviewer, if one is named.</Text>
      ) : null}
      {rules.map((rule, index) => (
        <Rule
          key={JSON.stringify([index, rule])}
          rule={rule}
          number={index + 1}
          groups={groups}
          isDisabled={isDisabled}
          onUp={index === 0 ? undefined : () => put(movedUp(rules, index))}
          onRemove={() => put(rules.filter((each) => each !== rule))}
        />
      ))}
      {isDisabled ? null : <AddAssignmentRule groups={groups} onAdd={(added) => put([...rules, added])} />}
      <PeopleInput
        id="fallback-reviewer"
        label="Fallback reviewer"
        help="Takes what no rule gives to anybody, what is handed over without a name, and on the due day what others have not decided."
        people={assignment.fallbackReviewer === null ? [] : [assignment.fallbackReviewer]}
        isMulti={false}
        isDisabled={isDisabled}
        onPeople={(people) => onAssignment({ ...assignment, fallbackReviewer: people[0] ?? null })}
      />
      <AssignmentEffect assignment={assignment} />
    </Stack>
  );
}

interface RuleProps {
  readonly rule: AssignmentRule;
  readonly number: number;
  readonly groups: Groups;
  readonly isDisabled: boolean;
  readonly onUp: (() => void) | undefined;
  readonly onRemove: () => void;
}

function Rule({ rule, number, groups, isDisabled, onUp, onRemove }: RuleProps) {
  return (
    <Inline space="space.100" alignBlock="center" shouldWrap>
      <Text>
        {`${String(number)}. ${matchInWords(rule, groups)}: `}
        <User accountId={rule.reviewer} />
      </Text>
      {isDisabled ? null : (
        <ButtonGroup>
          {onUp === undefined ? null : (
            <Button spacing="compact" appearance="subtle" onClick={onUp}>
              Move up
            </Button>
          )}
          <Button spacing="compact" appearance="subtle" onClick={onRemove}>
            Take out
          </Button>
        </ButtonGroup>
      )}
    </Inline>
  );
}
