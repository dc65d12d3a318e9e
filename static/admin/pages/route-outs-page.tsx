import { Button, EmptyState, ModalTransition, Stack, Text } from '@forge/react';
import React from 'react';
import type { CaseList } from '../../../src/contract/handoff-replies';
import { FilterBar, FilterSelect } from '../components/filter-bar';
import { PageHeader } from '../components/page-header';
import { Pager } from '../components/pager';
import { CaseModal } from '../components/route-outs/case-modal';
import { CasesTable } from '../components/route-outs/cases-table';
import { Remote } from '../components/states';
import { useNavigation } from '../hooks/navigation-context';
import { useResolver } from '../hooks/use-resolver';
import { caseQuery, STATUS_CHOICES, totalsInWords } from '../view-models/handoffs';
import { choicesFrom } from '../view-models/input';
import { OWNER_LABELS } from '../view-models/labels';
import { isFiltered } from '../view-models/seats';

const FILTERS = ['status', 'owner'];

/** Questions that went to the people who own the decision. */
export function RouteOutsPage() {
  const { filters, filter } = useNavigation();
  const cases = useResolver('list-handoffs', caseQuery(filters));
  const open = filters['case'];
  return (
    <Stack space="space.200">
      <PageHeader
        title="Route-outs"
        description="What this site may not decide goes to its owner, one case per owner and cause. Routing out is a correct outcome."
      />
      <Remote state={cases} what="the cases">
        {(list) => (
          <Stack space="space.200">
            <Text>{totalsInWords(list)}</Text>
            <FilterBar names={FILTERS}>
              <FilterSelect name="status" label="Status" choices={STATUS_CHOICES} />
              <FilterSelect name="owner" label="Owner" choices={choicesFrom(OWNER_LABELS)} />
            </FilterBar>
            <CasesFound list={list} isLoading={cases.loading} />
          </Stack>
        )}
      </Remote>
      <ModalTransition>
        {open === undefined ? null : (
          <CaseModal
            caseId={open}
            onClose={() => filter({ case: '', offset: filters['offset'] ?? '' })}
            onAnswered={cases.reload}
          />
        )}
      </ModalTransition>
    </Stack>
  );
}

function CasesFound({ list, isLoading }: { readonly list: CaseList; readonly isLoading: boolean }) {
  const { filters, filter, go } = useNavigation();
  const [first] = list.rows;
  if (first === undefined) {
    const filtered = isFiltered(filters, FILTERS);
    return (
      <EmptyState
        header={filtered ? 'No case matches these filters' : 'Nothing is routed out'}
        description={
          filtered
            ? 'Clear the filters to see every case.'
            : 'A line that is routed out in a review opens a handoff to its owner; it then stands here until it is answered.'
        }
        primaryAction={
          filtered ? (
            <Button onClick={() => filter({ status: '', owner: '' })}>Show all cases</Button>
          ) : (
            <Button onClick={() => go('review')}>Go to Review</Button>
          )
        }
      />
    );
  }
  return (
    <Stack space="space.150">
      <CasesTable
        rows={list.rows}
        isLoading={isLoading}
        onOpen={(caseId) => filter({ case: caseId, offset: filters['offset'] ?? '' })}
      />
      <Pager offset={list.offset} shown={list.rows.length} total={list.total} unit="case" />
    </Stack>
  );
}
