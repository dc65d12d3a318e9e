import { Button, ButtonGroup, ModalTransition, SectionMessage, Stack, Text } from '@forge/react';
import React, { useState } from 'react';
import type { CycleView } from '../../../../src/contract/review-replies';
import { announce } from '../../hooks/announce';
import { useSession } from '../../hooks/session-context';
import { useAction } from '../../hooks/use-action';
import { deadlineInWords } from '../../view-models/calendar';
import { counted } from '../../view-models/counts';
import { formatTime } from '../../view-models/dates';
import { Panel } from '../panel';
import { ReasonModal } from '../reason-modal';
import { CycleDifference } from './cycle-difference';
import { OpenReviewModal } from './open-review-modal';

interface DraftPanelProps {
  readonly cycle: CycleView;
  readonly put: (cycle: CycleView) => void;
  readonly reload: () => void;
}

/** A review that is drafted: nobody can decide in it before a reviewer opens it. */
export function DraftPanel({ cycle, put, reload }: DraftPanelProps) {
  const { roles } = useSession();
  const [asking, setAsking] = useState<'open' | 'rehearse' | 'discard' | null>(null);
  const close = (): void => setAsking(null);
  return (
    <Panel
      title={cycle.title}
      description={`A draft of ${counted(cycle.lines, 'line')} on the snapshot of ${formatTime(cycle.snapshotTakenAt)}. Nobody can decide before it is opened.`}
      actions={
        roles.reviewer ? (
          <ButtonGroup>
            <Button appearance="primary" isDisabled={cycle.outdated} onClick={() => setAsking('open')}>
              Open this review
            </Button>
            <Button onClick={() => setAsking('rehearse')}>Rehearse first</Button>
            <Button appearance="subtle" onClick={() => setAsking('discard')}>
              Discard the draft
            </Button>
          </ButtonGroup>
        ) : undefined
      }
    >
      <Stack space="space.100">
        {cycle.outdated ? (
          <SectionMessage appearance="warning" title="A review was signed off since this draft was made">
            <Text>
              It shows what that review ended, so it cannot be opened. The next daily scan drafts it anew
              while its day is not over.
            </Text>
          </SectionMessage>
        ) : null}
        {cycle.deadlines.map((plan) => (
          <Text key={plan.endsOn}>{deadlineInWords(plan)}</Text>
        ))}
        <CycleDifference cycle={cycle} />
      </Stack>
      <OpenReviewModal isOpen={asking === 'open'} draft={cycle} onClose={close} onOpened={put} />
      <OpenReviewModal isOpen={asking === 'rehearse'} rehearses onClose={close} onOpened={put} />
      {asking === 'discard' ? <DiscardModal cycle={cycle} onClose={close} onDone={reload} /> : null}
    </Panel>
  );
}

interface DiscardModalProps {
  readonly cycle: CycleView;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

function DiscardModal({ cycle, onClose, onDone }: DiscardModalProps) {
  const cancel = useAction('cancel-cycle', onDone);
  const send = async (reason: string): Promise<void> => {
    if ((await cancel.run({ cycleId: cycle.cycleId, reason })) === null) return;
    onClose();
    onDone();
    announce('Draft discarded', 'Its records are kept. No other is drafted for the same day.');
  };
  return (
    <ModalTransition>
      <ReasonModal
        title="Discard the draft"
        text="No other review is drafted for the same day; you can still open one yourself."
        confirm="Discard"
        danger
        busy={cancel.busy}
        error={cancel.error}
        onConfirm={(reason) => void send(reason)}
        onClose={onClose}
      />
    </ModalTransition>
  );
}
