import { Button, Inline, Stack, Text } from '@forge/react';
import React from 'react';
import { useNavigation } from '../../hooks/navigation-context';
import { useResolver } from '../../hooks/use-resolver';
import { Sentence } from '../rich-text';
import { Remote } from '../states';
import { UndoOfLine } from '../undo/undo-of-line';
import { LineTrace } from './line-trace';

interface TraceOfLineProps {
  readonly cycleId: string;
  readonly line: number;
}

/** The whole trace of one line, and the way back to its review. */
export function TraceOfLine({ cycleId, line }: TraceOfLineProps) {
  const { go } = useNavigation();
  const trace = useResolver('get-trace', { cycleId, line });
  return (
    <Stack space="space.200">
      <Inline space="space.100" alignBlock="center" shouldWrap>
        <Button onClick={() => go('evidence', { cycle: cycleId })}>Back to the review</Button>
        <Text color="color.text.subtle">
          Hashes are cut here; ledger.json and the files of a sample hold them whole.
        </Text>
      </Inline>
      <Remote state={trace} what="the trace of the line">
        {(data) => (
          <Stack space="space.200">
            {data.rebound === null ? null : <Sentence text={data.rebound} />}
            <UndoOfLine
              cycleId={cycleId}
              line={data}
              label="Undo this removal"
              isSignedOff
              onDone={trace.reload}
            />
            <LineTrace trace={data} />
          </Stack>
        )}
      </Remote>
    </Stack>
  );
}
