/** What the platform allows, as of 2026-08-22 unless said otherwise. Budgets of the app are separate constants in `src`. */

const KIB = 1_024;
const MIB = 1_024 * KIB;
const SECOND = 1_000;

/**
 * "KVS and Custom Entity Store limits" (developer.atlassian.com/platform/forge/limits-kvs-ce) and the
 * "Storage reference" pages on transactions, batch operations, querying and TTL.
 */
export const KVS_LIMITS = {
  keyLength: 500,
  keyPattern: /^(?!\s+$)[a-zA-Z0-9:._\s-#]+$/,
  valueBytes: 240 * KIB,
  valueDepth: 31,
  queryDefault: 10,
  queryMaximum: 100,
  batchKeys: 25,
  batchBytes: 4 * MIB,
  transactionOperations: 25,
  transactionBytes: 4 * MIB,
  ttlMs: 365 * 24 * 3_600 * SECOND,
  /** Deletion after the end of a TTL is asynchronous and may come this much later. */
  ttlDeletionLagMs: 48 * 3_600 * SECOND,
  requestsPerSecond: 1_000,
  /** Each request counts as its size, rounded up to this; a batch or transaction is rounded once. */
  rateUnitBytes: 10 * KIB,
  readUnitsPerMinute: 4_000,
  writeUnitsPerMinute: 4_000,
  keyReadBytesPerSecond: 12 * MIB,
  keyWriteBytesPerSecond: MIB,
} as const;

/** Not a documented number: "eventually consistent" is taken as one second. */
export const KVS_QUERY_LAG_MS = SECOND;

/** "Async events limits" (developer.atlassian.com/platform/forge/limits-async-events, 2026-02-26). */
export const QUEUE_LIMITS = {
  eventsPerPush: 50,
  eventsPerMinute: 500,
  pushBytes: 200 * KIB,
  /** An event for a consumer whose function may run longer than `longRunningAboveMs`. */
  longRunningEventBytes: 100 * KIB,
  longRunningAboveMs: 55 * SECOND,
  retryDataBytes: 4 * KIB,
  delaySeconds: 900,
  retryAfterSeconds: 900,
  /** Push requests that may follow from one first invocation. */
  cyclicPushes: 1_000,
  /** A consumer's event is delivered until this long after its push ("Async events API", @forge/events 2 and later). */
  retentionMs: 24 * 3_600 * SECOND,
  /** Failures of the platform itself may keep an event this much longer. */
  retentionExtensionMs: 72 * 3_600 * SECOND,
  /** Of an event for a `trigger` module ("Product events": at most four). */
  triggerRetries: 4,
} as const;

/** Pauses before the platform tries again what failed, then the longest each time; documented is only that they grow to about 15 minutes. */
export const QUEUE_BACKOFF_MS = [15 * SECOND, 60 * SECOND, 240 * SECOND] as const;
export const QUEUE_LONGEST_BACKOFF_MS = 900 * SECOND;

/** "Invocation limits" (developer.atlassian.com/platform/forge/limits-invocation); users' limits by CHANGE-3420 (2026-09-01). */
export const INVOCATION_LIMITS = {
  resolverMs: 25 * SECOND,
  defaultMs: 55 * SECOND,
  longestMs: 900 * SECOND,
  requestBytes: 500 * KIB,
  responseBytes: 5 * MIB,
  outboundRequestMs: 180 * SECOND,
  /**
   * Requests through `fetch` of `@forge/api`, not for product requests: so many for each minute that the function may
   * run, begun minutes counted whole ("Platform quotas and limits", 2026-09).
   */
  egressPerRuntimeMinute: 100,
  perUserPerMinute: 1_200,
  perInstallationPerMinute: 7_000,
  perInstallationPerSecond: 300,
} as const;

/** "Rate limiting" of Jira (developer.atlassian.com/cloud/jira/platform/rate-limiting, 2026-03-05): Tier 1, for all sites of an app. */
export const JIRA_LIMITS = { pointsPerHour: 65_000 } as const;

/** "Logging limits" of "Invocation limits", for one invocation; lines are per minute of its time budget, begun ones too. */
export const LOG_LIMITS = { linesPerMinute: 100, bytes: 200 * KIB } as const;

/** "Scheduled trigger" (developer.atlassian.com/platform/forge/manifest-reference/modules/scheduled-trigger). */
export const SCHEDULE_LIMITS = {
  firstRunMs: 300 * SECOND,
  intervalMs: {
    fiveMinute: 300 * SECOND,
    hour: 3_600 * SECOND,
    day: 24 * 3_600 * SECOND,
    week: 7 * 24 * 3_600 * SECOND,
  },
} as const;

/**
 * How long a caller waits for an answer that never comes. The documented end is `outboundRequestMs`; this is
 * shorter so that a resolver sees the failure instead of being ended by its own budget.
 */
export const NO_ANSWER_MS = 20 * SECOND;
