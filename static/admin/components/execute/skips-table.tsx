import { Inline, Stack, Text, User } from '@forge/react';
import React from 'react';
import type { PlanView } from '../../../../src/contract/execution-replies';
import { counted } from '../../view-models/counts';
import { skipGroups } from '../../view-models/plan';
import { DataTable } from '../data-table';
import { Subheading } from '../panel';
import { Sentence } from '../rich-text';

const COLUMNS = [
  { key: 'why', title: 'Why', width: 50 },
  { key: 'lines', title: 'Lines', width: 50 },
];

/** People named one by one before the rest is counted. */
const MOST_NAMED = 12;

/** Approved removals that the plan leaves out, by cause. */
export function SkipsTable({ plan }: { readonly plan: PlanView }) {
  if (plan.skips.length === 0)
    return <Text>Nothing is left out: every approved removal is in the plan.</Text>;
  return (
    <Stack space="space.100">
      <Subheading>Left out of the plan</Subheading>
      <DataTable
        label="Left out of the plan"
        columns={COLUMNS}
        empty="Nothing is left out."
        rows={skipGroups(plan).map(({ why, lines }) => ({
          key: why,
          cells: [
            <Sentence key="why" text={why} />,
            <Inline key="lines" space="space.100" shouldWrap alignBlock="center">
              <Text>{`${counted(lines.length, 'line')}:`}</Text>
              {lines.slice(0, MOST_NAMED).map(({ line, accountId }) => (
                <Text key={String(line)}>
                  {`${String(line)} `}
                  <User accountId={accountId} />
                </Text>
              ))}
              {lines.length > MOST_NAMED ? (
                <Text>{`and ${String(lines.length - MOST_NAMED)} more`}</Text>
              ) : null}
            </Inline>,
          ],
        }))}
      />
    </Stack>
  );
}
