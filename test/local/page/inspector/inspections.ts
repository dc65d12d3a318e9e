import { z } from 'zod';

/** A line of an inspector's list: columns, and what opens below them. */
export interface InspectedLine {
  readonly key: string;
  readonly cells: readonly string[];
  readonly details: unknown;
}

/** How one kind of inspection is listed. */
export interface Inspection {
  readonly what: string;
  readonly columns: readonly string[];
  readonly search: string;
  readonly toLine: (item: unknown) => InspectedLine;
}

const queued = z.looseObject({
  queue: z.string(),
  jobId: z.string(),
  body: z.unknown(),
  dueAt: z.string(),
  attempt: z.number(),
});
const stored = z.object({
  key: z.string(),
  bytes: z.number().optional(),
  secret: z.boolean().optional(),
  value: z.unknown().optional(),
  omitted: z.boolean().optional(),
});
const membership = z.object({ groupId: z.string(), name: z.string(), accountIds: z.array(z.string()) });
const issue = z.looseObject({
  key: z.string(),
  fields: z.looseObject({ summary: z.string().optional() }).optional(),
});

export const QUEUES: Inspection = {
  what: 'queues',
  columns: ['Queue', 'Due', 'Attempt', 'Job'],
  search: 'Search queued events',
  toLine: (item) => {
    const { queue, jobId, body, dueAt, attempt } = queued.parse(item);
    return { key: `${jobId} ${dueAt}`, cells: [queue, dueAt, String(attempt), jobId], details: body };
  },
};

export const KVS: Inspection = {
  what: 'kvs',
  columns: ['Key', 'Bytes'],
  search: 'Search keys and values',
  toLine: (item) => {
    const { key, bytes, secret, value, omitted } = stored.parse(item);
    const size = secret === true ? 'secret' : (bytes ?? 0).toLocaleString('en-GB');
    const details = secret === true ? 'A secret is never shown.' : omitted === true ? longValue(key) : value;
    return { key: `${secret === true ? 'secret ' : ''}${key}`, cells: [key, size], details };
  },
};

function longValue(key: string): string {
  return `Too long to list: GET /__local/inspect/kvs?full=1&q=${encodeURIComponent(key)}`;
}

export const MEMBERSHIPS: Inspection = {
  what: 'memberships',
  columns: ['Group', 'Members', 'Id'],
  search: 'Search groups and account ids',
  toLine: (item) => {
    const { groupId, name, accountIds } = membership.parse(item);
    return { key: groupId, cells: [name, String(accountIds.length), groupId], details: accountIds };
  },
};

const mail = z.object({
  at: z.string(),
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  issue: z.string(),
});

/** What each person was sent; searched by account id, one sees one person's mail. */
export const MAIL: Inspection = {
  what: 'mail',
  columns: ['At', 'To', 'Subject'],
  search: 'Search account ids and messages',
  toLine: (item) => {
    const { at, to, subject, text, issue: key } = mail.parse(item);
    return { key: `${at} ${to} ${key}`, cells: [at, to, subject], details: { from: key, text } };
  },
};

export const ISSUES: Inspection = {
  what: 'issues',
  columns: ['Key', 'Summary'],
  search: 'Search issues',
  toLine: (item) => {
    const { key, ...rest } = issue.parse(item);
    return { key, cells: [key, rest.fields?.summary ?? ''], details: rest };
  },
};
