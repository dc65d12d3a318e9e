import { z } from 'zod';
import { id } from './scalars';
import { EVIDENCE_FILES, MOST_SAMPLED } from './words';

const part = z.int().min(0).default(0);

export const evidenceDownload = z.object({
  cycleId: id,
  file: z.enum(EVIDENCE_FILES),
  part,
});

/** Lines of a review, drawn by a seed; without one the app chooses it. */
export const sample = z.object({
  cycleId: id,
  seed: z.string().trim().min(1).max(64).optional(),
  size: z.int().min(1).max(MOST_SAMPLED).default(25),
  byOutcome: z.boolean().default(false),
});

/** A file of a sample: only a seed says which lines it holds. */
export const sampleDownload = sample.required({ seed: true }).extend({
  file: z.enum(['sample.csv', 'sample.json', 'sample.html']),
  part,
});
