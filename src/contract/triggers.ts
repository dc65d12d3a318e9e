import { z } from 'zod';

/** What the platform hands to a scheduled trigger, as far as it is used. */
export const scheduledRequest = z.looseObject({ context: z.looseObject({ cloudId: z.string() }) });
