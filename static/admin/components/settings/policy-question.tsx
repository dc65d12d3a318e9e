import { Stack, Text } from '@forge/react';
import React from 'react';
import type { PayloadOf } from '../../../../src/contract/resolvers';
import type { SettingsView } from '../../../../src/contract/settings-replies';
import { announce } from '../../hooks/announce';
import { useAction } from '../../hooks/use-action';
import { useResolver } from '../../hooks/use-resolver';
import { ActionError } from '../reply-message';
import { LoadingState } from '../states';
import { Effect } from './policy-effect';
import { SaveBar } from './save-bar';

type Policy = PayloadOf<'save-policy'>;

interface PolicyQuestionProps {
  /** The policy with the new answer; null while the answer is the one that is saved. */
  readonly policy: Policy | null;
  readonly mayChange: boolean;
  readonly onSaved: (settings: SettingsView) => void;
  /** The question. */
  readonly children: React.ReactNode;
}

/** A question of the set-up. A new answer shows its effect before it can be saved. */
export function PolicyQuestion({ policy, mayChange, onSaved, children }: PolicyQuestionProps) {
  const save = useAction('save-policy');
  const send = async (payload: Policy): Promise<void> => {
    const after = await save.run(payload);
    if (after === null) return;
    onSaved(after);
    announce('Answer saved', 'It holds from the next scan.');
  };
  return (
    <Stack space="space.100">
      {children}
      {policy === null ? null : (
        <Stack space="space.100">
          <AnswerEffect key={JSON.stringify(policy)} policy={policy} />
          <SaveBar
            label="Save this answer"
            mayChange={mayChange}
            busy={save.busy}
            error={save.error}
            onSave={() => void send(policy)}
          />
        </Stack>
      )}
    </Stack>
  );
}

/** What the new answer would change. */
function AnswerEffect({ policy }: { readonly policy: Policy }) {
  const { data, error } = useResolver('preview-policy', policy);
  if (error?.code === 'scan.none') return <NoScanYet />;
  if (error !== null) return <ActionError error={error} />;
  return data === undefined ? <LoadingState what="the effect" /> : <Effect effect={data} />;
}

/** Without a scan the effect of an answer is not known. */
export function NoScanYet() {
  return <Text>What it changes is not known: no scan has read this site yet.</Text>;
}
