import { Button, Inline, ModalTransition, Stack, Text } from '@forge/react';
import React, { useState } from 'react';
import type { CycleView } from '../../../../src/contract/review-replies';
import { useNavigation } from '../../hooks/navigation-context';
import { counted } from '../../view-models/counts';
import { changeCounts } from '../../view-models/cycle';
import { ALL_LINES } from '../../view-models/queue';
import { Subheading } from '../panel';
import { GoneModal } from './gone-modal';

/** The review against the last signed-off one: each count leads to its seats, and to its lines once it is open. */
export function CycleDifference({ cycle }: { readonly cycle: CycleView }) {
  const { filter } = useNavigation();
  const [showsGone, setShowsGone] = useState(false);
  const { difference } = cycle;
  if (difference === null)
    return <Text color="color.text.subtle">No review was signed off before: nothing to compare with.</Text>;
  return (
    <Stack space="space.050">
      <Subheading>Since the last signed-off review</Subheading>
      <Inline space="space.200" rowSpace="space.100" alignBlock="center" shouldWrap>
        {changeCounts(cycle).map(({ change, label, lines, count }) => (
          <Inline key={change} space="space.050" alignBlock="center">
            <Text>{`${label}:`}</Text>
            {count === 0 || cycle.state === 'draft' ? (
              <Text>{lines}</Text>
            ) : (
              <Button
                spacing="compact"
                appearance="subtle"
                onClick={() => filter({ change, assignee: ALL_LINES })}
              >
                {lines}
              </Button>
            )}
          </Inline>
        ))}
        <Inline space="space.050" alignBlock="center">
          <Text>No line any more:</Text>
          {difference.gone === 0 ? (
            <Text>{counted(0, 'seat')}</Text>
          ) : (
            <Button spacing="compact" appearance="subtle" onClick={() => setShowsGone(true)}>
              {counted(difference.gone, 'seat')}
            </Button>
          )}
        </Inline>
      </Inline>
      <ModalTransition>
        {showsGone ? <GoneModal cycleId={cycle.cycleId} onClose={() => setShowsGone(false)} /> : null}
      </ModalTransition>
    </Stack>
  );
}
