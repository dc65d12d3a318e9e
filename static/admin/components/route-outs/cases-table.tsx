import { Button, Inline, Lozenge, Text } from '@forge/react';
import React from 'react';
import type { CaseRow } from '../../../../src/contract/handoff-replies';
import { useSession } from '../../hooks/session-context';
import { counted } from '../../view-models/counts';
import { caseDue, caseInWords, ownerInWords } from '../../view-models/handoffs';
import { DataTable } from '../data-table';
import { Sentence } from '../rich-text';

const COLUMNS = [
  { key: 'owner', title: 'Owner', width: 24 },
  { key: 'cause', title: 'Cause', width: 24 },
  { key: 'handoffs', title: 'Handoffs', width: 20 },
  { key: 'due', title: 'Due', width: 22 },
  { key: 'open', title: 'Actions', width: 10 },
];

interface CasesTableProps {
  readonly rows: readonly CaseRow[];
  readonly isLoading: boolean;
  readonly onOpen: (caseId: string) => void;
}

/** Cases by owner, with what is due and overdue. */
export function CasesTable({ rows, isLoading, onOpen }: CasesTableProps) {
  const { now } = useSession();
  return (
    <DataTable
      label="Cases"
      columns={COLUMNS}
      isLoading={isLoading}
      empty="No case on this page."
      rows={rows.map((row) => ({
        key: row.caseId,
        cells: [
          <Text key="owner">{ownerInWords(row)}</Text>,
          <Sentence key="cause" text={row.cause} />,
          caseInWords(row),
          <Inline key="due" space="space.050" alignBlock="center" shouldWrap>
            <Text>{caseDue(row, now)}</Text>
            {row.overdue === 0 ? null : (
              <Lozenge
                appearance="removed"
                maxWidth="220px"
              >{`${counted(row.overdue, 'handoff')} overdue`}</Lozenge>
            )}
          </Inline>,
          <Button key="open" spacing="compact" onClick={() => onOpen(row.caseId)}>
            Open case
          </Button>,
        ],
      }))}
    />
  );
}
