import { Code, Text } from '@forge/react';
import React from 'react';
import type { AfterSignOffRow } from '../../../../src/contract/evidence-replies';
import { formatTime } from '../../view-models/dates';
import { DataTable } from '../data-table';
import { Panel } from '../panel';
import { Sentence } from '../rich-text';

const COLUMNS = [
  { key: 'at', title: 'When', width: 18 },
  { key: 'line', title: 'Line', width: 10 },
  { key: 'text', title: 'What', width: 42 },
  { key: 'record', title: 'Record of the organization', width: 30 },
];

/** What was recorded beside a review after its sign-off, in the organization's own ledger. */
export function AfterSignOff({ rows }: { readonly rows: readonly AfterSignOffRow[] }) {
  return (
    <Panel
      title="After sign-off"
      description="Records of the organization's ledger that name this review. Nothing in the review changed by them."
    >
      {rows.length === 0 ? (
        <Text>Nothing was recorded since.</Text>
      ) : (
        <DataTable
          label="After sign-off"
          columns={COLUMNS}
          empty="Nothing was recorded since."
          rows={rows.map(({ sequence, hash, at, line, text }) => ({
            key: String(sequence),
            cells: [
              formatTime(at),
              `Line ${String(line)}`,
              <Sentence key="text" text={text} />,
              <Text key="record">
                {`${String(sequence)} `}
                <Code>{hash.slice(0, 16)}</Code>
              </Text>,
            ],
          }))}
        />
      )}
    </Panel>
  );
}
