import {
  Button,
  ButtonGroup,
  Inline,
  Lozenge,
  ProgressBar,
  ProgressTracker,
  SectionMessage,
  Stack,
  Text,
  User,
} from '@forge/react';
import React, { useState } from 'react';
import type { CycleView } from '../../../../src/contract/review-replies';
import { useSession } from '../../hooks/session-context';
import { CYCLE_STATE_APPEARANCE } from '../../view-models/appearances';
import { deadlineInWords } from '../../view-models/calendar';
import {
  closedShare,
  cycleSteps,
  dueLine,
  isLate,
  mayEndDeciding,
  progressInWords,
} from '../../view-models/cycle';
import { formatTime } from '../../view-models/dates';
import { CYCLE_STATE_LABELS } from '../../view-models/labels';
import { Panel } from '../panel';
import { SentenceList } from '../rich-text';
import { CycleCounts } from './cycle-counts';
import { CycleDifference } from './cycle-difference';
import { CancelReviewModal, EndDecidingModal } from './cycle-modals';
import { CyclePopulation } from './cycle-population';
import { ReviewerProgress } from './reviewer-progress';

interface CycleOverviewProps {
  readonly cycle: CycleView;
  readonly put: (cycle: CycleView) => void;
  readonly reload: () => void;
}

type Asking = 'end' | 'cancel' | null;

/** Where the review stands and what it still needs before sign-off. */
export function CycleOverview({ cycle, put, reload }: CycleOverviewProps) {
  const { now, roles } = useSession();
  const [asking, setAsking] = useState<Asking>(null);
  const close = (): void => setAsking(null);
  return (
    <Panel
      title={cycle.title}
      actions={
        roles.reviewer ? (
          <ButtonGroup>
            <Button isDisabled={!mayEndDeciding(cycle, now)} onClick={() => setAsking('end')}>
              End deciding
            </Button>
            <Button appearance="subtle" onClick={() => setAsking('cancel')}>
              Cancel review
            </Button>
          </ButtonGroup>
        ) : undefined
      }
    >
      <Inline space="space.100" alignBlock="center" shouldWrap>
        <Lozenge appearance={CYCLE_STATE_APPEARANCE[cycle.state]}>{CYCLE_STATE_LABELS[cycle.state]}</Lozenge>
        {isLate(cycle, now) ? <Lozenge appearance="removed">Overdue</Lozenge> : null}
        <Text>{dueLine(cycle, now)}</Text>
        <Text color="color.text.subtle">
          {`Snapshot of ${formatTime(cycle.snapshotTakenAt)}. Opened by `}
          <User accountId={cycle.openedBy} />
        </Text>
      </Inline>
      <ProgressTracker items={cycleSteps(cycle)} label="Steps of the review" />
      <Stack space="space.050">
        <ProgressBar value={closedShare(cycle)} ariaLabel="Share of lines that are closed" />
        <Text>{progressInWords(cycle)}</Text>
      </Stack>
      {cycle.deadlines.map((plan) => (
        <Text key={plan.endsOn}>{deadlineInWords(plan)}</Text>
      ))}
      <CycleCounts cycle={cycle} />
      <ReviewerProgress cycle={cycle} />
      <CycleDifference cycle={cycle} />
      <Blockers cycle={cycle} />
      <CyclePopulation cycle={cycle} onChange={put} onStale={reload} />
      {asking === 'end' ? (
        <EndDecidingModal cycle={cycle} onClose={close} onDone={put} onStale={reload} />
      ) : null}
      {asking === 'cancel' ? (
        <CancelReviewModal cycle={cycle} onClose={close} onDone={put} onStale={reload} />
      ) : null}
    </Panel>
  );
}

function Blockers({ cycle }: { readonly cycle: CycleView }) {
  if (cycle.blockers.length === 0) {
    return (
      <SectionMessage appearance="success" title="Ready for sign-off">
        <Text>Every line is closed. Whoever signs off does so on the Evidence page.</Text>
      </SectionMessage>
    );
  }
  return (
    <SectionMessage appearance="information" title="Before sign-off">
      <SentenceList texts={cycle.blockers} none="" />
    </SectionMessage>
  );
}
