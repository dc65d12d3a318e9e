import { Button, Lozenge } from '@forge/react';
import React, { useState } from 'react';
import type { Snapshot } from '../../view-models/contract-types';
import { formatTime } from '../../view-models/dates';
import { DataTable } from '../data-table';
import { Panel } from '../panel';

const COLUMNS = [
  { key: 'source', title: 'Source', width: 24 },
  { key: 'state', title: 'State', width: 14 },
  { key: 'note', title: 'What was asked', width: 42 },
  { key: 'at', title: 'Read', width: 20 },
];

const STATES = {
  read: { label: 'Read', appearance: 'success' },
  unreadable: { label: 'Could not be read', appearance: 'removed' },
  'not-read': { label: 'Not read', appearance: 'moved' },
} as const;

/** How far each source of the scan could be read. */
export function SourcesPanel({ snapshot }: { readonly snapshot: Snapshot }) {
  const [open, setOpen] = useState(false);
  const gaps = snapshot.sources.filter(({ state }) => state !== 'read').length;
  return (
    <Panel
      title="What the scan read"
      description={
        gaps === 0
          ? `All ${String(snapshot.sources.length)} sources could be read.`
          : `${String(gaps)} of ${String(snapshot.sources.length)} sources could not be read in full.`
      }
      actions={<Button onClick={() => setOpen(!open)}>{open ? 'Hide sources' : 'Show sources'}</Button>}
    >
      {open ? (
        <DataTable
          label="Sources"
          columns={COLUMNS}
          empty="No source was read."
          rows={snapshot.sources.map(({ source, state, note, at }, index) => ({
            key: `${source}/${String(index)}`,
            cells: [
              source,
              <Lozenge key="state" appearance={STATES[state].appearance}>
                {STATES[state].label}
              </Lozenge>,
              note,
              formatTime(at),
            ],
          }))}
        />
      ) : null}
    </Panel>
  );
}
