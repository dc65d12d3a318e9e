import { generateOrganization } from './generate-organization';

/** What `npm start` shows, and most tests run on. */
export const BUNDLED = { accounts: 420, seed: 20_261_102, clock: '2026-11-02T09:00:00Z' } as const;

/** The bundled organization, to be parsed like any other seed. */
export function bundledSeed(): unknown {
  return generateOrganization(BUNDLED);
}
