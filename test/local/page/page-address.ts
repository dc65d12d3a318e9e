/** Which app the page shows: the real one, or the gallery that uses every UI Kit component. */
export type AppName = 'seattrace' | 'gallery';

/** A location inside the app, as `view.createHistory()` shows it: relative to the module's own address. */
export interface AppLocation {
  readonly pathname: string;
  readonly search: string;
  readonly hash: string;
}

/** Everything that the page's URL says. */
export interface PageAddress {
  readonly app: AppName;
  /** Key of the module in the manifest, or null when the URL names none. */
  readonly moduleKey: string | null;
  /** Persona key or account id to act as, or null for the first persona. */
  readonly as: string | null;
  readonly location: AppLocation;
}

const MODULE_PATH = /^\/jira\/(?:settings\/apps|apps)\/([^/]+)(\/.*)?$/;
const OWN_PARAMETERS = ['app', 'as', 'theme'] as const;

/** Reads a page URL such as `/jira/settings/apps/seattrace-admin/seats?as=admin&product=confluence`. */
export function parsePageAddress(url: URL): PageAddress {
  const match = MODULE_PATH.exec(url.pathname);
  const search = new URLSearchParams(url.search);
  const app = search.get('app') === 'gallery' ? 'gallery' : 'seattrace';
  const as = search.get('as');
  for (const name of OWN_PARAMETERS) search.delete(name);
  const rest = search.toString();
  return {
    app,
    as,
    moduleKey: match?.[1] === undefined ? null : decodeURIComponent(match[1]),
    location: {
      pathname: match?.[2] ?? '/',
      search: rest === '' ? '' : `?${rest}`,
      hash: url.hash,
    },
  };
}

/** The URL of an address, from the host's root. Global pages live under Jira's apps, the others in its settings. */
export function formatPageAddress(address: PageAddress, isGlobalPage: boolean): string {
  const search = new URLSearchParams(address.location.search);
  if (address.app === 'gallery') search.set('app', 'gallery');
  if (address.as !== null) search.set('as', address.as);
  const query = search.toString();
  const base = isGlobalPage ? '/jira/apps/' : '/jira/settings/apps/';
  const path =
    address.moduleKey === null ? '/' : base + encodeURIComponent(address.moduleKey) + inner(address);
  return path + (query === '' ? '' : `?${query}`) + address.location.hash;
}

function inner(address: PageAddress): string {
  return address.location.pathname === '/' ? '' : address.location.pathname;
}

/** Splits what an app pushes (`/seats?product=x#top`) into its parts. */
export function parseAppPath(path: string): AppLocation {
  const url = new URL(path, 'http://app.invalid/');
  return { pathname: url.pathname, search: url.search, hash: url.hash };
}
