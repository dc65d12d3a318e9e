import { Button, ButtonGroup, EmptyState, Inline, Stack, Text } from '@forge/react';
import React, { useState } from 'react';
import type { CycleView } from '../../../../src/contract/review-replies';
import { announce } from '../../hooks/announce';
import type { ReplyError } from '../../hooks/call-resolver';
import { useNavigation } from '../../hooks/navigation-context';
import { useSession } from '../../hooks/session-context';
import type { AllLines } from '../../hooks/use-lines';
import { approvableOf, approvalGroups, presentOf, withBundles } from '../../view-models/approvals';
import { counted } from '../../view-models/counts';
import { approvesLines } from '../../view-models/delegation';
import { OvertakenMessage } from '../reply-message';
import { ApprovalGroupPanel } from './approval-group-panel';
import type { Asking } from './approval-modals';
import { ApprovalModals } from './approval-modals';

interface ApprovalsPanelProps {
  readonly cycle: CycleView;
  readonly all: AllLines;
  readonly onDone: (cycle: CycleView) => void;
  readonly onStale: () => void;
}

/** What waits, grouped alike; approved by choice or by group, or returned with a reason. */
export function ApprovalsPanel({ cycle, all, onDone, onStale }: ApprovalsPanelProps) {
  const session = useSession();
  const [marked, setMarked] = useState<ReadonlySet<number>>(new Set());
  const [asking, setAsking] = useState<Asking | null>(null);
  const [changed, setChanged] = useState<ReplyError | null>(null);
  const chosen = presentOf(marked, all.lines);
  const groups = approvalGroups(all.lines, session, cycle.separation);

  const toggle = (line: number): void => {
    const together = withBundles([line], all.lines);
    const others = [...chosen].filter((one) => !together.includes(one));
    setMarked(new Set(chosen.has(line) ? others : [...others, ...together]));
  };
  const done = (after: CycleView): void => {
    setAsking(null);
    setMarked(new Set());
    setChanged(null);
    onDone(after);
  };
  const stale = (error: ReplyError): void => {
    setAsking(null);
    setMarked(new Set());
    setChanged(error);
    onStale();
  };
  const overtaken = changed === null ? null : <OvertakenMessage error={changed} />;
  if (groups.length === 0)
    return (
      <Stack space="space.200">
        {overtaken}
        <NothingToApprove cycle={cycle} />
      </Stack>
    );
  return (
    <Stack space="space.200">
      {overtaken}
      <ApprovalsBar
        total={all.total}
        chosen={chosen}
        ready={approvableOf(groups, chosen)}
        onAsk={setAsking}
      />
      {groups.map((group) => (
        <ApprovalGroupPanel
          key={group.key}
          group={group}
          chosen={chosen}
          onToggle={toggle}
          onAsk={setAsking}
        />
      ))}
      <ApprovalModals
        cycle={cycle}
        all={all}
        asking={asking}
        onClose={() => setAsking(null)}
        onDone={done}
        onStale={stale}
      />
    </Stack>
  );
}

interface ApprovalsBarProps {
  readonly total: number;
  readonly chosen: ReadonlySet<number>;
  /** Chosen lines that this person may approve. */
  readonly ready: readonly number[];
  readonly onAsk: (asking: Asking) => void;
}

/** The buttons are never switched off: what a dialog gives the focus back to must be able to take it. */
function ApprovalsBar({ total, chosen, ready, onAsk }: ApprovalsBarProps) {
  const { roles } = useSession();
  const ask = (kind: 'approve' | 'return', lines: readonly number[]): void => {
    if (lines.length > 0) onAsk({ kind, lines });
    else if (chosen.size === 0) announce('No line is chosen', 'Choose lines in the tables first.', 'info');
    else announce('You may approve none of these', 'Each line says who else has to.', 'info');
  };
  return (
    <Inline spread="space-between" alignBlock="center" space="space.100" shouldWrap>
      <Text weight="medium">{`${counted(total, 'line')} to approve, ${counted(chosen.size, 'line')} selected`}</Text>
      {approvesLines(roles) ? (
        <ButtonGroup>
          <Button appearance="primary" onClick={() => ask('approve', ready)}>
            Approve selected
          </Button>
          <Button onClick={() => ask('return', [...chosen])}>Return selected</Button>
        </ButtonGroup>
      ) : null}
    </Inline>
  );
}

function NothingToApprove({ cycle }: { readonly cycle: CycleView }) {
  const { go } = useNavigation();
  const { undecided, approved } = cycle.counts.byState;
  return (
    <EmptyState
      header="No line waits for approval"
      description={`${counted(undecided, 'line')} still undecided, ${counted(approved, 'line')} approved. Approved removals are carried out on the Execute page.`}
      primaryAction={approved > 0 ? <Button onClick={() => go('execute')}>Go to Execute</Button> : null}
    />
  );
}
