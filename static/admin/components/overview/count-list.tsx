import { Button, Inline, Stack, Text } from '@forge/react';
import React from 'react';
import { useNavigation } from '../../hooks/navigation-context';
import type { CountRow } from '../../view-models/overview';
import { Subheading } from '../panel';

interface CountListProps {
  readonly title: string;
  /** Filter of the seats page that a row sets. */
  readonly filter: 'product' | 'source';
  readonly rows: readonly CountRow[];
}

/** Counts in words; each leads to its seats. */
export function CountList({ title, filter, rows }: CountListProps) {
  const { go } = useNavigation();
  return (
    <Stack space="space.050">
      <Subheading>{title}</Subheading>
      {rows.map(({ key, label, seats, canFilter }) => (
        <Inline key={key} space="space.150" alignBlock="center">
          <Text>{`${label}: ${seats}`}</Text>
          {canFilter ? (
            <Button spacing="compact" appearance="subtle" onClick={() => go('seats', { [filter]: key })}>
              Show
            </Button>
          ) : null}
        </Inline>
      ))}
    </Stack>
  );
}
