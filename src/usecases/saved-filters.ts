import { AppError } from '../lib/app-error';
import { addFilter, withoutFilter, type SavedFilter } from '../domain/saved-filters';
import type { SavedFilterStore } from '../ports/stores';

interface FilterTools {
  readonly filters: SavedFilterStore;
}

/**
 * Saves a filter for one person and gives all of theirs.
 * @throws AppError `filter.name-taken`, `filter.too-many`
 */
export async function saveFilter(
  accountId: string,
  { replace, ...filter }: SavedFilter & { readonly replace: boolean },
  { filters: store }: FilterTools,
): Promise<readonly SavedFilter[]> {
  const ruling = addFilter(await store.find(accountId), filter, replace);
  if (!ruling.ok) throw new AppError(ruling.code, ruling.message);
  await store.save(accountId, ruling.filters);
  return ruling.filters;
}

/** Removes a filter of one person, where there is one, and gives those that are left. */
export async function removeFilter(
  accountId: string,
  name: Pick<SavedFilter, 'list' | 'name'>,
  { filters: store }: FilterTools,
): Promise<readonly SavedFilter[]> {
  const before = await store.find(accountId);
  const left = withoutFilter(before, name);
  if (left.length < before.length) await store.save(accountId, left);
  return left;
}
