import { SectionMessage, Text } from '@forge/react';
import React from 'react';
import type { PayloadOf } from '../../../../src/contract/resolvers';
import { useResolver } from '../../hooks/use-resolver';
import { formatTime } from '../../view-models/dates';
import { coverageSentences } from '../../view-models/exemptions';
import { ActionError } from '../reply-message';
import { SentenceList } from '../rich-text';
import { LoadingState } from '../states';

interface ExemptionCoverageProps {
  readonly covered: PayloadOf<'preview-exemption'>;
}

/** Whom an exemption would cover, as the last scan tells. */
export function ExemptionCoverage({ covered }: ExemptionCoverageProps) {
  const { data, error } = useResolver('preview-exemption', covered);
  if (error?.code === 'scan.none')
    return <Text>Whom it covers is not known: no scan has read this site yet.</Text>;
  if (error !== null) return <ActionError error={error} />;
  if (data === undefined) return <LoadingState what="whom it covers" />;
  return (
    <SectionMessage appearance="information" title="What it covers">
      <Text>{`On the scan of ${formatTime(data.asOf)}.`}</Text>
      <SentenceList texts={coverageSentences(data)} none="" />
    </SectionMessage>
  );
}
