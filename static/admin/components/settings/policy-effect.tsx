import { Inline, LoadingButton, SectionMessage, Stack, Text } from '@forge/react';
import React, { useEffect, useState } from 'react';
import type { PayloadOf } from '../../../../src/contract/resolvers';
import type { PolicyPreview } from '../../../../src/contract/settings-replies';
import { useAction } from '../../hooks/use-action';
import { formatTime } from '../../view-models/dates';
import { previewSentences, previewTitle } from '../../view-models/policy-preview';
import { ActionError } from '../reply-message';
import { SentenceList } from '../rich-text';

interface PolicyEffectProps {
  /** What would be saved; null while a field is wrong. */
  readonly policy: PayloadOf<'preview-policy'> | null;
}

/** What the policy on this page would say of the last scan, before anybody saves it. */
export function PolicyEffect({ policy }: PolicyEffectProps) {
  const preview = useAction('preview-policy');
  const [shown, setShown] = useState<{ readonly of: string; readonly effect: PolicyPreview } | null>(null);
  const asked = JSON.stringify(policy);
  // An effect that belongs to other answers is worse than none.
  useEffect(() => setShown((before) => (before?.of === asked ? before : null)), [asked]);
  const ask = async (): Promise<void> => {
    if (policy === null) return;
    const effect = await preview.run(policy);
    if (effect !== null) setShown({ of: asked, effect });
  };
  return (
    <Stack space="space.100">
      <ActionError error={preview.error} />
      <Inline>
        <LoadingButton isDisabled={policy === null} isLoading={preview.busy} onClick={() => void ask()}>
          Show the effect
        </LoadingButton>
      </Inline>
      {shown === null ? null : <Effect effect={shown.effect} />}
    </Stack>
  );
}

export function Effect({ effect }: { readonly effect: PolicyPreview }) {
  const sentences = previewSentences(effect);
  return (
    <SectionMessage appearance="information" title={previewTitle(effect)}>
      <Text>{`On the scan of ${formatTime(effect.asOf)}. Nothing is saved yet.`}</Text>
      {sentences.length === 0 ? null : <SentenceList texts={sentences} none="" />}
    </SectionMessage>
  );
}
