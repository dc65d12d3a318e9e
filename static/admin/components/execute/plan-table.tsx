import { Stack, Tag, TagGroup, User } from '@forge/react';
import React, { useState } from 'react';
import type { PlanItem } from '../../../../src/contract/execution-replies';
import { planRows } from '../../view-models/plan';
import { PAGE_SIZE } from '../../view-models/seats';
import { DataTable } from '../data-table';
import { PagerOf } from '../pager';
import { Subheading } from '../panel';
import { Sentence } from '../rich-text';

const COLUMNS = [
  { key: 'person', title: 'Person', width: 22 },
  { key: 'groups', title: 'Leaves these groups', width: 22 },
  { key: 'ends', title: 'What ends', width: 14 },
  { key: 'stays', title: 'What stays', width: 14 },
  { key: 'projects', title: 'In projects', width: 20 },
  { key: 'lines', title: 'Lines', width: 8 },
];

/** Exactly which memberships are removed, person by person. */
export function PlanTable({ items }: { readonly items: readonly PlanItem[] }) {
  const [offset, setOffset] = useState(0);
  const start = offset < items.length ? offset : 0;
  const shown = items.slice(start, start + PAGE_SIZE);
  return (
    <Stack space="space.100">
      <Subheading>Removals</Subheading>
      <DataTable
        label="Removals"
        columns={COLUMNS}
        empty="Nobody is removed by this plan."
        rows={planRows(shown).map(({ key, accountId, groups, ends, stays, inProjects, notice, lines }) => ({
          key,
          cells: [
            <Stack key="person" space="space.050">
              <User accountId={accountId} />
              {notice === '' ? null : <Sentence size="small" isSubtle text={notice} />}
            </Stack>,
            <TagGroup key="groups">
              {groups.map(({ id, name }) => (
                <Tag key={id} text={name} isRemovable={false} />
              ))}
            </TagGroup>,
            <Sentence key="ends" text={ends} />,
            <Sentence key="stays" text={stays} />,
            <Sentence key="projects" text={inProjects} size="small" />,
            lines,
          ],
        }))}
      />
      {items.length > PAGE_SIZE ? (
        <PagerOf
          offset={start}
          shown={shown.length}
          total={items.length}
          unit="person"
          onOffset={setOffset}
        />
      ) : null}
    </Stack>
  );
}
