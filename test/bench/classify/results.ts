import { z } from 'zod';

const pageCost = z.object({ pages: z.int(), bytes: z.int(), ms: z.number() });

/** What `JSON.parse` took for the pages of one source. */
export type PageCost = z.output<typeof pageCost>;

/** One round: from stored values to the last seat, and `JSON.parse` of the pages by source. */
export const round = z.object({ classifyMs: z.number(), pages: z.record(z.string(), pageCost) });
export type Round = z.output<typeof round>;

export const memory = z.object({ peakRssKiB: z.number() });
export type Memory = z.output<typeof memory>;
