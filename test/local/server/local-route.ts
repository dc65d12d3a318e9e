import type { Context } from 'hono';
import type { ManifestPages } from './manifest-pages';
import type { People } from './people';
import type { ServedHost } from './served-host';

/** A call of the local Atlassian's own. The table is its documentation: `GET /__local` prints it. */
export interface LocalRoute {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** Below `/__local`. */
  readonly path: string;
  readonly what: string;
  readonly answer: (context: Context) => unknown;
}

export interface LocalParts {
  readonly host: ServedHost;
  readonly people: People;
  readonly manifest: ManifestPages;
  readonly seedName: string;
}

/** The local time, as every call tells it that may have moved it. */
export function clockOf(host: ServedHost): { readonly now: string } {
  return { now: new Date(host.clock.now()).toISOString() };
}
