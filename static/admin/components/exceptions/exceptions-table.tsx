import { Button, Lozenge, Stack, Text, User } from '@forge/react';
import React from 'react';
import type { ExceptionRow } from '../../../../src/contract/exception-replies';
import { useNavigation } from '../../hooks/navigation-context';
import { useSession } from '../../hooks/session-context';
import {
  EXCEPTION_STATES,
  exceptionReasons,
  exceptionWay,
  standingInWords,
} from '../../view-models/exceptions';
import { productLabel } from '../../view-models/labels';
import { DataTable } from '../data-table';
import { Sentence } from '../rich-text';

const COLUMNS = [
  { key: 'seat', title: 'Person and product', width: 17 },
  { key: 'state', title: 'Where it stands', width: 22 },
  { key: 'why', title: 'Reason and control', width: 21 },
  { key: 'way', title: 'Owner and approval', width: 22 },
  { key: 'review', title: 'Review', width: 18 },
];

interface ExceptionsTableProps {
  readonly rows: readonly ExceptionRow[];
  readonly isLoading: boolean;
  /** Ends one early; null where this person may not. */
  readonly onEnd: ((row: ExceptionRow) => void) | null;
}

export function ExceptionsTable({ rows, isLoading, onEnd }: ExceptionsTableProps) {
  const { now } = useSession();
  const { go } = useNavigation();
  return (
    <DataTable
      label="Exceptions"
      columns={COLUMNS}
      isLoading={isLoading}
      empty="No exception on this page."
      rows={rows.map((row) => ({
        key: `${row.cycleId}/${String(row.line)}`,
        cells: [
          <Stack key="seat" space="space.050" alignInline="start">
            <User accountId={row.accountId} />
            <Text>{productLabel(row.product)}</Text>
          </Stack>,
          <Stack key="state" space="space.050" alignInline="start">
            <Lozenge appearance={EXCEPTION_STATES[row.state].appearance}>
              {EXCEPTION_STATES[row.state].label}
            </Lozenge>
            <Text size="small">{standingInWords(row, now)}</Text>
            {onEnd !== null && row.state === 'in-force' ? (
              <Button spacing="compact" onClick={() => onEnd(row)}>
                End early
              </Button>
            ) : null}
          </Stack>,
          <Sentences key="why" texts={exceptionReasons(row)} />,
          <Sentences key="way" texts={exceptionWay(row)} />,
          <Stack key="review" space="space.050" alignInline="start">
            <Text>{`${row.title}, line ${String(row.line)}`}</Text>
            <Button
              spacing="compact"
              onClick={() => go('evidence', { cycle: row.cycleId, line: String(row.line) })}
            >
              Trace
            </Button>
          </Stack>,
        ],
      }))}
    />
  );
}

function Sentences({ texts }: { readonly texts: readonly string[] }) {
  return (
    <Stack space="space.050">
      {texts.map((text) => (
        <Sentence key={text} text={text} />
      ))}
    </Stack>
  );
}
