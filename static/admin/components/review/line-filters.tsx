import React from 'react';
import type { LineList } from '../../../../src/contract/review-replies';
import { CHANGE_LABELS } from '../../view-models/change-labels';
import { choicesFrom } from '../../view-models/input';
import { DECISION_LABELS, LINE_STATE_LABELS, OUTCOME_LABELS, OWNER_LABELS } from '../../view-models/labels';
import { verdictChoices } from '../../view-models/seats';
import { FilterBar, FilterSelect, PersonFilter } from '../filter-bar';

const FILTERS = ['state', 'outcome', 'change', 'verdict', 'product', 'owner', 'decision', 'person'];

/** Filters of the review's lines. */
export function LineFilters({ list }: { readonly list: LineList }) {
  return (
    <FilterBar names={FILTERS}>
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
