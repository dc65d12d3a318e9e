import type { Cycle } from '../review/cycle';
import type { Line } from '../review/line';
import type { OwnerClass } from '../seat';
import { handoffId, type Handoff } from './handoff';
import { DAY_MS, toIso, toMillis } from '../../lib/duration';

/** One handoff for each owner of each line, due after the policy's days (product.md §9). */
export function openHandoffs(
  cycle: Cycle,
  lines: readonly Line[],
  ownersOf: (line: Line) => readonly OwnerClass[],
  at: string,
): Handoff[] {
  const dueAt = toIso((toMillis(at) ?? 0) + cycle.rules.handoffDays * DAY_MS);
  return lines.flatMap((line) =>
    ownersOf(line).map((owner) => ({
      id: handoffId(line.facts.line, owner),
      line: line.facts.line,
      owner,
      ...contactFor(cycle, owner, line.facts.seat.accountId),
      openedAt: at,
      dueAt,
      answer: null,
      closed: null,
      carriedFrom: null,
    })),
  );
}

/** The register's owner, or the fallback when nobody is named or the owner is the account concerned. */
function contactFor(
  cycle: Cycle,
  owner: OwnerClass,
  concerned: string,
): { contact: string; ownerAccountId: string | null } {
  const entry = cycle.rules.owners.find((candidate) => candidate.class === owner);
  if (entry === undefined || entry.accountId === concerned)
    return { contact: cycle.rules.fallback, ownerAccountId: null };
  return { contact: entry.contact, ownerAccountId: entry.accountId };
}
