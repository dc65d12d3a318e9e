import { Inline, LoadingButton, Lozenge, ProgressBar, SectionMessage, Stack, Text, User } from '@forge/react';
import React from 'react';
import type { Overview } from '../../../../src/contract/seat-replies';
import { useSession } from '../../hooks/session-context';
import { useScan } from '../../hooks/use-scan';
import { SCAN_STATE_APPEARANCE } from '../../view-models/appearances';
import { SCAN_STATE_LABELS } from '../../view-models/labels';
import { snapshotInWords } from '../../view-models/overview';
import { scanObstacle, scanView } from '../../view-models/scan';
import { Panel } from '../panel';
import { ActionError } from '../reply-message';
import { Sentence } from '../rich-text';

interface ScanPanelProps {
  readonly overview: Overview;
  readonly onEnd: () => void;
}

/** Where the scan stands, and the button that starts one. */
export function ScanPanel({ overview, onEnd }: ScanPanelProps) {
  const session = useSession();
  const { scan, start, starting, error } = useScan(overview.scan, onEnd);
  const view = scanView(scan, session.now);
  const startedBy = scan?.startedBy ?? null;
  const obstacle = scanObstacle(session, scan);
  return (
    <Panel
      title="Scan"
      actions={
        <LoadingButton
          appearance="primary"
          isLoading={starting}
          isDisabled={obstacle !== ''}
          onClick={() => void start()}
        >
          Scan now
        </LoadingButton>
      }
    >
      <Inline space="space.100" alignBlock="center" shouldWrap>
        {scan === null ? null : (
          <Lozenge appearance={SCAN_STATE_APPEARANCE[scan.state]}>{SCAN_STATE_LABELS[scan.state]}</Lozenge>
        )}
        <Text weight="medium">{view.headline}</Text>
        {startedBy === null ? null : (
          <Text color="color.text.subtle">
            Started by <User accountId={startedBy} />
          </Text>
        )}
      </Inline>
      {view.busy ? (
        <Stack space="space.050">
          <ProgressBar
            value={view.progress}
            isIndeterminate={view.progress === 0}
            ariaLabel={view.headline}
          />
          <Sentence text={view.message} />
        </Stack>
      ) : view.incomplete ? (
        <SectionMessage appearance="warning" title="The last scan could not finish">
          <Sentence text={view.message} />
        </SectionMessage>
      ) : scan === null ? (
        <Sentence text={view.message} />
      ) : null}
      {overview.snapshot === null ? null : <Text>{snapshotInWords(overview.snapshot, session.now)}</Text>}
      {obstacle === '' || view.busy ? null : <Text color="color.text.subtle">{obstacle}</Text>}
      <ActionError error={error} />
    </Panel>
  );
}
