import { z } from 'zod';
import type { LoggedCall } from '../call';
import { searchCalls } from '../call-search';
import type { OrgSeed } from '../organization/seed';

/** One page of what `inspect` shows. */
export interface InspectionPage {
  readonly what: string;
  readonly total: number;
  readonly offset: number;
  readonly limit: number;
  readonly items: readonly unknown[];
  /** What all calls that were found cost. */
  readonly points?: number;
}

/** Values longer than this are left out of a list of keys; `full=1` brings them. Bytes of JSON. */
const SHORT_VALUE = 4_096;

const membershipsSchema = z.record(z.string(), z.array(z.string()));
const kvsEntry = z.looseObject({
  key: z.string(),
  bytes: z.number().optional(),
  value: z.unknown().optional(),
});

export const inspectionQuery = z.object({
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(0).max(5_000).default(200),
  q: z.string().default(''),
  full: z.enum(['0', '1']).default('0'),
  newest: z.enum(['0', '1']).default('0'),
});
export type InspectionQuery = z.infer<typeof inspectionQuery>;

/** Searches all calls, their bodies too; oldest first unless the newest are asked for. */
export function pageOfCalls(all: readonly LoggedCall[], query: InspectionQuery): InspectionPage {
  const found = searchCalls(all, query.q);
  const { offset, limit } = query;
  const items = (query.newest === '1' ? [...found].reverse() : found).slice(offset, offset + limit);
  return { what: 'calls', total: found.length, offset, limit, items, points: pointsOf(found) };
}

/** Turns any other inspection into a list that can be searched and paged. */
export function pageOfInspection(
  what: string,
  found: unknown,
  { query, seed }: { readonly query: InspectionQuery; readonly seed: OrgSeed },
): InspectionPage {
  const all = what === 'memberships' ? membershipItems(found, seed) : z.array(z.unknown()).parse(found);
  const wanted = query.q.trim().toLowerCase();
  const matching =
    wanted === '' ? all : all.filter((item) => JSON.stringify(item).toLowerCase().includes(wanted));
  const { offset, limit } = query;
  const items = matching.slice(offset, offset + limit);
  return {
    what,
    total: matching.length,
    offset,
    limit,
    items: what === 'kvs' && query.full === '0' ? items.map(shorten) : items,
  };
}

/** `{groupId: [accountId…]}` as one item per group, with the group's name, by name. */
function membershipItems(found: unknown, seed: OrgSeed) {
  const names = new Map(seed.groups.map((group) => [group.id, group.name]));
  return Object.entries(membershipsSchema.parse(found))
    .map(([groupId, accountIds]) => ({ groupId, name: names.get(groupId) ?? groupId, accountIds }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en'));
}

const sentFrom = z.array(
  z.looseObject({
    key: z.string(),
    notifications: z.array(
      z.looseObject({ at: z.string(), to: z.array(z.string()), subject: z.string(), textBody: z.string() }),
    ),
  }),
);

/** What each person was sent from any issue, in the order of time: one item for each person and message. */
export function mailItems(issues: unknown) {
  return sentFrom
    .parse(issues)
    .flatMap(({ key, notifications }) =>
      notifications.flatMap(({ at, to, subject, textBody }) =>
        to.map((accountId) => ({ at, to: accountId, subject, text: textBody, issue: key })),
      ),
    )
    .sort((a, b) => a.at.localeCompare(b.at, 'en'));
}

function shorten(item: unknown): unknown {
  const entry = kvsEntry.parse(item);
  if (entry.value === undefined || JSON.stringify(entry.value).length <= SHORT_VALUE) return entry;
  return { key: entry.key, bytes: entry.bytes, omitted: true };
}

export const callsQuery = z.object({
  after: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(0).max(5_000).default(500),
});

/** The newest `limit` calls after number `after`, oldest first, and what all calls cost. */
export function callsAfter(all: readonly LoggedCall[], query: z.infer<typeof callsQuery>) {
  const fresh = all.filter((call) => call.n > query.after);
  return {
    calls: query.limit === 0 ? [] : fresh.slice(-query.limit),
    last: all.at(-1)?.n ?? 0,
    total: all.length,
    points: pointsOf(all),
  };
}

function pointsOf(calls: readonly LoggedCall[]): number {
  return calls.reduce((sum, { points }) => sum + points, 0);
}

const loggedCall = z.custom<LoggedCall>(
  (value) => typeof value === 'object' && value !== null && 'n' in value,
);

/** The call log as `inspect('calls')` gives it. */
export function toCalls(found: unknown): readonly LoggedCall[] {
  return z.array(loggedCall).parse(found);
}
