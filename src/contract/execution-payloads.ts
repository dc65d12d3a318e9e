import { MOST_DEPENDED_ON } from './words';
import { z } from 'zod';
import { accountId, id, reason } from './scalars';

/** Which people of a plan to read what depends on them. */
export const dependedOn = z.object({
  cycleId: id,
  accountIds: z.array(accountId).min(1).max(MOST_DEPENDED_ON),
});

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
