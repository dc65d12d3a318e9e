import type { ErrorCode } from '../lib/app-error';
import { refuse } from './review/ruling';

/** Filters of a list under a name that one person gave them. Nobody else sees them; no record is made of them. */
export interface SavedFilter {
  readonly list: string;
  /** One of its kind on its list. */
  readonly name: string;
  /** What the page's URL says, by the names that it has there. Not read here: words of a list may change. */
  readonly values: Readonly<Record<string, string>>;
}

/** Most filters that one person keeps, over all lists. */
export const MOST_SAVED_FILTERS = 20;

export type SavingRuling =
  | { readonly ok: true; readonly filters: readonly SavedFilter[] }
  | { readonly ok: false; readonly code: ErrorCode; readonly message: string };

/** Adds a filter. One of the same name on the same list is replaced only where the person said so. */
export function addFilter(
  filters: readonly SavedFilter[],
  filter: SavedFilter,
  replace: boolean,
): SavingRuling {
  const others = withoutFilter(filters, filter);
  if (others.length < filters.length && !replace)
    return refuse(
      'filter.name-taken',
      'You have a saved filter of this name. Replace it, or choose another.',
    );
  if (others.length >= MOST_SAVED_FILTERS)
    return refuse(
      'filter.too-many',
      `You keep ${String(MOST_SAVED_FILTERS)} saved filters, the most there may be. Remove one first.`,
    );
  return { ok: true, filters: [...others, filter] };
}

/** All but the filter of this name on this list. */
export function withoutFilter(
  filters: readonly SavedFilter[],
  { list, name }: Pick<SavedFilter, 'list' | 'name'>,
): SavedFilter[] {
  return filters.filter((each) => each.list !== list || each.name !== name);
}
