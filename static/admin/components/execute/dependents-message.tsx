import { Button, SectionMessage, Stack } from '@forge/react';
import React from 'react';
import type { DependentsSummary } from '../../view-models/dependents';
import { Sentence, SentenceList } from '../rich-text';

interface DependentsMessageProps {
  readonly summary: DependentsSummary;
  /** Reads again what could not be read; left out where that is offered elsewhere. */
  readonly onAgain?: () => void;
}

/** How far the reading is, then what to hand over first. It warns and holds nothing back. */
export function DependentsMessage({ summary, onAgain }: DependentsMessageProps) {
  const { appearance, title, text, unread, mayTryAgain } = summary;
  return (
    <SectionMessage appearance={appearance} title={title}>
      <Stack space="space.100" alignInline="start">
        <Sentence text={text} />
        {unread.length === 0 ? null : <SentenceList texts={unread} none="" />}
        {mayTryAgain && onAgain !== undefined ? (
          <Button spacing="compact" onClick={onAgain}>
            Try again
          </Button>
        ) : null}
      </Stack>
    </SectionMessage>
  );
}
