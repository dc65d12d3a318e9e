import { Button, Inline, Lozenge, Text } from '@forge/react';
import React from 'react';
import type { CycleView } from '../../../../src/contract/review-replies';
import { useNavigation } from '../../hooks/navigation-context';
import { LINE_STATE_APPEARANCE } from '../../view-models/appearances';
import { outcomeCounts, stateCounts } from '../../view-models/cycle';
import { ALL_LINES } from '../../view-models/queue';

/** Lines by state, each leading to its lines, and what became of the closed ones. */
export function CycleCounts({ cycle }: { readonly cycle: CycleView }) {
  const { filter } = useNavigation();
  const outcomes = outcomeCounts(cycle);
  return (
    <>
      <Inline space="space.200" rowSpace="space.100" alignBlock="center" shouldWrap>
        {stateCounts(cycle).map(({ state, label, lines, count }) => (
          <Inline key={state} space="space.050" alignBlock="center">
            <Lozenge appearance={LINE_STATE_APPEARANCE[state]}>{label}</Lozenge>
            {count === 0 ? (
              <Text>{lines}</Text>
            ) : (
              <Button
                spacing="compact"
                appearance="subtle"
                onClick={() => filter({ state, assignee: ALL_LINES })}
              >
                {lines}
              </Button>
            )}
          </Inline>
        ))}
      </Inline>
      {outcomes.length === 0 ? null : (
        <Text>{`Outcomes: ${outcomes.map(({ label, lines }) => `${label.toLowerCase()} ${lines}`).join(', ')}.`}</Text>
      )}
    </>
  );
}
