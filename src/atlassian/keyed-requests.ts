import { fetch } from '@forge/api';
import type { OrganizationKey } from '../ports/stores';
import type { HttpAnswer } from './http';

export const ORGANIZATION_API = 'https://api.atlassian.com';

/** Requests to the organization API with one key. */
export interface KeyedRequests {
  readonly get: (path: string) => Promise<HttpAnswer>;
  readonly post: (path: string, body: object) => Promise<HttpAnswer>;
  readonly remove: (path: string) => Promise<HttpAnswer>;
}

/** The only place where the key meets a request; `count` is told of each. */
export function requestsWith(key: string, count: () => void = () => undefined): KeyedRequests {
  const headers = { Authorization: `Bearer ${key}`, Accept: 'application/json' };
  const send = (path: string, init: { method: string; headers: Record<string, string>; body?: string }) => {
    count();
    return fetch(`${ORGANIZATION_API}${path}`, init);
  };
  return {
    get: (path) => send(path, { method: 'GET', headers }),
    post: (path, body) =>
      send(path, {
        method: 'POST',
        headers: { ...headers, 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      }),
    remove: (path) => send(path, { method: 'DELETE', headers }),
  };
}

/** Where the directory of a key stands. */
export function directoryOf({ organizationId, directoryId }: OrganizationKey): string {
  return `/admin/v2/orgs/${organizationId}/directories/${directoryId}`;
}
