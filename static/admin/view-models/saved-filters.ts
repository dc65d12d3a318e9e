import type { SavedFilterView } from '../../../src/contract/filter-replies';
import type { PayloadOf } from '../../../src/contract/resolvers';
import { LONGEST_FILTER_NAME } from '../../../src/contract/words';
import type { Choice } from './input';
import type { Filters } from './route';

export type FilteredList = PayloadOf<'remove-filter'>['list'];

/** Filters that "Clear filters" removes and that a saved filter holds; the order of a list is saved with it. */
export const LIST_FILTERS = {
  seats: ['product', 'verdict', 'source', 'group', 'person', 'reason'],
  lines: ['assignee', 'state', 'outcome', 'change', 'verdict', 'product', 'owner', 'decision', 'person'],
} as const satisfies Record<FilteredList, readonly string[]>;

const SAVED = {
  seats: [...LIST_FILTERS.seats, 'sort', 'order'],
  lines: LIST_FILTERS.lines,
} as const satisfies Record<FilteredList, readonly string[]>;

/** What would be saved of the URL: every filter that is set, and not the page of the list. */
export function valuesToSave(list: FilteredList, filters: Filters): Filters {
  return Object.fromEntries(
    SAVED[list].flatMap((name) => (filters[name] === undefined ? [] : [[name, filters[name]] as const])),
  );
}

/** The change of the URL that leads to a saved filter: what it does not hold is cleared. */
export function changesTo(list: FilteredList, values: Filters): Filters {
  return Object.fromEntries(SAVED[list].map((name) => [name, values[name] ?? '']));
}

/** The filters of one list, by name; one that can no longer be used says so. */
export function savedChoices(saved: readonly SavedFilterView[], list: FilteredList): Choice[] {
  return saved
    .filter((each) => each.list === list)
    .map(({ name, values }) => ({
      value: name,
      label: values === null ? `${name} (can no longer be used)` : name,
    }))
    .sort((a, b) => (a.label < b.label ? -1 : 1));
}

export function findSaved(
  saved: readonly SavedFilterView[],
  list: FilteredList,
  name: string,
): SavedFilterView | undefined {
  return saved.find((each) => each.list === list && each.name === name);
}

/** The name of the saved filter that the URL shows right now; empty when it shows none. */
export function shownFilter(saved: readonly SavedFilterView[], list: FilteredList, filters: Filters): string {
  const now = valuesToSave(list, filters);
  const shown = saved.find((each) => each.list === list && each.values !== null && isSame(each.values, now));
  return shown?.name ?? '';
}

function isSame(a: Filters, b: Filters): boolean {
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name]);
}

/** What is wrong with a name, as a sentence; undefined when it may be used. */
export function nameProblem(name: string): string | undefined {
  if (name.trim() === '') return 'Give the filter a name.';
  if (name.trim().length > LONGEST_FILTER_NAME)
    return `A name has at most ${String(LONGEST_FILTER_NAME)} characters.`;
  return undefined;
}
