import type { AppPage } from './contract-types';

/** What the URL says besides the page; only strings that are not empty. */
export type Filters = Readonly<Record<string, string>>;

export interface Route {
  readonly page: AppPage;
  readonly filters: Filters;
}

/** Longest filter value that is taken from a URL: longer than any id. */
const LONGEST_VALUE = 200;

/** Reads a location such as `/seats?product=confluence`; a page that may not be shown becomes `fallback`. */
export function parseRoute(
  location: { readonly pathname: string; readonly search: string },
  pages: readonly AppPage[],
  fallback: AppPage,
): Route {
  const segment = location.pathname
    .split('/')
    .filter((part) => part !== '')
    .at(-1);
  const page = pages.find((one) => one === segment);
  if (page === undefined) return { page: fallback, filters: {} };
  return { page, filters: withoutEmpty(Object.fromEntries(new URLSearchParams(location.search))) };
}

/** The location of a route, relative to the module. */
export function formatRoute({ page, filters }: Route): string {
  const search = new URLSearchParams(withoutEmpty(filters)).toString();
  return `/${page}${search === '' ? '' : `?${search}`}`;
}

/** The address of a route below a module's own address, whose query it keeps. */
export function linkTo(module: URL, { page, filters }: Route): string {
  const link = new URL(module.href);
  link.pathname = `${module.pathname.replace(/\/$/, '')}/${page}`;
  for (const [name, value] of Object.entries(withoutEmpty(filters))) link.searchParams.set(name, value);
  return link.href;
}

/** Filters after a change; an empty value removes one, and any change but of the offset starts at the first row. */
export function changeFilters(filters: Filters, changes: Filters): Filters {
  const start = 'offset' in changes ? {} : { offset: '' };
  return withoutEmpty({ ...filters, ...start, ...changes });
}

/** A filter that must be one of a list; anything else counts as not set. */
export function oneOf<Value extends string>(
  value: string | undefined,
  values: readonly Value[],
): Value | undefined {
  return values.find((one) => one === value);
}

/** The row at which a page starts: a whole number of 0 or more. */
export function offsetOf(filters: Filters): number {
  const offset = Number(filters['offset'] ?? '0');
  return Number.isInteger(offset) && offset > 0 ? offset : 0;
}

function withoutEmpty(filters: Filters): Filters {
  return Object.fromEntries(
    Object.entries(filters).filter(([, value]) => value !== '' && value.length <= LONGEST_VALUE),
  );
}
