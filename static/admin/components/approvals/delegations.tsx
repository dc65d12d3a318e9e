import { Button, ModalTransition, SectionMessage, Stack, Text, User } from '@forge/react';
import React, { useState } from 'react';
import type { DelegationRow } from '../../../../src/contract/review-replies';
import { announce } from '../../hooks/announce';
import { useSession } from '../../hooks/session-context';
import { useAction } from '../../hooks/use-action';
import { useResolver } from '../../hooks/use-resolver';
import { formatDay } from '../../view-models/dates';
import { DataTable } from '../data-table';
import { Panel } from '../panel';
import { ReasonModal } from '../reason-modal';
import { Sentence } from '../rich-text';
import { Remote } from '../states';
import { DelegateModal } from './delegate-modal';

const COLUMNS = [
  { key: 'by', title: 'In place of', width: 24 },
  { key: 'to', title: 'Approves', width: 24 },
  { key: 'until', title: 'Until', width: 14 },
  { key: 'reason', title: 'Reason', width: 26 },
  { key: 'end', title: '', width: 12 },
];

/** Who approves in whose place, and the way to let somebody. */
export function Delegations() {
  const { accountId, roles } = useSession();
  const delegations = useResolver('list-delegations', {});
  const [delegating, setDelegating] = useState(false);
  const [ending, setEnding] = useState<DelegationRow | null>(null);
  return (
    <Remote state={delegations} what="the delegations">
      {(rows) => {
        const hasDelegated = rows.some(({ by }) => by === accountId);
        if (rows.length === 0 && !roles.approver) return null;
        return (
          <Panel
            title="Delegation"
            description="While an approver is away, somebody else may approve and return lines in their place until a day. Neither of the two may have decided the line or hold its seat."
            actions={
              roles.approver && !hasDelegated ? (
                <Button onClick={() => setDelegating(true)}>Delegate your approvals</Button>
              ) : undefined
            }
          >
            <Standing rows={rows} onEnd={setEnding} />
            <ModalTransition>
              {delegating ? (
                <DelegateModal onClose={() => setDelegating(false)} onDelegated={delegations.put} />
              ) : null}
              {ending === null ? null : (
                <EndModal row={ending} onClose={() => setEnding(null)} onEnded={delegations.put} />
              )}
            </ModalTransition>
          </Panel>
        );
      }}
    </Remote>
  );
}

interface StandingProps {
  readonly rows: readonly DelegationRow[];
  readonly onEnd: (row: DelegationRow) => void;
}

function Standing({ rows, onEnd }: StandingProps) {
  const { accountId } = useSession();
  if (rows.length === 0) return <Text>Nobody approves in somebody else’s place.</Text>;
  return (
    <DataTable
      label="Delegations"
      columns={COLUMNS}
      empty=""
      rows={rows.map((row) => ({
        key: row.delegationId,
        cells: [
          <User key="by" accountId={row.by} />,
          <User key="to" accountId={row.to} />,
          formatDay(row.until),
          <Sentence key="reason" text={row.reason} />,
          [row.by, row.to].includes(accountId) ? (
            <Button key="end" spacing="compact" onClick={() => onEnd(row)}>
              End
            </Button>
          ) : (
            ''
          ),
        ],
      }))}
    />
  );
}

interface EndModalProps {
  readonly row: DelegationRow;
  readonly onClose: () => void;
  readonly onEnded: (rows: readonly DelegationRow[]) => void;
}

function EndModal({ row, onClose, onEnded }: EndModalProps) {
  const end = useAction('end-delegation');
  const send = async (reason: string): Promise<void> => {
    const rows = await end.run({ delegationId: row.delegationId, reason });
    if (rows === null) return;
    onClose();
    onEnded(rows);
    announce('Delegation ended', 'What was approved until now stays approved.');
  };
  return (
    <ReasonModal
      title="End this delegation"
      text="From now on the approver alone approves again. What was approved until now stays approved."
      confirm="End delegation"
      busy={end.busy}
      error={end.error}
      onConfirm={(reason) => void send(reason)}
      onClose={onClose}
    />
  );
}

/** Told to whoever approves for others: for whom, and what they may not. */
export function InPlaceOf() {
  const { roles } = useSession();
  if (roles.approver || roles.delegators.length === 0) return null;
  return (
    <SectionMessage appearance="information" title="You approve in somebody else’s place">
      <Stack space="space.050">
        {roles.delegators.map((delegator) => (
          <Text key={delegator}>
            {'In place of '}
            <User accountId={delegator} />
            {', but for lines that either of you decided or whose seat either of you holds.'}
          </Text>
        ))}
      </Stack>
    </SectionMessage>
  );
}
