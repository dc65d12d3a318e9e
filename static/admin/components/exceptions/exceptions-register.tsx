import { Button, EmptyState, Inline, Stack, Text } from '@forge/react';
import React, { useState } from 'react';
import type { ExceptionList, ExceptionRow } from '../../../../src/contract/exception-replies';
import { EndExceptionModal } from './end-exception-modal';
import { ExceptionsTable } from './exceptions-table';
import { FilterBar, FilterSelect, PersonFilter } from '../filter-bar';
import { Pager } from '../pager';
import { Panel } from '../panel';
import { Remote } from '../states';
import { useNavigation } from '../../hooks/navigation-context';
import { useSession } from '../../hooks/session-context';
import { useResolver } from '../../hooks/use-resolver';
import {
  EXCEPTION_FILTERS,
  exceptionProducts,
  exceptionQuery,
  exceptionTotals,
  STATE_CHOICES,
} from '../../view-models/exceptions';
import { isFiltered } from '../../view-models/seats';

/** The register of exceptions: what reviews decided to leave alone, until when, and on whose word. */
export function ExceptionsRegister() {
  const { filters, go } = useNavigation();
  const exceptions = useResolver('list-exceptions', exceptionQuery(filters));
  return (
    <Stack space="space.200">
      <Inline>
        <Button onClick={() => go('evidence')}>Back to the evidence</Button>
      </Inline>
      <Panel
        title="Exceptions of all reviews"
        description="Seats that a review decided to leave alone until a day. Each protects its seat from the sign-off of its review on, and ends by itself. Standing rules made outside a review are exemptions, in Settings."
      >
        <Remote state={exceptions} what="the exceptions">
          {(list) => (
            <Stack space="space.200">
              <Text>{exceptionTotals(list)}</Text>
              <FilterBar names={EXCEPTION_FILTERS}>
                <FilterSelect name="state" label="State" choices={STATE_CHOICES} />
                <FilterSelect name="product" label="Product" choices={exceptionProducts(list)} />
                <PersonFilter />
              </FilterBar>
              <ExceptionsFound list={list} isLoading={exceptions.loading} onChanged={exceptions.reload} />
            </Stack>
          )}
        </Remote>
      </Panel>
    </Stack>
  );
}

interface ExceptionsFoundProps {
  readonly list: ExceptionList;
  readonly isLoading: boolean;
  readonly onChanged: () => void;
}

function ExceptionsFound({ list, isLoading, onChanged }: ExceptionsFoundProps) {
  const { filters, filter } = useNavigation();
  const { roles } = useSession();
  const [ending, setEnding] = useState<ExceptionRow | null>(null);
  if (list.total === 0) {
    return isFiltered(filters, EXCEPTION_FILTERS) ? (
      <EmptyState
        header="No exception matches these filters"
        description="Other exceptions may exist outside them."
        primaryAction={
          <Button onClick={() => filter(Object.fromEntries(EXCEPTION_FILTERS.map((name) => [name, ''])))}>
            Show all exceptions
          </Button>
        }
      />
    ) : (
      <EmptyState
        header="No review decided an exception"
        description="An exception is a decision on one line of a review: the seat stays until a day, with a compensating control, once somebody else approved it."
      />
    );
  }
  return (
    <Stack space="space.150">
      <ExceptionsTable rows={list.rows} isLoading={isLoading} onEnd={roles.reviewer ? setEnding : null} />
      <Pager offset={list.offset} shown={list.rows.length} total={list.total} unit="exception" />
      {ending === null ? null : (
        <EndExceptionModal row={ending} onClose={() => setEnding(null)} onDone={onChanged} />
      )}
    </Stack>
  );
}
