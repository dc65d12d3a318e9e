import { Inline, Label, Stack, Text, Toggle } from '@forge/react';
import React from 'react';
import { isChecked } from '../../view-models/input';
import type { ReviewForm } from '../../view-models/review-form';
import { PeopleInput } from '../fields';

interface ReviewPeopleProps {
  readonly form: ReviewForm;
  readonly isDisabled: boolean;
  readonly onForm: (form: ReviewForm) => void;
}

/** Who approves, who audits, who signs off, and what readers see. */
export function ReviewPeople({ form, isDisabled, onForm }: ReviewPeopleProps) {
  return (
    <Stack space="space.150">
      <PeopleInput
        id="approvers"
        label="Approvers"
        help="Besides everybody with the permission Approve SeatTrace removals. They need not administer Jira."
        people={form.approvers}
        isMulti
        isDisabled={isDisabled}
        onPeople={(approvers) => onForm({ ...form, approvers })}
      />
      <PeopleInput
        id="auditors"
        label="Auditors"
        help="Besides everybody with the permission Read SeatTrace evidence. They read and change nothing."
        people={form.auditors}
        isMulti
        isDisabled={isDisabled}
        onPeople={(auditors) => onForm({ ...form, auditors })}
      />
      <PeopleInput
        id="sign-off-by"
        label="Signs off"
        help="Not the only person who decides, nor the one who executes."
        people={form.signOffBy === null ? [] : [form.signOffBy]}
        isMulti={false}
        isDisabled={isDisabled}
        onPeople={(people) => onForm({ ...form, signOffBy: people[0] ?? null })}
      />
      <Stack space="space.050">
        <Inline space="space.100" alignBlock="center">
          <Toggle
            id="readers-see-other-products"
            isChecked={form.readersSeeOtherProducts}
            isDisabled={isDisabled}
            onChange={(event) => onForm({ ...form, readersSeeOtherProducts: isChecked(event) })}
          />
          <Label labelFor="readers-see-other-products">Readers see products other than Jira</Label>
        </Inline>
        <Text size="small" color="color.text.subtle">
          Off, Jira administrators, approvers and auditors see nothing that was read with the organization key
          about other products.
        </Text>
      </Stack>
    </Stack>
  );
}
