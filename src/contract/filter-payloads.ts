import { z } from 'zod';
import { decisionKind, lineChange, lineOutcome, lineState, verdict } from './review-payloads';
import { accountId, id, ownerClass, product } from './scalars';
import { ASSIGNEES, FILTERED_LISTS, LONGEST_FILTER_NAME, ORDERS, PATH_SOURCES, SEAT_SORTS } from './words';

const list = z.enum(FILTERED_LISTS);
const name = z
  .string()
  .trim()
  .min(1)
  .max(LONGEST_FILTER_NAME)
  .regex(/^\P{C}*$/u, 'a name has no control characters');

/** What a filter may say, by the names that filters have in the page's URL. */
const valuesOf = {
  seats: filtersOf({
    product,
    verdict,
    reason: z.string().min(1).max(60),
    source: z.enum(PATH_SOURCES),
    group: id,
    person: accountId,
    sort: z.enum(SEAT_SORTS),
    order: z.enum(ORDERS),
  }),
  lines: filtersOf({
    assignee: z.union([z.enum(ASSIGNEES), accountId]),
    state: lineState,
    outcome: lineOutcome,
    change: lineChange,
    verdict,
    product,
    owner: ownerClass,
    decision: decisionKind,
    person: accountId,
  }),
};

/** At least one filter, and none that the list does not know. */
function filtersOf(words: z.ZodRawShape) {
  const known = z.strictObject(words).partial();
  return z
    .record(z.string(), z.string())
    .refine((values) => Object.keys(values).length > 0, 'there is no filter to save')
    .refine((values) => known.safeParse(values).success, 'the list does not know this filter');
}

const replace = z.boolean().default(false);

/** A filter to save. `replace` is the person's word that one of the same name may go. */
export const savedFilter = z.discriminatedUnion('list', [
  z.object({ list: z.literal('seats'), name, values: valuesOf.seats, replace }),
  z.object({ list: z.literal('lines'), name, values: valuesOf.lines, replace }),
]);

export const filterName = z.object({ list, name });

/** Whether the words of a filter that was saved some time ago are still those of its list. */
export function isReadable(filter: { readonly list: string; readonly values: unknown }): boolean {
  const known = list.safeParse(filter.list);
  return known.success && valuesOf[known.data].safeParse(filter.values).success;
}
