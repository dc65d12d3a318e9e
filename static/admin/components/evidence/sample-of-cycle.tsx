import { Button, FileCard, Inline, Stack, Text } from '@forge/react';
import React from 'react';
import type { SampleView } from '../../../../src/contract/evidence-replies';
import { downloadSample } from '../../hooks/download-evidence';
import { useNavigation } from '../../hooks/navigation-context';
import { useResolver } from '../../hooks/use-resolver';
import {
  SAMPLE_FILE_MEANINGS,
  SAMPLE_FILE_TYPES,
  SAMPLE_FILES,
  sampleForm,
  sampleInWords,
  sampleRequest,
} from '../../view-models/traces';
import { Panel } from '../panel';
import { SentenceList } from '../rich-text';
import { Remote } from '../states';
import { LineTrace } from './line-trace';
import { SampleFields } from './sample-fields';

/** A random sample of a review's lines that anybody can draw again, each with its whole trace. */
export function SampleOfCycle({ cycleId }: { readonly cycleId: string }) {
  const { filters, go } = useNavigation();
  const hasSeed = filters['seed'] !== undefined;
  const sample = useResolver('get-sample', hasSeed ? sampleRequest(cycleId, sampleForm(filters)) : null);
  return (
    <Stack space="space.200">
      <Inline>
        <Button onClick={() => go('evidence', { cycle: cycleId })}>Back to the review</Button>
      </Inline>
      <Panel
        title="Sample of lines"
        description="Lines are drawn by the SHA-256 of the seed and the line number, so nobody chooses them and anybody can draw them again, without this app too."
      >
        <SampleFields cycleId={cycleId} />
      </Panel>
      {hasSeed ? (
        <Remote state={sample} what="the sample">
          {(view) => <SampleFound sample={view} />}
        </Remote>
      ) : null}
    </Stack>
  );
}

function SampleFound({ sample }: { readonly sample: SampleView }) {
  const { cycleId, seed, size, byOutcome } = sample;
  return (
    <Stack space="space.200">
      <Panel title={`Sample of ${sample.title}`}>
        <SentenceList texts={sampleInWords(sample)} none="" />
        {SAMPLE_FILES.map((file) => (
          <Stack key={file} space="space.050">
            <FileCard
              fileName={`${cycleId}-${file}`}
              fileType={SAMPLE_FILE_TYPES[file]}
              onDownload={() => downloadSample({ cycleId, seed, size, byOutcome, file })}
            />
            <Text color="color.text.subtle">{SAMPLE_FILE_MEANINGS[file]}</Text>
          </Stack>
        ))}
      </Panel>
      {sample.rows.map((trace) => (
        <LineTrace key={String(trace.line)} trace={trace} />
      ))}
    </Stack>
  );
}
