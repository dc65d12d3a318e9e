import type { OrgSeed } from '../organization/seed';
import { People } from './people';

export interface StartReport {
  readonly url: string;
  readonly seed: OrgSeed;
  readonly seedName: string;
  readonly orgKey: string;
  readonly now: number;
  readonly isFresh: boolean;
}

/** What `npm start` prints: where everything is, and whom one can be. */
export function startReport({ url, seed, seedName, orgKey, now, isFresh }: StartReport): string {
  const personas = new People(seed).personas();
  const keyWidth = Math.max(...personas.map(({ key }) => key.length));
  const emailWidth = Math.max(...personas.map(({ email }) => (email ?? '').length));
  const lines = personas.map(
    ({ key, email, rights }) => `    ${key.padEnd(keyWidth)}  ${(email ?? '').padEnd(emailWidth)}  ${rights}`,
  );
  return [
    '',
    `  ${seed.org.name} (${seedName}), ${isFresh ? 'started anew' : 'resumed'} at ${new Date(now).toISOString()}`,
    '',
    `  Page              ${url}/`,
    `  Inspector         ${url}/__local/ui`,
    `  Jira REST         ${url}/rest/api/3/   basic authentication: an e-mail address below and any token`,
    `  Organization API  ${url}/admin/   bearer: the organization key`,
    `  Local calls       ${url}/__local`,
    `  Organization key  ${orgKey}`,
    '',
    '  Personas',
    ...lines,
    '',
    '  Ctrl+C stops it; what happened is kept and goes on with the next start. --fresh begins anew.',
    '',
  ].join('\n');
}
