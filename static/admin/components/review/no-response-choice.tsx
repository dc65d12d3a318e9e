import { Stack, Text } from '@forge/react';
import React from 'react';
import type { CyclePreview } from '../../../../src/contract/review-replies';
import type { Loaded } from '../../hooks/use-resolver';
import { openingInWords, ruleInWords } from '../../view-models/cycle-preview';
import { choicesFrom } from '../../view-models/input';
import { NO_RESPONSE_LABELS } from '../../view-models/settings-labels';
import { oneOf } from '../../view-models/route';
import { ChoiceInput } from '../fields';
import { ActionError } from '../reply-message';
import { LoadingState } from '../states';
import { NO_RESPONSE_RULES } from '../../../../src/contract/words';

export type NoResponseRule = CyclePreview['rule'];

interface NoResponseChoiceProps {
  readonly preview: Loaded<CyclePreview>;
  /** Null keeps to the rule in Settings. */
  readonly rule: NoResponseRule | null;
  readonly onRule: (rule: NoResponseRule) => void;
}

/** What the review begins with, and the rule for lines that nobody decides: chosen on the number that it touches. */
export function NoResponseChoice({ preview, rule, onRule }: NoResponseChoiceProps) {
  const { data, error, loading } = preview;
  if (error !== null) return <ActionError error={error} />;
  if (data === undefined || loading) return <LoadingState what="what it would begin with" />;
  const chosen = rule ?? data.rule;
  return (
    <Stack space="space.100">
      <Text>{openingInWords(data)}</Text>
      <ChoiceInput
        id="no-response-rule"
        label="Lines that nobody decides in time"
        help={ruleInWords(data, chosen)}
        choices={choicesFrom(NO_RESPONSE_LABELS)}
        value={chosen}
        onChoice={(choice) => onRule(oneOf(choice, NO_RESPONSE_RULES) ?? chosen)}
      />
    </Stack>
  );
}
