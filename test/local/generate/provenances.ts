import type { GeneratedProvenance } from './organization-shape';

/** What the organization API tells about a group, from plain to contradictory (product.md §4). */
export const PROVENANCES = {
  /** Made and managed by administrators: `local`, or `default` where it is one. */
  'by-admins': {
    externalSynced: false,
    managedBy: 'admins',
    managementAccess: { readable: true, modifiable: true, deletable: true },
  },
  /** No `managedBy`, yet modifiable and not synced: `local`. */
  'modifiable-not-synced': {
    externalSynced: false,
    managementAccess: { readable: true, modifiable: true, deletable: false },
  },
  /** Synced, with all three signs. */
  synced: {
    externalSynced: true,
    managedBy: 'external',
    managementAccess: { readable: true, modifiable: false, deletable: false },
  },
  'synced-by-modifiable-alone': {
    externalSynced: null,
    managementAccess: { readable: true, modifiable: false, deletable: false },
  },
  'synced-by-flag-alone': { externalSynced: true },
  /** Synced once, given back since; `scim` for writing. */
  'was-synced': {
    externalSynced: true,
    managedBy: 'admins',
    managementAccess: { readable: true, modifiable: true, deletable: true },
  },
  team: {
    externalSynced: false,
    managedBy: 'team-members',
    managementAccess: { readable: true, modifiable: true, deletable: false },
  },
  'open-team': {
    externalSynced: false,
    managedBy: 'open',
    managementAccess: { readable: true, modifiable: true },
  },
  /** A team that an identity provider fills: `scim`. */
  'synced-team': { externalSynced: true, managedBy: 'team-members', managementAccess: { readable: true } },
  /** The rest says too little: `unknown`, never "no". */
  untold: {},
  nulls: { externalSynced: null, managedBy: null, managementAccess: null },
  'not-synced-alone': { externalSynced: false },
  'unknown-word': {
    externalSynced: false,
    managedBy: 'partner-directory',
    managementAccess: { readable: true, modifiable: true },
  },
  'no-modifiable': { externalSynced: false, managementAccess: { readable: true } },
} as const satisfies Record<string, GeneratedProvenance>;

export type ProvenanceKey = keyof typeof PROVENANCES;
