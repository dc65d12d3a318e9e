import { Stack, Text, User } from '@forge/react';
import React, { useState } from 'react';
import type { PlanItem } from '../../../../src/contract/execution-replies';
import type { DependentsControl } from '../../hooks/use-dependents';
import { dependentCells } from '../../view-models/dependents';
import { PAGE_SIZE } from '../../view-models/seats';
import { DataTable } from '../data-table';
import { PagerOf } from '../pager';
import { Subheading } from '../panel';
import { ErrorState } from '../states';
import { DependentsMessage } from './dependents-message';

const COLUMNS = [
  { key: 'person', title: 'Person', width: 28 },
  { key: 'issues', title: 'Open issues', width: 18 },
  { key: 'leads', title: 'Projects led', width: 18 },
  { key: 'filters', title: 'Filters owned', width: 18 },
  { key: 'dashboards', title: 'Dashboards owned', width: 18 },
];

interface DependentsTableProps {
  readonly items: readonly PlanItem[];
  readonly control: DependentsControl;
  /** The plan may be another one by now. */
  readonly onStale: () => void;
}

/** What would be left behind by each person of the plan; read after the plan is shown. */
export function DependentsTable({ items, control, onStale }: DependentsTableProps) {
  const { rows, summary, error, again } = control;
  const [offset, setOffset] = useState(0);
  const start = offset < items.length ? offset : 0;
  const shown = items.slice(start, start + PAGE_SIZE);
  const retry = (): void => {
    again();
    onStale();
  };
  if (items.length === 0) return null;
  return (
    <Stack space="space.100">
      <Subheading>Depends on this person</Subheading>
      <Text color="color.text.subtle">
        As far as SeatTrace may see it in Jira: there may be more, and “none seen” does not say that there is
        none. Projects led are those of the scan. Automation rules that act as the person are not checked.
      </Text>
      <DataTable
        label="Depends on this person"
        columns={COLUMNS}
        empty="Nobody is removed by this plan."
        rows={shown.map(({ accountId }) => {
          const { issues, leads, filters, dashboards } = dependentCells(rows.get(accountId));
          return {
            key: accountId,
            cells: [<User key="person" accountId={accountId} />, issues, leads, filters, dashboards],
          };
        })}
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
      {error === null ? (
        <DependentsMessage summary={summary} onAgain={again} />
      ) : (
        <ErrorState error={error} onRetry={retry} />
      )}
    </Stack>
  );
}
