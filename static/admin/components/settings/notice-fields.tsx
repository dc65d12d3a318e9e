import { Stack } from '@forge/react';
import React from 'react';
import type { ReviewForm } from '../../view-models/review-form';
import { TextInput } from '../fields';
import { Subheading } from '../panel';

interface NoticeFieldsProps {
  readonly notice: ReviewForm['notice'];
  /** Days of notice, as the calendar has them. */
  readonly days: number;
  readonly errors: Readonly<Record<string, string>>;
  readonly isDisabled: boolean;
  readonly onNotice: (notice: ReviewForm['notice']) => void;
}

/** Where the issue is made that the people concerned are told from. */
export function NoticeFields({ notice, days, errors, isDisabled, onNotice }: NoticeFieldsProps) {
  return (
    <Stack space="space.150">
      <Subheading>Notice</Subheading>
      <TextInput
        id="notice-project"
        label="Jira project of notices"
        help={`Key of a project. One issue of each review is made there, which names nobody; each person is sent a message from it. Without a project nobody can be told. The calendar below gives them ${String(days)} days.`}
        isDisabled={isDisabled}
        error={errors['noticeProject']}
        start={notice.project}
        onText={(project) => onNotice({ ...notice, project: project.trim() })}
      />
      <TextInput
        id="notice-issue-type"
        label="Issue type of notices"
        isRequired
        isDisabled={isDisabled}
        error={errors['noticeIssueType']}
        start={notice.issueType}
        onText={(issueType) => onNotice({ ...notice, issueType: issueType.trim() })}
      />
    </Stack>
  );
}
