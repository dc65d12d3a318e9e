import { Inline, Lozenge, Stack, Text, User } from '@forge/react';
import React from 'react';
import type { LineDetail } from '../../../../src/contract/review-replies';
import { useSession } from '../../hooks/session-context';
import { useResolver } from '../../hooks/use-resolver';
import { HANDOFF_STATUS_APPEARANCE } from '../../view-models/appearances';
import { formatTime } from '../../view-models/dates';
import { handoffInWords, ownerInWords } from '../../view-models/handoffs';
import { HANDOFF_STATUS_LABELS } from '../../view-models/labels';
import { changeInWords, decisionInWords, removesInWords } from '../../view-models/lines';
import { DataTable } from '../data-table';
import { ReadingDialog } from '../dialog';
import { LineStateLozenge, VerificationLozenge } from '../lozenges';
import { Subheading } from '../panel';
import { Person } from '../person';
import { Sentence } from '../rich-text';
import { SeatExplanation } from '../seats/seat-explanation';
import { SeatHistory } from '../seats/seat-history';
import { Remote } from '../states';
import { LineNotice } from './line-notice';
import { LineAssignments } from './line-assignment';

const HANDOFF_COLUMNS = [
  { key: 'owner', title: 'Owner', width: 30 },
  { key: 'status', title: 'Status', width: 16 },
  { key: 'next', title: 'Answer and next step', width: 54 },
];

interface LineModalProps {
  readonly cycleId: string;
  readonly line: number;
  readonly onClose: () => void;
}

/** Everything about one line: the seat, what happened to it, and whom it waits for. */
export function LineModal({ cycleId, line, onClose }: LineModalProps) {
  const detail = useResolver('get-line', { cycleId, line });
  return (
    <ReadingDialog title={`Line ${String(line)}`} onClose={onClose}>
      <Remote state={detail} what="the line">
        {(data) => (
          <Stack space="space.300">
            <LineStatus line={data} />
            <LineAssignments line={data} />
            <SeatExplanation seat={data.seat} />
            {data.handoffs.length === 0 ? null : <LineHandoffs line={data} />}
            <SeatHistory accountId={data.accountId} product={data.product} />
          </Stack>
        )}
      </Remote>
    </ReadingDialog>
  );
}

function LineStatus({ line }: { readonly line: LineDetail }) {
  const { decision, approvedBy, approvedInsteadOf, cause } = line;
  const change = changeInWords(line);
  return (
    <Stack space="space.075">
      <Inline space="space.100" alignBlock="center" shouldWrap>
        <LineStateLozenge line={line} />
        {line.verification === null ? null : <VerificationLozenge verification={line.verification} />}
        <Text weight="medium">{decisionInWords(line)}</Text>
      </Inline>
      {change === '' ? null : <Text color="color.text.subtle">{`${change}.`}</Text>}
      {cause === null ? null : <Sentence text={cause} />}
      <LineNotice line={line} />
      {decision === null ? null : (
        <Text>
          {'Decided by '}
          <Person id={decision.by} />
          {` on ${formatTime(decision.at)}.${decision.note === '' ? '' : ` Note: ${decision.note}`}`}
        </Text>
      )}
      {approvedBy === null ? null : (
        <Text>
          {'Approved by '}
          <User accountId={approvedBy} />
          {approvedInsteadOf === null ? '' : ' in place of '}
          {approvedInsteadOf === null ? '' : <User accountId={approvedInsteadOf} />}
        </Text>
      )}
      {decision?.decision === 'remove' ? <Text>{`${removesInWords(line)}.`}</Text> : null}
    </Stack>
  );
}

function LineHandoffs({ line }: { readonly line: LineDetail }) {
  const { now } = useSession();
  return (
    <Stack space="space.100">
      <Subheading>Handoffs</Subheading>
      <DataTable
        label="Handoffs"
        columns={HANDOFF_COLUMNS}
        empty="No handoff."
        rows={line.handoffs.map((handoff) => ({
          key: handoff.handoffId,
          cells: [
            ownerInWords(handoff),
            <Lozenge key="status" appearance={HANDOFF_STATUS_APPEARANCE[handoff.status]}>
              {HANDOFF_STATUS_LABELS[handoff.status]}
            </Lozenge>,
            <Sentence key="next" text={handoffInWords(handoff, now)} />,
          ],
        }))}
      />
    </Stack>
  );
}
