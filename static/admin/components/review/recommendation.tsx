import { Inline, List, ListItem, SectionMessage, Stack, Text, User } from '@forge/react';
import React from 'react';
import type { LineRow } from '../../../../src/contract/review-replies';
import { counted } from '../../view-models/counts';
import { DECISION_LABELS, DECISION_MEANINGS, VERDICT_MEANINGS } from '../../view-models/labels';
import { bundleInWords } from '../../view-models/lines';
import { claimInWords } from '../../view-models/notice';
import { RichText, Sentence } from '../rich-text';
import { LineNotice } from './line-notice';

/** People named one by one before the rest is counted. */
const MOST_NAMED = 8;

/** What SeatTrace recommends for these lines, and why. */
export function Recommendation({ lines }: { readonly lines: readonly LineRow[] }) {
  const [first] = lines;
  if (first === undefined) return null;
  return (
    <Stack space="space.150">
      <SectionMessage
        appearance="information"
        title={`Recommended: ${DECISION_LABELS[first.recommended].toLowerCase()}`}
      >
        <Text>{`${capital(DECISION_MEANINGS[first.recommended])}. ${VERDICT_MEANINGS[first.verdict]}`}</Text>
      </SectionMessage>
      {lines.length === 1 ? <OneLine line={first} /> : <ManyLines lines={lines} />}
    </Stack>
  );
}

function OneLine({ line }: { readonly line: LineRow }) {
  const bundle = bundleInWords(line);
  return (
    <Stack space="space.075">
      <Inline space="space.100" alignBlock="center" shouldWrap>
        <User accountId={line.accountId} />
        <Text weight="medium">{line.productName}</Text>
      </Inline>
      <Sentence text={line.sentence} />
      {line.cause === null ? null : <Sentence text={line.cause} />}
      <LineNotice line={line} />
      {bundle === '' ? null : <Text>{`${bundle}.`}</Text>}
    </Stack>
  );
}

function ManyLines({ lines }: { readonly lines: readonly LineRow[] }) {
  const rest = lines.length - MOST_NAMED;
  return (
    <List type="unordered">
      {lines.slice(0, MOST_NAMED).map((line) => (
        <ListItem key={String(line.line)}>
          {`Line ${String(line.line)}, `}
          <User accountId={line.accountId} />
          {': '}
          <RichText text={[line.sentence, claimInWords({ ...line, cause: null })].join(' ').trim()} />
        </ListItem>
      ))}
      {rest > 0 ? <ListItem>{`and ${counted(rest, 'line')} more`}</ListItem> : null}
    </List>
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
