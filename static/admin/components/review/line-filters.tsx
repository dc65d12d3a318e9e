import React from 'react';
import type { LineList } from '../../../../src/contract/review-replies';
import { choicesFrom } from '../../view-models/input';
import { DECISION_LABELS, LINE_STATE_LABELS, OWNER_LABELS } from '../../view-models/labels';
import { verdictChoices } from '../../view-models/seats';
import { FilterBar, FilterSelect, PersonFilter } from '../filter-bar';

const FILTERS = ['state', 'verdict', 'product', 'owner', 'decision', 'person'];

/** Filters of the review's lines. */
export function LineFilters({ list }: { readonly list: LineList }) {
  return (
    <FilterBar names={FILTERS}>
      <FilterSelect name="state" label="State" choices={choicesFrom(LINE_STATE_LABELS)} />
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
