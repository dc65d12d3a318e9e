import { z } from 'zod';

/** A filter or a dashboard. Shared means with everybody who may use Jira; else its owner alone sees it. */
export const ownedItemSchema = z.object({
  kind: z.enum(['filter', 'dashboard']),
  id: z.string(),
  name: z.string(),
  owner: z.string(),
  shared: z.boolean(),
});

export type OwnedItem = z.infer<typeof ownedItemSchema>;
