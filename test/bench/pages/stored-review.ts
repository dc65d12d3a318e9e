import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const storedReview = z.object({
  cycleId: z.string(),
  /** Of the generated organization. */
  accounts: z.int(),
  lines: z.int(),
  /** Records of decisions; every second one is followed by one of approval. */
  decisions: z.int(),
  admin: z.string(),
  approver: z.string(),
});
export type StoredReview = z.output<typeof storedReview>;

const file = z.object({ review: storedReview, texts: z.record(z.string(), z.string()) });

export function reviewPath(folder: string): string {
  return join(folder, 'review.json');
}

/** A review with everything that lies in the app's KVS, by key, as JSON texts. */
export function readStoredReview(folder: string): { review: StoredReview; texts: Map<string, string> } {
  const { review, texts } = file.parse(JSON.parse(readFileSync(reviewPath(folder), 'utf8')));
  return { review, texts: new Map(Object.entries(texts)) };
}
