import type { LocalHost } from '../host-contract';
import type { OrgSeed } from '../organization/seed';

/** The part of a local Atlassian that the HTTP server needs. */
export type ServedHost = Pick<
  LocalHost,
  | 'clock'
  | 'invoke'
  | 'trigger'
  | 'drain'
  | 'advance'
  | 'fault'
  | 'faults'
  | 'clearFaults'
  | 'apply'
  | 'inspect'
  | 'rest'
> & { readonly organization: { readonly seed: OrgSeed } };
