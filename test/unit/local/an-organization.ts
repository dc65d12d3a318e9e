import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Principal, RestRequest, RestResponse } from '../../local/call';
import { VirtualClock } from '../../local/clock';
import type { EmulatedOrganization, OrganizationOptions } from '../../local/organization/organization';
import { createOrganization } from '../../local/organization/organization';
import type { OrgSeed } from '../../local/organization/seed';
import { parseSeed } from '../../local/organization/seed';

export const app = {
  appId: '5b0e6a3c-4c0a-4d57-9a0e-2f6a1f7c9d41',
  environmentId: 'env-1',
  globalPermissions: [
    { key: 'approve-removals', defaultGrants: ['jira-administrators'] },
    { key: 'read-evidence', defaultGrants: ['none'] },
  ],
};

export const manifestScopes = [
  'storage:app',
  'read:jira-user',
  'read:jira-work',
  'manage:jira-configuration',
];

/** Ids of the tiny organization, by what they are there for. */
export const groups = {
  default: 'a0000000-0000-4000-8000-000000000001',
  synced: 'a0000000-0000-4000-8000-000000000002',
  local: 'a0000000-0000-4000-8000-000000000003',
  admin: 'a0000000-0000-4000-8000-000000000004',
  confluence: 'a0000000-0000-4000-8000-000000000005',
};

export const people = {
  ada: '712020:00000000-0000-4000-8000-000000000001',
  bram: '712020:00000000-0000-4000-8000-000000000002',
  casey: '712020:00000000-0000-4000-8000-000000000003',
  devi: '712020:00000000-0000-4000-8000-000000000004',
  jenkins: '712020:00000000-0000-4000-8000-000000000005',
  erin: '557058:00000000-0000-4000-8000-000000000006',
  fay: '712020:00000000-0000-4000-8000-000000000007',
  gil: '712020:00000000-0000-4000-8000-000000000008',
  automation: '5b10ac8d82e05b22cc7d4ef5',
};

const tinyText = readFileSync(join(__dirname, '../../fixtures/contracts/tiny.seed.json'), 'utf8');

/** A fresh copy of the tiny seed, to change before it is loaded. */
export function tinySeed(): OrgSeed {
  return parseSeed(JSON.parse(tinyText));
}

/** The tiny seed as plain JSON, for breaking it. */
export function tinyJson(): unknown {
  return JSON.parse(tinyText);
}

export function account(seed: OrgSeed, id: string): OrgSeed['accounts'][number] {
  const found = seed.accounts.find(({ accountId }) => accountId === id);
  if (found === undefined) throw new Error(`no account ${id}`);
  return found;
}

export function product(seed: OrgSeed, key: string): OrgSeed['products'][number] {
  const found = seed.products.find((candidate) => candidate.key === key);
  if (found === undefined) throw new Error(`no product ${key}`);
  return found;
}

export type Caller = 'app' | 'key' | 'nobody' | { user: string };

export interface World {
  readonly seed: OrgSeed;
  readonly clock: VirtualClock;
  readonly organization: EmulatedOrganization;
  /** `GET /rest/api/3/…?…` or `POST /admin/…` as somebody; the address decides which API it is. */
  call(as: Caller, endpoint: string, body?: unknown): RestResponse;
  /** The same as of an earlier moment. */
  callAsOf(asOf: number, as: Caller, endpoint: string): RestResponse;
}

/** The tiny organization, changed as a test needs it, with the app installed and its rights in place. */
export function anOrganization(
  change: (seed: OrgSeed) => void = () => undefined,
  options: OrganizationOptions = {},
): World {
  const seed = tinySeed();
  change(seed);
  const clock = new VirtualClock(Date.parse(seed.clock));
  const organization = createOrganization(parseSeed(seed), clock, app, options);
  organization.setAppRightsDelay(0);
  organization.installApp();
  return worldOf(seed, clock, organization);
}

export function worldOf(seed: OrgSeed, clock: VirtualClock, organization: EmulatedOrganization): World {
  const toRequest = (as: Caller, endpoint: string, body?: unknown): RestRequest => {
    const [method = '', address = ''] = endpoint.split(' ');
    const url = new URL(address, 'https://local.example');
    return {
      target: url.pathname.startsWith('/rest/') ? 'jira' : 'org',
      method,
      path: url.pathname,
      query: url.searchParams,
      headers: {},
      body,
      principal: principalOf(as, organization.orgKey),
      scopes: as === 'app' ? manifestScopes : null,
    };
  };
  return {
    seed,
    clock,
    organization,
    call: (as, endpoint, body) => organization.handle(toRequest(as, endpoint, body)),
    callAsOf: (asOf, as, endpoint) => organization.handle(toRequest(as, endpoint), { asOf }),
  };
}

function principalOf(as: Caller, key: string): Principal {
  if (as === 'app') return { kind: 'app' };
  if (as === 'key') return { kind: 'org-key', key };
  if (as === 'nobody') return { kind: 'anonymous' };
  return { kind: 'user', accountId: as.user };
}

/** Address of the tiny organization's directory. */
export function directory(seed: OrgSeed, id = seed.org.directoryId): string {
  return `/admin/v2/orgs/${seed.org.id}/directories/${id}`;
}
