import { isReadable } from '../../contract/filter-payloads';
import type { SavedFilterView } from '../../contract/filter-replies';
import type { SavedFilter } from '../../domain/saved-filters';
import { removeFilter, saveFilter } from '../../usecases/saved-filters';
import type { Handlers } from './handle';

/** Filters that people keep for themselves: whose they are is told by the platform, never by the payload. */
export const filterResolvers: Handlers<'list-filters' | 'save-filter' | 'remove-filter'> = {
  'list-filters': async ({ caller }, tools) => view(await tools.filters.find(caller.accountId)),
  'save-filter': async ({ payload, caller }, tools) =>
    view(await saveFilter(caller.accountId, payload, tools)),
  'remove-filter': async ({ payload, caller }, tools) =>
    view(await removeFilter(caller.accountId, payload, tools)),
};

/** A filter whose words the app no longer knows is told as such; its owner may remove it. */
function view(filters: readonly SavedFilter[]): SavedFilterView[] {
  return filters.map((filter) => ({ ...filter, values: isReadable(filter) ? filter.values : null }));
}
