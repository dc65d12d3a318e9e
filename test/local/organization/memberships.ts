import type { GroupChange } from './entities';

const none: ReadonlySet<string> = new Set();

/**
 * Who is in which group, read at a moment: a read with a cutoff does not see changes after it, as Atlassian's
 * directory does not for a while. Members are kept sorted by code unit, so that paging never sorts.
 */
export class Memberships {
  private readonly groupsOf = new Map<string, Set<string>>();
  private readonly membersOf = new Map<string, string[]>();
  /** Changes that some delayed read may still miss, oldest first. */
  private recent: GroupChange[] = [];

  constructor(groupIds: Iterable<string>) {
    for (const id of groupIds) this.membersOf.set(id, []);
  }

  /** Adds an account with its first groups. Cheapest when called in the order of account ids. */
  addAccount(accountId: string, groupIds: Iterable<string>): void {
    this.groupsOf.set(accountId, new Set());
    for (const groupId of groupIds) this.set(accountId, groupId, true);
  }

  has(accountId: string, groupId: string): boolean {
    return this.groupsOf.get(accountId)?.has(groupId) ?? false;
  }

  /** Groups of an account as they were at `cutoff`; as they are when it is left out. */
  groups(accountId: string, cutoff = Infinity): ReadonlySet<string> {
    const groups = this.groupsOf.get(accountId) ?? none;
    const missed = this.missedBy(cutoff).filter((change) => change.accountId === accountId);
    if (missed.length === 0) return groups;
    const seen = new Set(groups);
    for (const change of missed) {
      if (change.added) seen.delete(change.groupId);
      else seen.add(change.groupId);
    }
    return seen;
  }

  /** Sorted account ids in a group as they were at `cutoff`. */
  members(groupId: string, cutoff = Infinity): readonly string[] {
    const members = this.membersOf.get(groupId) ?? [];
    const missed = this.missedBy(cutoff).filter((change) => change.groupId === groupId);
    if (missed.length === 0) return members;
    const seen = [...members];
    for (const change of missed) put(seen, change.accountId, !change.added);
    return seen;
  }

  /** Records a change that delayed reads must not see at once. */
  change(change: GroupChange): void {
    this.set(change.accountId, change.groupId, change.added);
    this.recent.push(change);
  }

  set(accountId: string, groupId: string, member: boolean): void {
    const groups = this.groupsOf.get(accountId);
    const members = this.membersOf.get(groupId);
    if (groups === undefined || members === undefined) return;
    if (member) groups.add(groupId);
    else groups.delete(groupId);
    put(members, accountId, member);
  }

  /** Takes up changes that are in place already but that delayed reads may still miss. */
  remember(changes: readonly GroupChange[]): void {
    this.recent.push(...changes);
  }

  /** Forgets that changes up to `time` were recent. */
  settle(time: number): void {
    const first = this.recent[0];
    if (first === undefined || first.time > time) return;
    this.recent = this.recent.filter((change) => change.time > time);
  }

  /** Newest first, so that undoing them in order leads back to the cutoff. */
  private missedBy(cutoff: number): readonly GroupChange[] {
    const last = this.recent.at(-1);
    if (last === undefined || last.time <= cutoff) return [];
    return this.recent.filter((change) => change.time > cutoff).reverse();
  }
}

/** Index of the first element that is not before `value`. */
export function lowerBound(sorted: readonly string[], value: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Puts a value into a sorted list, or takes it out; does nothing when that is so already. */
export function put(sorted: string[], value: string, present: boolean): void {
  const last = sorted.at(-1);
  const index = last !== undefined && last < value ? sorted.length : lowerBound(sorted, value);
  const there = sorted[index] === value;
  if (present && !there) sorted.splice(index, 0, value);
  if (!present && there) sorted.splice(index, 1);
}
