import { Stack, Text, User } from '@forge/react';
import React from 'react';
import type { LineRow } from '../../../../src/contract/review-replies';
import { assignmentInWords, assignmentsInWords } from '../../view-models/queue';
import { Subheading } from '../panel';
import { Sentence, SentenceList } from '../rich-text';

interface LineAssignmentProps {
  readonly line: LineRow;
  /** Who looks: in one's own queue it need not be said whose it is. */
  readonly me: string;
}

/** Whose queue the line is in, with the note of whoever handed it over; nothing for one that was never assigned. */
export function LineAssignment({ line, me }: LineAssignmentProps) {
  const { assignee, assignments } = line;
  const cause = assignmentInWords(line);
  if (assignments.length === 0) return null;
  return (
    <Stack space="space.050">
      {assignee === me ? null : (
        <Text size="small">
          {'Reviewer: '}
          {assignee === null ? 'nobody' : <User accountId={assignee} />}
        </Text>
      )}
      {cause === '' ? null : <Sentence size="small" isSubtle text={cause} />}
    </Stack>
  );
}

/** Everybody who had the line in a queue, and why. */
export function LineAssignments({ line }: { readonly line: LineRow }) {
  if (line.assignments.length === 0) return null;
  return (
    <Stack space="space.100">
      <Subheading>Reviewers</Subheading>
      <SentenceList texts={assignmentsInWords(line)} none="" />
    </Stack>
  );
}
