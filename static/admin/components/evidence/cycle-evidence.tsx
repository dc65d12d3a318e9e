import { Code, FileCard, Inline, Lozenge, SectionMessage, Stack, Text } from '@forge/react';
import React from 'react';
import type { CycleView } from '../../../../src/contract/review-replies';
import type { EvidenceView } from '../../../../src/contract/evidence-replies';
import { CYCLE_STATE_APPEARANCE } from '../../view-models/appearances';
import { counted } from '../../view-models/counts';
import { outcomeCounts, progressInWords } from '../../view-models/cycle';
import { formatTime } from '../../view-models/dates';
import { chainInWords, cycleNotice, isEvidenceFile } from '../../view-models/evidence';
import { CYCLE_STATE_LABELS, productLabel } from '../../view-models/labels';
import { populationRows } from '../../view-models/population';
import { downloadEvidence } from '../../hooks/download-evidence';
import { Panel, Subheading } from '../panel';
import { PopulationTable } from '../population-table';
import { SentenceList } from '../rich-text';
import { AfterSignOff } from './after-sign-off';
import { CycleLines } from './cycle-lines';
import { SignOffPanel } from './sign-off-panel';

interface CycleEvidenceProps {
  readonly view: EvidenceView;
  readonly cycle: CycleView;
  readonly reload: () => void;
}

/** One review's evidence: counts, chain, sign-off and what came after it, lines, files. */
export function CycleEvidence({ view, cycle, reload }: CycleEvidenceProps) {
  const outcomes = outcomeCounts(cycle);
  return (
    <Stack space="space.200">
      <Panel title={cycle.title} description={cycleNotice(cycle)}>
        <Inline space="space.100" alignBlock="center" shouldWrap>
          <Lozenge appearance={CYCLE_STATE_APPEARANCE[cycle.state]}>
            {CYCLE_STATE_LABELS[cycle.state]}
          </Lozenge>
          <Text>{progressInWords(cycle)}</Text>
        </Inline>
        <Text>
          {outcomes.length === 0
            ? 'No line is closed yet.'
            : outcomes.map(({ label, lines }) => `${label}: ${lines}`).join(' · ')}
        </Text>
        <Text>{`Snapshot of ${formatTime(cycle.snapshotTakenAt)}. Rules set aside for a single person: ${counted(cycle.overrides, 'line')}.`}</Text>
        <SectionMessage
          appearance={view.chainIntact ? 'success' : 'error'}
          title={view.chainIntact ? 'Records intact' : 'Records broken'}
        >
          <Text>{chainInWords(view)}</Text>
          <Text>
            {'Hash of the last record: '}
            <Code>{view.headHash}</Code>
          </Text>
        </SectionMessage>
        <Subheading>How it was conducted</Subheading>
        <SentenceList texts={cycle.conduct} none="Nothing was decided yet." />
        <Subheading>Population proof</Subheading>
        <PopulationTable rows={populationRows(cycle.population, productLabel)} />
      </Panel>
      <SignOffPanel cycle={cycle} onSigned={reload} />
      {cycle.state === 'signed-off' ? <AfterSignOff rows={view.afterSignOff} /> : null}
      {cycle.state === 'cancelled' ? null : <CycleLines cycleId={cycle.cycleId} />}
      <Panel
        title="Files"
        description="Each file is put together here and saved by your browser. Account ids stand in place of names."
      >
        <Stack space="space.150">
          {view.files.map(({ file, description, rows }) =>
            isEvidenceFile(file) ? (
              <Stack key={file} space="space.050">
                <FileCard
                  fileName={`${cycle.cycleId}-${file}`}
                  fileType={file.endsWith('.csv') ? 'text/csv' : 'application/json'}
                  onDownload={() => downloadEvidence(cycle.cycleId, file)}
                />
                <Text color="color.text.subtle">{`${description} · ${counted(rows, 'row')}`}</Text>
              </Stack>
            ) : null,
          )}
        </Stack>
      </Panel>
    </Stack>
  );
}
