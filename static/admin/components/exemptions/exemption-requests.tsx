import { Button, ButtonGroup, ModalTransition, Stack, Text } from '@forge/react';
import React, { useState } from 'react';
import type { ExemptionList, ExemptionRow } from '../../../../src/contract/exemption-replies';
import { useSession } from '../../hooks/session-context';
import { DataTable } from '../data-table';
import { Panel } from '../panel';
import { Sentence } from '../rich-text';
import type { Answering } from './answer-exemption-modal';
import { AnswerExemptionModal } from './answer-exemption-modal';
import { CoversCell, StateCell, WayCell, WhyCell } from './exemption-cells';

const COLUMNS = [
  { key: 'covers', title: 'Covers', width: 20 },
  { key: 'state', title: 'Until', width: 16 },
  { key: 'why', title: 'Reason', width: 22 },
  { key: 'way', title: 'Asked and owned', width: 22 },
  { key: 'answer', title: 'Your answer', width: 20 },
];

interface ExemptionRequestsProps {
  readonly list: ExemptionList;
  readonly onList: (list: ExemptionList) => void;
}

/** Exemptions that wait for somebody who neither asked for, nor owns, nor benefits from them. */
export function ExemptionRequests({ list, onList }: ExemptionRequestsProps) {
  const { now } = useSession();
  const [answering, setAnswering] = useState<Answering | null>(null);
  const waiting = list.rows.filter(({ state }) => state === 'waiting');
  if (waiting.length === 0) return null;
  return (
    <Panel
      title="Exemptions to approve"
      description="An approved exemption leaves its seats alone until its day, from the next scan on."
    >
      <DataTable
        label="Exemptions to approve"
        columns={COLUMNS}
        empty="No exemption waits for approval."
        rows={waiting.map((row) => ({
          key: row.exemptionId,
          cells: [
            <CoversCell key="covers" row={row} />,
            <StateCell key="state" row={row} now={now} />,
            <WhyCell key="why" row={row} />,
            <Stack key="way" space="space.050">
              <WayCell row={row} />
              <Sentence size="small" text={`Owned by ${row.owner}`} />
            </Stack>,
            // Below a plain element: a cell's outermost component may not use hooks.
            <Stack key="answer">
              <Answers row={row} onAnswer={setAnswering} />
            </Stack>,
          ],
        }))}
      />
      <ModalTransition>
        {answering === null ? null : (
          <AnswerExemptionModal
            answering={answering}
            onClose={() => setAnswering(null)}
            onAnswered={onList}
          />
        )}
      </ModalTransition>
    </Panel>
  );
}

interface AnswersProps {
  readonly row: ExemptionRow;
  readonly onAnswer: (answering: Answering) => void;
}

function Answers({ row, onAnswer }: AnswersProps) {
  const { roles } = useSession();
  if (!roles.approver) return <Text>An approver answers it.</Text>;
  if (row.obstacle !== '') return <Text weight="medium">{row.obstacle}</Text>;
  return (
    <ButtonGroup>
      <Button spacing="compact" onClick={() => onAnswer({ row, approves: true })}>
        Approve
      </Button>
      <Button spacing="compact" appearance="subtle" onClick={() => onAnswer({ row, approves: false })}>
        Turn down
      </Button>
    </ButtonGroup>
  );
}
