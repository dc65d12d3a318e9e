import { Inline, LoadingButton, SectionMessage, Stack, Text } from '@forge/react';
import React, { useEffect, useState } from 'react';
import type { AssignmentPreview } from '../../../../src/contract/settings-replies';
import { useAction } from '../../hooks/use-action';
import { assignmentSentences, assignmentTitle } from '../../view-models/assignment-form';
import type { Assignment } from '../../view-models/assignment-form';
import { formatTime } from '../../view-models/dates';
import { ActionError } from '../reply-message';
import { SentenceList } from '../rich-text';

/** Who would get how many lines of the last scan, before anybody saves it. */
export function AssignmentEffect({ assignment }: { readonly assignment: Assignment }) {
  const preview = useAction('preview-assignment');
  const [shown, setShown] = useState<{ readonly of: string; readonly effect: AssignmentPreview } | null>(
    null,
  );
  const asked = JSON.stringify(assignment);
  // An effect that belongs to other rules is worse than none.
  useEffect(() => setShown((before) => (before?.of === asked ? before : null)), [asked]);
  const ask = async (): Promise<void> => {
    const effect = await preview.run(assignment);
    if (effect !== null) setShown({ of: asked, effect });
  };
  return (
    <Stack space="space.100">
      <ActionError error={preview.error} />
      <Inline>
        <LoadingButton isLoading={preview.busy} onClick={() => void ask()}>
          Show who gets what
        </LoadingButton>
      </Inline>
      {shown === null ? null : (
        <SectionMessage appearance="information" title={assignmentTitle(shown.effect)}>
          <Text>{`On the scan of ${formatTime(shown.effect.asOf)}. Nothing is saved yet.`}</Text>
          <SentenceList texts={assignmentSentences(shown.effect)} none="" />
        </SectionMessage>
      )}
    </Stack>
  );
}
