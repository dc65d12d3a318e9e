import { z } from 'zod';

/** What was measured beside its floor, in the same rounds. */
export const measurement = z.object({
  name: z.string(),
  rounds: z.array(z.object({ ms: z.number(), floorMs: z.number() })),
});
export type Measurement = z.output<typeof measurement>;
