import { LoadingButton, SectionMessage, Stack, Text, User } from '@forge/react';
import React, { useState } from 'react';
import type { CycleView, LineRow } from '../../../../src/contract/review-replies';
import { announce } from '../../hooks/announce';
import { useSession } from '../../hooks/session-context';
import { useAction } from '../../hooks/use-action';
import { usePolling } from '../../hooks/use-polling';
import { useResolver } from '../../hooks/use-resolver';
import { counted } from '../../view-models/counts';
import { removesInWords } from '../../view-models/lines';
import { afterVerifying, awaitsCheck, isAlarm, verificationInWords } from '../../view-models/run';
import { PAGE_SIZE } from '../../view-models/seats';
import { DataTable } from '../data-table';
import { LineStateLozenge, VerificationLozenge } from '../lozenges';
import { PagerOf } from '../pager';
import { Panel } from '../panel';
import { ActionError } from '../reply-message';
import { Sentence } from '../rich-text';
import { Remote } from '../states';
import { UndoOfLine } from '../undo/undo-of-line';

const COLUMNS = [
  { key: 'person', title: 'Person', width: 20 },
  { key: 'product', title: 'Product', width: 15 },
  { key: 'groups', title: 'Groups', width: 27 },
  { key: 'outcome', title: 'Line', width: 16 },
  { key: 'verification', title: 'Verification', width: 22 },
];

/** How often the first checks of a run are looked for, in milliseconds. */
const LOOK_EVERY_MS = 15_000;

interface VerificationPanelProps {
  readonly cycle: CycleView;
  readonly onVerified: (cycle: CycleView) => void;
}

/** Whether access is really gone: read again after the removal, and again later. */
export function VerificationPanel({ cycle, onVerified }: VerificationPanelProps) {
  const { roles } = useSession();
  const [offset, setOffset] = useState(0);
  const query = { cycleId: cycle.cycleId, decision: 'remove' as const, offset, limit: PAGE_SIZE };
  const lines = useResolver('list-lines', query, cycle.sequence);
  const verify = useAction('verify-removals');
  usePolling(
    lines.data?.rows.some(awaitsCheck) === true,
    () => Promise.resolve(lines.reload()),
    LOOK_EVERY_MS,
  );
  const send = async (): Promise<void> => {
    const after = await verify.run({ cycleId: cycle.cycleId });
    if (after === null) return;
    onVerified(after);
    const { title, next, type } = afterVerifying(cycle, after);
    announce(title, next, type);
  };
  return (
    <Panel
      title="Verification"
      description="Membership and product access are read again after each removal, and again after 24 hours, 7 days, and around the end of the billing period. Only what is verified counts as removed."
      actions={
        roles.reviewer ? (
          <LoadingButton isLoading={verify.busy} onClick={() => void send()}>
            Verify now
          </LoadingButton>
        ) : undefined
      }
    >
      <ActionError error={verify.error} />
      <Remote state={lines} what="the removed lines">
        {(list) => (
          <Stack space="space.100">
            <Alarm lines={list.rows} />
            <VerificationTable
              cycleId={cycle.cycleId}
              lines={list.rows}
              isLoading={lines.loading}
              onUndone={lines.reload}
            />
            <PagerOf
              offset={offset}
              shown={list.rows.length}
              total={list.total}
              unit="line"
              onOffset={setOffset}
            />
          </Stack>
        )}
      </Remote>
    </Panel>
  );
}

interface VerificationTableProps {
  readonly cycleId: string;
  readonly lines: readonly LineRow[];
  readonly isLoading: boolean;
  readonly onUndone: () => void;
}

function VerificationTable({ cycleId, lines, isLoading, onUndone }: VerificationTableProps) {
  return (
    <DataTable
      label="Verification"
      columns={COLUMNS}
      isLoading={isLoading}
      empty="No removal has been decided in this review yet."
      rows={lines.map((line) => ({
        key: String(line.line),
        cells: [
          <User key="person" accountId={line.accountId} />,
          line.productName,
          removesInWords(line),
          <LineStateLozenge key="outcome" line={line} />,
          <Checked key="verification" cycleId={cycleId} line={line} onUndone={onUndone} />,
        ],
      }))}
    />
  );
}

interface CheckedProps {
  readonly cycleId: string;
  readonly line: LineRow;
  readonly onUndone: () => void;
}

/** What the last check found, how access came back where it did, and the way to give it back. */
function Checked({ cycleId, line, onUndone }: CheckedProps) {
  return (
    <Stack space="space.050" alignInline="start">
      {line.verification === null ? (
        <Text>{verificationInWords(line)}</Text>
      ) : (
        <VerificationLozenge verification={line.verification} />
      )}
      {line.rebound === null ? null : <Sentence size="small" text={line.rebound} />}
      <UndoOfLine cycleId={cycleId} line={line} label="Undo" onDone={onUndone} />
    </Stack>
  );
}

function Alarm({ lines }: { readonly lines: readonly LineRow[] }) {
  const alarms = lines.filter(isAlarm);
  if (alarms.length === 0) return null;
  return (
    <SectionMessage
      appearance="error"
      title={`${counted(alarms.length, 'line')} ${alarms.length === 1 ? 'needs' : 'need'} a look`}
    >
      <Text>
        Access came back or did not end, or more ended than was approved. Open the line on the Review page for
        its trace.
      </Text>
    </SectionMessage>
  );
}
