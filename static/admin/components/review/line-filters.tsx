import React from 'react';
import type { CycleView, LineList } from '../../../../src/contract/review-replies';
import { useNavigation } from '../../hooks/navigation-context';
import { useSession } from '../../hooks/session-context';
import { CHANGE_LABELS } from '../../view-models/change-labels';
import { choicesFrom } from '../../view-models/input';
import { DECISION_LABELS, LINE_STATE_LABELS, OUTCOME_LABELS, OWNER_LABELS } from '../../view-models/labels';
import { firstQueue, queueChoices } from '../../view-models/queue';
import { LIST_FILTERS } from '../../view-models/saved-filters';
import { verdictChoices } from '../../view-models/seats';
import { FilterBar, FilterSelect, PersonFilter } from '../filter-bar';

interface LineFiltersProps {
  readonly list: LineList;
  /** What stands before the filters that every list of lines has. */
  readonly children?: React.ReactNode;
}

/** Filters of the review's lines. */
export function LineFilters({ list, children }: LineFiltersProps) {
  return (
    <FilterBar names={LIST_FILTERS.lines}>
      {children}
      <FilterSelect name="state" label="State" choices={choicesFrom(LINE_STATE_LABELS)} />
      <FilterSelect name="outcome" label="Outcome" choices={choicesFrom(OUTCOME_LABELS)} />
      <FilterSelect name="change" label="Since the last review" choices={choicesFrom(CHANGE_LABELS)} />
      <FilterSelect name="verdict" label="Verdict" choices={verdictChoices()} />
      <FilterSelect
        name="product"
        label="Product"
        choices={list.products.map(({ key, name }) => ({ value: key, label: name }))}
      />
      <FilterSelect name="owner" label="Owner" choices={choicesFrom(OWNER_LABELS)} />
      <FilterSelect name="decision" label="Decision" choices={choicesFrom(DECISION_LABELS)} />
      <PersonFilter />
    </FilterBar>
  );
}

/** Whose lines are shown; whoever has a queue begins with it. */
export function QueueFilter({ cycle }: { readonly cycle: CycleView }) {
  const { accountId } = useSession();
  const { filters } = useNavigation();
  return (
    <FilterSelect
      name="assignee"
      label="Lines of"
      choices={queueChoices(cycle, accountId, filters['assignee'])}
      otherwise={firstQueue(cycle, accountId)}
    />
  );
}
