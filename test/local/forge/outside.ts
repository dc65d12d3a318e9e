import type { Principal, RestRequest } from '../call';
import type { OutsideRequest } from '../host-contract';
import type { OrgSeed } from '../organization/seed';

/** Paths on api.atlassian.com; everything else is the site's own. */
const ORGANIZATION_PATH = /^\/(?:admin|users)\//;

/**
 * A request over HTTP as the emulated APIs take it: Basic with an account's e-mail and any token acts as that
 * account, Bearer is the organization key. Who it is does not depend on scopes.
 */
export function toRestRequest(request: OutsideRequest, seed: OrgSeed): RestRequest {
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name.toLowerCase(), value]),
  );
  const principal = principalOf(headers['authorization'] ?? '', seed);
  delete headers['authorization'];
  const target = ORGANIZATION_PATH.test(request.path) ? 'org' : 'jira';
  return { ...request, target, method: request.method.toUpperCase(), headers, principal, scopes: null };
}

function principalOf(authorization: string, seed: OrgSeed): Principal {
  const [scheme = '', credentials = ''] = authorization.split(' ');
  if (scheme.toLowerCase() === 'bearer' && credentials !== '') return { kind: 'org-key', key: credentials };
  if (scheme.toLowerCase() !== 'basic') return { kind: 'anonymous' };
  const [email = ''] = Buffer.from(credentials, 'base64').toString().split(':');
  const wanted = email.toLowerCase();
  const account = seed.accounts.find((entry) => entry.email?.toLowerCase() === wanted);
  return account === undefined ? { kind: 'anonymous' } : { kind: 'user', accountId: account.accountId };
}
