import { Button, EmptyState, ModalTransition, Stack, Text } from '@forge/react';
import React, { useState } from 'react';
import type { SeatList, SeatRow } from '../../../src/contract/seat-replies';
import { FilterBar, FilterSelect, PersonFilter } from '../components/filter-bar';
import { PageHeader } from '../components/page-header';
import { Pager } from '../components/pager';
import { SavedFilters } from '../components/saved-filters/saved-filters';
import { SeatModal } from '../components/seats/seat-modal';
import { SeatTable } from '../components/seats/seat-table';
import { Remote } from '../components/states';
import { useNavigation } from '../hooks/navigation-context';
import { useSession } from '../hooks/session-context';
import { useResolver } from '../hooks/use-resolver';
import { formatTime } from '../view-models/dates';
import { LIST_FILTERS } from '../view-models/saved-filters';
import {
  isFiltered,
  LAST_USE_LIMITS,
  ORDER_CHOICES,
  seatQuery,
  SORT_CHOICES,
  sourceChoices,
  verdictChoices,
} from '../view-models/seats';

const FILTERS = LIST_FILTERS.seats;

/** Every billable seat, filtered, sorted and cut into pages by the back end. */
export function SeatsPage() {
  const { filters } = useNavigation();
  const seats = useResolver('list-seats', seatQuery(filters));
  const [chosen, setChosen] = useState<SeatRow | null>(null);
  return (
    <Stack space="space.200">
      <PageHeader
        title="Seats"
        description="One row per account and product that is billed. Open a row to see why, and what would remain."
      />
      <Remote state={seats} what="the seats">
        {(list) => (
          <Stack space="space.200">
            <SavedFilters list="seats" />
            <SeatFilters list={list} />
            <SeatsFound list={list} isLoading={seats.loading} onChoose={setChosen} />
          </Stack>
        )}
      </Remote>
      <ModalTransition>
        {chosen === null ? null : (
          <SeatModal accountId={chosen.accountId} product={chosen.product} onClose={() => setChosen(null)} />
        )}
      </ModalTransition>
    </Stack>
  );
}

function SeatFilters({ list }: { readonly list: SeatList }) {
  return (
    <FilterBar names={FILTERS}>
      <FilterSelect
        name="product"
        label="Product"
        choices={list.products.map(({ key, name }) => ({ value: key, label: name }))}
      />
      <FilterSelect name="verdict" label="Verdict" choices={verdictChoices()} />
      <FilterSelect name="source" label="Path source" choices={sourceChoices()} />
      <FilterSelect
        name="group"
        label="Group"
        choices={list.groups.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <PersonFilter />
      <FilterSelect name="sort" label="Sort by" choices={SORT_CHOICES} otherwise="last-active" />
      <FilterSelect name="order" label="Order" choices={ORDER_CHOICES} otherwise="asc" />
    </FilterBar>
  );
}

interface SeatsFoundProps {
  readonly list: SeatList;
  readonly isLoading: boolean;
  readonly onChoose: (row: SeatRow) => void;
}

function SeatsFound({ list, isLoading, onChoose }: SeatsFoundProps) {
  const { filters, filter, go } = useNavigation();
  const { now } = useSession();
  if (list.total === 0 && isFiltered(filters, FILTERS)) {
    return (
      <EmptyState
        header="No seat matches these filters"
        description="Other seats exist outside them."
        primaryAction={
          <Button onClick={() => filter(Object.fromEntries(FILTERS.map((name) => [name, ''])))}>
            Show all seats
          </Button>
        }
      />
    );
  }
  if (list.total === 0) {
    return (
      <EmptyState
        header="No billable seat was found"
        description="A scan reads users, groups and product access. It changes nothing."
        primaryAction={<Button onClick={() => go('overview')}>Go to Overview</Button>}
      />
    );
  }
  return (
    <Stack space="space.150">
      {list.asOf === null ? null : (
        <Text color="color.text.subtle">{`As of ${formatTime(list.asOf)}. ${LAST_USE_LIMITS}`}</Text>
      )}
      <SeatTable rows={list.rows} now={now} isLoading={isLoading} onChoose={onChoose} />
      <Pager offset={list.offset} shown={list.rows.length} total={list.total} unit="seat" />
    </Stack>
  );
}
