import { List, ListItem, SectionMessage, Text } from '@forge/react';
import React from 'react';
import type { CycleView, LineRow } from '../../../../src/contract/review-replies';
import { announce } from '../../hooks/announce';
import type { ReplyError } from '../../hooks/call-resolver';
import { useAction } from '../../hooks/use-action';
import {
  approvalSummary,
  approvePayload,
  missingMates,
  type OverridableRule,
} from '../../view-models/approvals';
import { counted } from '../../view-models/counts';
import { groupsLeft } from '../../view-models/lines';
import { ReasonModal } from '../reason-modal';

/** Lines spelled out one by one before the rest is counted. */
const MOST_NAMED = 10;

const OVERRIDDEN: Readonly<Record<OverridableRule, string>> = {
  'decider-is-approver': 'You decided this line yourself.',
  'approver-is-account': 'This line is your own seat.',
};

interface ApproveModalProps {
  readonly cycle: CycleView;
  readonly lines: readonly LineRow[];
  /** Every line that waits for approval, these among them. */
  readonly waiting: readonly LineRow[];
  /** A rule that is set aside because no other eligible person is left; null for an ordinary approval. */
  readonly override: OverridableRule | null;
  readonly onClose: () => void;
  readonly onDone: (cycle: CycleView) => void;
  readonly onStale: (error: ReplyError) => void;
}

/** A last look before approval. */
export function ApproveModal(props: ApproveModalProps) {
  const { cycle, lines, waiting, override, onClose, onDone, onStale } = props;
  const approve = useAction('approve-lines', onStale);
  const send = async (reason: string): Promise<void> => {
    const after = await approve.run(
      approvePayload(cycle.cycleId, lines, override === null ? undefined : { rule: override, reason }),
    );
    if (after === null) return;
    onDone(after);
    announce(
      `${counted(lines.length, 'line')} approved`,
      'Approved removals are carried out on the Execute page.',
    );
  };
  const missing = missingMates(lines, waiting);
  const removals = lines.filter(({ decision }) => decision?.decision === 'remove');
  return (
    <ReasonModal
      title={`Approve ${counted(lines.length, 'line')}`}
      text={
        override !== null
          ? `${OVERRIDDEN[override]} Only where nobody else may approve can this rule be set aside, with a written reason that the sign-off prints and counts.`
          : `${approvalSummary(lines)}. Each removal is checked again right before it happens, and is cancelled when the facts have changed.`
      }
      confirm="Approve"
      withoutReason={override === null}
      busy={approve.busy}
      error={approve.error}
      onConfirm={(reason) => void send(reason)}
      onClose={onClose}
    >
      {missing === '' ? null : (
        <SectionMessage appearance="warning" title="Some removals will wait">
          <Text>{missing}</Text>
        </SectionMessage>
      )}
      {removals.length === 0 ? (
        <Text>Nothing is removed by this approval.</Text>
      ) : (
        <List type="unordered">
          {removals.slice(0, MOST_NAMED).map((line) => (
            <ListItem key={String(line.line)}>
              {`Line ${String(line.line)}, ${line.productName}: leaves ${groupsLeft(line)}`}
            </ListItem>
          ))}
          {removals.length > MOST_NAMED ? (
            <ListItem>{`and ${counted(removals.length - MOST_NAMED, 'line')} more`}</ListItem>
          ) : null}
        </List>
      )}
    </ReasonModal>
  );
}
