/**
 * What the app allows itself. Each stays below a platform limit; a guard compares them with the limits of the
 * local Atlassian, which name their page and date.
 */
export const BUDGETS = {
  /** Characters of one stored chunk; KVS values end at 240 KiB. */
  storedChunkChars: 180_000,
  /** Keys of one batch; KVS takes 25. */
  batchKeys: 20,
  /** Characters of one batch of writes; KVS takes 4 MB. */
  batchChars: 2_500_000,
  /** Accounts of one compressed segment of a snapshot. */
  accountsPerSegment: 1_000,
  /** Lines of one ledger record. */
  linesPerRecord: 120,
  /** Time that a resolver's slice works before it answers; a resolver has 25 s. */
  sliceMs: 18_000,
  /** Requests to the organization for each minute that a function may run; the platform allows 100. */
  egressPerMinute: 90,
  /** Such requests that must be left before a consumer starts on more work: more than any step of it needs. */
  egressReserve: 120,
  /**
   * Points of Jira's hourly quota that one delivery of a scan may spend on projects before the scan rests. All
   * customers of the app share the quota: with the rest between, a scan takes about half of an hour's points.
   */
  jiraPointsPerDelivery: 7_500,
  /** Time that must be left before a consumer starts on more work; a consumer has 900 s. */
  consumerReserveMs: 60_000,
  /** Longest delay of one queue event; the platform takes 900 s. */
  queueDelaySeconds: 840,
  /** Characters of one part of a downloaded file; an answer may have 5 MB. */
  evidencePartChars: 2_000_000,
  /** Pages that one listing may have before it counts as endless. */
  pages: 5_000,
} as const;
