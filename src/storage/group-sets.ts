import { z } from 'zod';
import { SharedValues, valueAt } from './shared-values';

/** Every distinct set of groups that accounts of one snapshot are in, in the accounts' own order. */
export type GroupSets = readonly (readonly string[])[];

/** As it is stored: each id once, and each set as places in the list of ids. */
const storedGroupSets = z.object({
  v: z.literal(1),
  groupIds: z.custom<readonly string[]>(Array.isArray),
  sets: z.custom<readonly (readonly number[])[]>(Array.isArray),
});

/** Collects the sets of a snapshot while its accounts are turned into rows. */
export class SharedGroupSets {
  private readonly groupIds = new SharedValues<string>();
  private readonly sets = new SharedValues<readonly number[]>();

  place(groupIds: readonly string[]): number {
    return this.sets.place(groupIds.map((id) => this.groupIds.place(id)));
  }

  toStored(): z.input<typeof storedGroupSets> {
    return { v: 1, groupIds: this.groupIds.values, sets: this.sets.values };
  }
}

/** The sets that this app wrote: the caller has checked their hash. */
export function toGroupSets(stored: unknown): GroupSets {
  const { groupIds, sets } = storedGroupSets.parse(stored);
  return sets.map((places) => places.map((place) => valueAt(groupIds, place)));
}
