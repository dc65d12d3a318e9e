import { Inline, Lozenge, Stack, Tag, Text } from '@forge/react';
import React from 'react';
import type { RunView } from '../../../src/contract/execution-replies';
import type { LineRow } from '../../../src/contract/review-replies';
import {
  ITEM_OUTCOME_APPEARANCE,
  LINE_STATE_APPEARANCE,
  OUTCOME_APPEARANCE,
  VERDICT_APPEARANCE,
  VERIFICATION_APPEARANCE,
} from '../view-models/appearances';
import type { AccessPath, Verdict } from '../view-models/contract-types';
import {
  ITEM_OUTCOME_LABELS,
  LINE_STATE_LABELS,
  OUTCOME_LABELS,
  VERDICT_LABELS,
  VERIFICATION_LABELS,
} from '../view-models/labels';
import { pathTag } from '../view-models/seats';

/** These stand in table cells, which call them as plain functions: none of them may use hooks. */

export function VerdictLozenge({ verdict }: { readonly verdict: Verdict }) {
  return <Lozenge appearance={VERDICT_APPEARANCE[verdict]}>{VERDICT_LABELS[verdict]}</Lozenge>;
}

/** A verdict with its reason below. */
export function VerdictCell({ verdict, note }: { readonly verdict: Verdict; readonly note: string }) {
  return (
    <Stack space="space.050" alignInline="start">
      <VerdictLozenge verdict={verdict} />
      <Text size="small" color="color.text.subtle">
        {note}
      </Text>
    </Stack>
  );
}

/** The line's state, and once it is closed what became of it. */
export function LineStateLozenge({ line }: { readonly line: Pick<LineRow, 'state' | 'outcome'> }) {
  if (line.outcome !== null) {
    return <Lozenge appearance={OUTCOME_APPEARANCE[line.outcome]}>{OUTCOME_LABELS[line.outcome]}</Lozenge>;
  }
  return <Lozenge appearance={LINE_STATE_APPEARANCE[line.state]}>{LINE_STATE_LABELS[line.state]}</Lozenge>;
}

export function ItemOutcomeLozenge({ outcome }: { readonly outcome: RunView['items'][number]['outcome'] }) {
  return <Lozenge appearance={ITEM_OUTCOME_APPEARANCE[outcome]}>{ITEM_OUTCOME_LABELS[outcome]}</Lozenge>;
}

export function VerificationLozenge({ verification }: { readonly verification: LineRow['verification'] }) {
  if (verification === null) return <Lozenge>Not verified yet</Lozenge>;
  return (
    <Lozenge appearance={VERIFICATION_APPEARANCE[verification]}>{VERIFICATION_LABELS[verification]}</Lozenge>
  );
}

/** Access paths: a tag that names the source, and the group beside it. */
export function PathTags({ paths }: { readonly paths: readonly AccessPath[] }) {
  return (
    <Stack space="space.050" alignInline="start">
      {paths.map((path) => (
        <PathTagView key={pathTag(path).key} path={path} />
      ))}
    </Stack>
  );
}

function PathTagView({ path }: { readonly path: AccessPath }) {
  const { label, color, name, note } = pathTag(path);
  return (
    <Inline space="space.050" alignBlock="center" shouldWrap>
      <Tag text={label} color={color} isRemovable={false} />
      {name === '' ? null : <Text>{name}</Text>}
      {note === '' ? null : (
        <Text size="small" color="color.text.subtle">
          {`(${note})`}
        </Text>
      )}
    </Inline>
  );
}
