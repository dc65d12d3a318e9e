import React, { useState } from 'react';
import type { CycleView, LineRow } from '../../../../src/contract/review-replies';
import { announce } from '../../hooks/announce';
import type { ReplyError } from '../../hooks/call-resolver';
import { useAction } from '../../hooks/use-action';
import { counted } from '../../view-models/counts';
import { givingBack } from '../../view-models/lines';
import { PeopleInput } from '../fields';
import { ReasonModal } from '../reason-modal';

interface AssignModalProps {
  readonly cycleId: string;
  readonly lines: readonly LineRow[];
  readonly onClose: () => void;
  readonly onDone: (cycle: CycleView) => void;
  readonly onStale: (error: ReplyError) => void;
}

/** Gives lines to another reviewer, or to nobody; what was decided of them stays. */
export function AssignModal({ cycleId, lines, onClose, onDone, onStale }: AssignModalProps) {
  const [to, setTo] = useState<string | null>(null);
  const assign = useAction('assign-lines', onStale);
  const send = async (reason: string): Promise<void> => {
    const after = await assign.run({ ...givingBack(cycleId, lines, reason), to });
    if (after === null) return;
    onDone(after);
    announce(
      `${counted(lines.length, 'line')} assigned`,
      to === null ? 'Nobody has them in a queue now.' : 'They are in the queue of the person you named.',
    );
  };
  return (
    <ReasonModal
      title={`Assign ${counted(lines.length, 'line')}`}
      text="Lines that share a group go to one person. Decisions stay as they are, and any reviewer may still decide."
      confirm="Assign"
      busy={assign.busy}
      error={assign.error}
      onConfirm={(reason) => void send(reason)}
      onClose={onClose}
    >
      <PeopleInput
        id="assign-to"
        label="Reviewer"
        help="Another person who administers Jira. Left empty, nobody is assigned."
        people={[]}
        isMulti={false}
        isDisabled={false}
        onPeople={(people) => setTo(people[0] ?? null)}
      />
    </ReasonModal>
  );
}
