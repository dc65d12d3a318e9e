import { Inline, Lozenge, Stack, Text } from '@forge/react';
import React, { useState } from 'react';
import type { GroupUseRow, GroupUseView } from '../../../../src/contract/group-replies';
import { useResolver } from '../../hooks/use-resolver';
import { SEVERITY_APPEARANCE } from '../../view-models/appearances';
import { projectList, SEVERITY_LABELS } from '../../view-models/group-use';
import { PAGE_SIZE } from '../../view-models/seats';
import { DataTable } from '../data-table';
import { PagerOf } from '../pager';
import { Subheading } from '../panel';
import { Sentence, SentenceList } from '../rich-text';
import { Remote } from '../states';

const COLUMNS = [
  { key: 'what', title: 'What it gives', width: 34 },
  { key: 'projects', title: 'In these projects', width: 28 },
  { key: 'effect', title: 'If its people left', width: 26 },
  { key: 'match', title: 'Matched by', width: 12 },
];

/** Where a group is used in projects, what leaving it ends there, what changed, and how far that was read. */
export function GroupUse({ groupId }: { readonly groupId: string }) {
  const use = useResolver('get-group-use', { groupId });
  return (
    <Remote state={use} what="where the group is used">
      {(view) => <GroupUseContent view={view} />}
    </Remote>
  );
}

function GroupUseContent({ view }: { readonly view: GroupUseView }) {
  return (
    <Stack space="space.250">
      <Stack space="space.100">
        <Subheading>Where it is used in projects</Subheading>
        <Inline space="space.100" alignBlock="center" shouldWrap>
          <Lozenge appearance={SEVERITY_APPEARANCE[view.severity]}>{SEVERITY_LABELS[view.severity]}</Lozenge>
          <Sentence text={view.summary} />
        </Inline>
        {view.rows.length === 0 ? null : <GroupUseTable rows={view.rows} />}
      </Stack>
      {view.changes.length === 0 ? null : (
        <Stack space="space.100">
          <Subheading>Since the reading before</Subheading>
          <SentenceList texts={view.changes} none="" />
        </Stack>
      )}
      <Stack space="space.100">
        <Subheading>How far this was read</Subheading>
        <SentenceList texts={view.coverage} none="" />
      </Stack>
    </Stack>
  );
}

function GroupUseTable({ rows }: { readonly rows: readonly GroupUseRow[] }) {
  const [offset, setOffset] = useState(0);
  const shown = rows.slice(offset, offset + PAGE_SIZE);
  return (
    <Stack space="space.100">
      <DataTable
        label="Use in projects"
        columns={COLUMNS}
        empty="It is used in no project."
        rows={shown.map(({ what, projects, effect, matchedBy }, index) => ({
          key: `${String(offset + index)} ${what}`,
          cells: [
            <Sentence key="what" text={what} />,
            <Text key="projects">{projectList(projects)}</Text>,
            effect,
            matchedBy === 'id' ? 'Id' : 'Exact name',
          ],
        }))}
      />
      {rows.length > PAGE_SIZE ? (
        <PagerOf offset={offset} shown={shown.length} total={rows.length} unit="row" onOffset={setOffset} />
      ) : null}
    </Stack>
  );
}
