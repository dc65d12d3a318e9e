/** Every key that the app stores under, in one place. Keys hold ids only: no names, no account ids. */
export const keys = {
  ledgerRecord: (ledger: string, sequence: number): string => `ledger:${ledger}:${String(sequence)}`,
  ledgerFold: (ledger: string): string => `fold:${ledger}`,
  snapshotList: 'snapshot-list',
  snapshotMeta: (id: string): string => `snapshot:${id}:meta`,
  snapshotHeader: (id: string): string => `snapshot:${id}:header`,
  snapshotGroupSets: (id: string): string => `snapshot:${id}:group-sets`,
  snapshotSegment: (id: string, index: number): string => `snapshot:${id}:accounts:${String(index)}`,
  snapshotProjects: (id: string): string => `snapshot:${id}:projects`,
  /** By a hash of the account id. */
  savedFilters: (person: string): string => `filters:${person}`,
  exportList: 'export-list',
  exportPart: (importId: string, part: number): string => `export:${importId}:${String(part)}`,
  scan: 'scan',
  scanPart: (scanId: string, part: string, index: number): string =>
    `scan:${scanId}:${part}:${String(index)}`,
  run: 'run',
  /** A secret: not readable through queries. */
  organizationKey: 'organization-key',
} as const;
