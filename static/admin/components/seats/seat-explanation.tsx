import { Inline, SectionMessage, Stack, Text, User } from '@forge/react';
import React from 'react';
import type { SeatDetail } from '../../../../src/contract/seat-replies';
import { useSession } from '../../hooks/session-context';
import {
  accountInWords,
  factRows,
  lastUseLine,
  otherProducts,
  ownersInWords,
} from '../../view-models/seat-detail';
import { verdictNote } from '../../view-models/seats';
import { DataTable } from '../data-table';
import { VerdictLozenge } from '../lozenges';
import { Subheading } from '../panel';
import { Sentence, SentenceList } from '../rich-text';
import { PathPictures } from './path-pictures';

const FACT_COLUMNS = [
  { key: 'fact', title: 'Fact', width: 22 },
  { key: 'value', title: 'Value', width: 34 },
  { key: 'source', title: 'Source', width: 24 },
  { key: 'read', title: 'Read', width: 20 },
];

interface SeatProps {
  readonly seat: SeatDetail;
}

/** The seat in a sentence, in a picture, in facts; what a removal would leave; what nobody checked. */
export function SeatExplanation({ seat }: SeatProps) {
  return (
    <Stack space="space.250">
      <SeatSummary seat={seat} />
      <PathPictures seat={seat} />
      <SeatRemainder seat={seat} />
      <SeatFacts seat={seat} />
      <SectionMessage
        appearance={seat.notChecked.length === 0 ? 'success' : 'information'}
        title="Not known or not checked"
      >
        <SentenceList texts={seat.notChecked} none="Everything that this verdict needs was read." />
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
      <Text color="color.text.subtle">{lastUseLine(seat, now)}</Text>
      {owners === '' ? null : <Text>{owners}</Text>}
    </Stack>
  );
}

function SeatRemainder({ seat }: SeatProps) {
  const nothing = 'Nothing would be removed here, so everything remains.';
  return (
    <Stack space="space.100">
      <Subheading>What would remain</Subheading>
      <Sentence text={seat.counterfactual === '' ? nothing : seat.counterfactual} />
      {seat.removalSet.length === 0 && seat.elseEnds.length === 0 ? null : (
        <SentenceList texts={otherProducts(seat)} none="The account holds no other product." />
      )}
    </Stack>
  );
}

function SeatFacts({ seat }: SeatProps) {
  const { now } = useSession();
  return (
    <Stack space="space.100">
      <Subheading>Facts, their source and age</Subheading>
      <DataTable
        label="Facts"
        columns={FACT_COLUMNS}
        empty="No fact is recorded for this seat."
        rows={factRows(seat, now).map(({ key, label, value, source, read }) => ({
          key,
          cells: [label, <Sentence key="value" text={value} />, source, read],
        }))}
      />
      <SentenceList texts={accountInWords(seat)} none="Nothing is known of the account." />
    </Stack>
  );
}
