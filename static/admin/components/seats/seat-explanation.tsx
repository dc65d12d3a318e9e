import { Inline, SectionMessage, Stack, Text, User } from '@forge/react';
import React from 'react';
import type { SeatDetail } from '../../../../src/contract/seat-replies';
import { useSession } from '../../hooks/session-context';
import { lastUseLine, ownersInWords } from '../../view-models/seat-detail';
import { NEVER_READ, nextStep, unknownsInWords } from '../../view-models/seat-next';
import { LAST_USE_LIMITS, verdictNote } from '../../view-models/seats';
import { VerdictLozenge } from '../lozenges';
import { Sentence, SentenceList } from '../rich-text';
import { PathPictures } from './path-pictures';
import { SeatFacts } from './seat-facts';
import { SeatOutcomes } from './seat-outcomes';

interface SeatProps {
  readonly seat: SeatDetail;
}

/** The seat in a sentence, in a picture, in facts; what a removal would leave; what nobody checked. */
export function SeatExplanation({ seat }: SeatProps) {
  return (
    <Stack space="space.250">
      <SeatSummary seat={seat} />
      <PathPictures seat={seat} />
      <SeatOutcomes seat={seat} />
      <SeatFacts seat={seat} />
      <SectionMessage appearance="information" title="Not known or not checked">
        <SentenceList
          texts={unknownsInWords(seat)}
          none="For this seat everything that its verdict needs was read."
        />
        <Text>{NEVER_READ}</Text>
      </SectionMessage>
    </Stack>
  );
}

function SeatSummary({ seat }: SeatProps) {
  const { now } = useSession();
  const owners = ownersInWords(seat);
  return (
    <Stack space="space.100">
      <Inline space="space.100" alignBlock="center" shouldWrap>
        <User accountId={seat.accountId} />
        <Text weight="bold">{seat.productName}</Text>
        <VerdictLozenge verdict={seat.verdict} />
        <Text color="color.text.subtle">{verdictNote(seat)}</Text>
      </Inline>
      <Sentence size="large" text={seat.sentence} />
      <Text color="color.text.subtle">{`${lastUseLine(seat, now)} ${LAST_USE_LIMITS}`}</Text>
      {owners === '' ? null : <Text>{owners}</Text>}
      <Text weight="medium">{`Next: ${nextStep(seat)}`}</Text>
    </Stack>
  );
}
