import { Button, EmptyState, ModalTransition, Stack, Text } from '@forge/react';
import React, { useState } from 'react';
import type { GroupList, GroupRow } from '../../../src/contract/group-replies';
import { FilterBar, FilterSelect, FilterText } from '../components/filter-bar';
import { GroupModal } from '../components/groups/group-modal';
import { GroupTable } from '../components/groups/group-table';
import { PageHeader } from '../components/page-header';
import { Pager } from '../components/pager';
import { Remote } from '../components/states';
import { useNavigation } from '../hooks/navigation-context';
import { useResolver } from '../hooks/use-resolver';
import { counted } from '../view-models/counts';
import { formatTime } from '../view-models/dates';
import {
  findingChoices,
  GROUP_FILTERS,
  GROUP_SORT_CHOICES,
  groupQuery,
  groupSourceChoices,
} from '../view-models/groups';
import { isFiltered, ORDER_CHOICES } from '../view-models/seats';

/** Every group that grants a seat, with what hangs on it. */
export function GroupsPage() {
  const { filters } = useNavigation();
  const groups = useResolver('list-groups', groupQuery(filters));
  const [chosen, setChosen] = useState<GroupRow | null>(null);
  return (
    <Stack space="space.200">
      <PageHeader
        title="Groups"
        description="One row per group that grants a billable seat. Open a row to see whose it is, and what changing it would do."
      />
      <Remote state={groups} what="the groups">
        {(list) => (
          <Stack space="space.200">
            <GroupFilters list={list} />
            <GroupsFound list={list} isLoading={groups.loading} onChoose={setChosen} />
          </Stack>
        )}
      </Remote>
      <ModalTransition>
        {chosen === null ? null : <GroupModal group={chosen} onClose={() => setChosen(null)} />}
      </ModalTransition>
    </Stack>
  );
}

function GroupFilters({ list }: { readonly list: GroupList }) {
  return (
    <FilterBar names={GROUP_FILTERS}>
      <FilterText name="name" label="Name" placeholder="Part of a name" />
      <FilterSelect
        name="product"
        label="Product"
        choices={list.products.map(({ key, name }) => ({ value: key, label: name }))}
      />
      <FilterSelect name="source" label="Source" choices={groupSourceChoices()} />
      <FilterSelect name="finding" label="Finding" choices={findingChoices()} />
      <FilterSelect name="sort" label="Sort by" choices={GROUP_SORT_CHOICES} otherwise="seats" />
      <FilterSelect name="order" label="Order" choices={ORDER_CHOICES} otherwise="desc" />
    </FilterBar>
  );
}

interface GroupsFoundProps {
  readonly list: GroupList;
  readonly isLoading: boolean;
  readonly onChoose: (row: GroupRow) => void;
}

function GroupsFound({ list, isLoading, onChoose }: GroupsFoundProps) {
  const { filters, filter } = useNavigation();
  if (list.total === 0) {
    return isFiltered(filters, GROUP_FILTERS) ? (
      <EmptyState
        header="No group matches these filters"
        description="Other groups exist outside them."
        primaryAction={
          <Button onClick={() => filter(Object.fromEntries(GROUP_FILTERS.map((name) => [name, ''])))}>
            Show all groups
          </Button>
        }
      />
    ) : (
      <EmptyState
        header="No group grants a seat"
        description="Seats may still rest on roles that sit on accounts."
      />
    );
  }
  const findings =
    list.withFindings === 0 ? 'no findings' : `findings on ${counted(list.withFindings, 'group')}`;
  return (
    <Stack space="space.150">
      <Text color="color.text.subtle">{`As of ${formatTime(list.asOf)}, ${findings}`}</Text>
      <GroupTable rows={list.rows} isLoading={isLoading} onChoose={onChoose} />
      <Pager offset={list.offset} shown={list.rows.length} total={list.total} unit="group" />
    </Stack>
  );
}
