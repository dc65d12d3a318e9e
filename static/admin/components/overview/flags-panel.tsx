import { Button, ButtonGroup, Lozenge, ModalTransition, User } from '@forge/react';
import React, { useState } from 'react';
import type { Flag } from '../../../../src/contract/seat-replies';
import { useSession } from '../../hooks/session-context';
import { FLAG_APPEARANCE } from '../../view-models/appearances';
import { dayWithAge } from '../../view-models/dates';
import { FLAG_LABELS } from '../../view-models/labels';
import { flagsInWords } from '../../view-models/overview';
import { DataTable } from '../data-table';
import { Panel } from '../panel';
import { Sentence } from '../rich-text';
import { SeatModal } from '../seats/seat-modal';
import { DismissModal } from './dismiss-modal';

const COLUMNS = [
  { key: 'kind', title: 'Flag', width: 18 },
  { key: 'person', title: 'Person', width: 20 },
  { key: 'text', title: 'What changed', width: 34 },
  { key: 'raised', title: 'Raised', width: 14 },
  { key: 'actions', title: 'Actions', width: 14 },
];

interface FlagsPanelProps {
  readonly flags: readonly Flag[];
  readonly onChange: () => void;
}

/** Seats that became billable without use, and the other things that the daily scan noticed. */
export function FlagsPanel({ flags, onChange }: FlagsPanelProps) {
  const { now } = useSession();
  const [seatOf, setSeatOf] = useState<Flag | null>(null);
  const [dismissing, setDismissing] = useState<Flag | null>(null);
  return (
    <Panel title="Flags" description={flagsInWords(flags)}>
      {flags.length === 0 ? null : (
        <DataTable
          label="Flags"
          columns={COLUMNS}
          empty="Nothing is flagged."
          rows={flags.map((flag) => ({
            key: flag.id,
            cells: [
              <Lozenge key="kind" appearance={FLAG_APPEARANCE[flag.kind]} maxWidth="240px">
                {FLAG_LABELS[flag.kind]}
              </Lozenge>,
              flag.accountId === null ? 'Nobody in particular' : <User accountId={flag.accountId} />,
              <Sentence key="text" text={flag.text} />,
              dayWithAge(flag.raisedAt, now),
              // Below a plain element: a cell's outermost component may not use hooks.
              <ButtonGroup key="actions">
                <FlagActions flag={flag} onSeat={setSeatOf} onDismiss={setDismissing} />
              </ButtonGroup>,
            ],
          }))}
        />
      )}
      <ModalTransition>
        {seatOf === null || seatOf.accountId === null || seatOf.product === null ? null : (
          <SeatModal accountId={seatOf.accountId} product={seatOf.product} onClose={() => setSeatOf(null)} />
        )}
      </ModalTransition>
      <ModalTransition>
        {dismissing === null ? null : (
          <DismissModal flag={dismissing} onClose={() => setDismissing(null)} onDismissed={onChange} />
        )}
      </ModalTransition>
    </Panel>
  );
}

interface FlagActionsProps {
  readonly flag: Flag;
  readonly onSeat: (flag: Flag) => void;
  readonly onDismiss: (flag: Flag) => void;
}

function FlagActions({ flag, onSeat, onDismiss }: FlagActionsProps) {
  const { roles } = useSession();
  return (
    <>
      {flag.accountId === null || flag.product === null ? null : (
        <Button spacing="compact" onClick={() => onSeat(flag)}>
          Why billable
        </Button>
      )}
      {roles.reviewer ? (
        <Button spacing="compact" appearance="subtle" onClick={() => onDismiss(flag)}>
          Dismiss
        </Button>
      ) : null}
    </>
  );
}
