import { User } from '@forge/react';
import React, { useState } from 'react';
import type { RunView } from '../../../../src/contract/execution-replies';
import { runRows } from '../../view-models/run';
import { PAGE_SIZE } from '../../view-models/seats';
import { DataTable } from '../data-table';
import { ItemOutcomeLozenge } from '../lozenges';
import { PagerOf } from '../pager';
import { Sentence } from '../rich-text';

const COLUMNS = [
  { key: 'person', title: 'Person', width: 24 },
  { key: 'group', title: 'Group', width: 24 },
  { key: 'outcome', title: 'Outcome', width: 14 },
  { key: 'text', title: 'What happened', width: 38 },
];

/** Each removal of a run; what needs a person's eye stands first. */
export function RunTable({ run }: { readonly run: RunView }) {
  const [offset, setOffset] = useState(0);
  const rows = runRows(run);
  const start = offset < rows.length ? offset : 0;
  const shown = rows.slice(start, start + PAGE_SIZE);
  return (
    <>
      <DataTable
        label="Removals of this run"
        columns={COLUMNS}
        empty="No removal has begun."
        rows={shown.map(({ key, accountId, group, outcome, text }) => ({
          key,
          cells: [
            <User key="person" accountId={accountId} />,
            group,
            <ItemOutcomeLozenge key="outcome" outcome={outcome} />,
            <Sentence key="text" text={text} />,
          ],
        }))}
      />
      {rows.length > PAGE_SIZE ? (
        <PagerOf
          offset={start}
          shown={shown.length}
          total={rows.length}
          unit="removal"
          onOffset={setOffset}
        />
      ) : null}
    </>
  );
}
