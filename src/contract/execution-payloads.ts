import { z } from 'zod';
import { accountId, id, reason } from './scalars';

/** What is to be given back, and why. */
export const undoing = z.object({
  cycleId: id,
  of: z.union([
    z.strictObject({ line: z.int().min(1) }),
    z.strictObject({ accountId }),
    z.strictObject({ runId: id }),
  ]),
  reason,
});
