import type { GroupUndo, Undo, UndoFact, UndoItem } from '../review/after-removal';
import { DAY_MS, toMillis } from '../../lib/duration';
import { sortedSet } from '../../lib/order';
import { bundlesOf, isRunGoingOn, type Cycle } from '../review/cycle';
import { isUndoSettled, notGivenBack } from '../review/fold-undo';
import { isInDoubt, type GroupRemoval, type Line } from '../review/line';
import { lineNames, refuse, type Ruling } from '../review/ruling';

/** How long a removal may be taken back, in days (product.md §8, Undo). */
export const UNDO_DAYS = 30;

export interface UndoCommand {
  readonly undoId: string;
  readonly reason: string;
  /** A line, a person or a whole run. */
  readonly of: { readonly line: number } | { readonly accountId: string } | { readonly runId: string };
}

type Refusal = Extract<Ruling, { ok: false }>;

/** The undo to go on with; `event` is null where it was begun before and there is nothing new to record. */
export type UndoRuling =
  Refusal | { readonly ok: true; readonly undoId: string; readonly event: UndoFact | null };

interface Asking {
  readonly by: string;
  /** ISO 8601 UTC. */
  readonly at: string;
}

/**
 * Gives back exactly what was removed: the memberships that the app itself ended, in whole bundles, each within 30
 * days. What was begun and not settled is gone on with before anything new is begun. `cycle` as it stands now. What
 * became of the groups since is looked at right before each write.
 */
export function startUndo(cycle: Cycle, command: UndoCommand, asking: Asking): UndoRuling {
  const { undoId, reason, of } = command;
  if (cycle.cancelled !== null) return refuse('cycle.wrong-state', 'This review was cancelled.');
  if (isRunGoingOn(cycle))
    return refuse(
      'undo.not-allowed',
      'A run of removals is going on: stop it, or let it end, before undoing.',
    );
  const named = cycle.lines.filter((line) => isNamed(line, of));
  if (named.length === 0) return refuse('undo.not-allowed', 'Nothing of that was removed under this review.');
  const [begun] = named.flatMap((line) =>
    line.undo !== null && isUndoUnsettled(line) && !isOwn(line, asking) ? [line.undo] : [],
  );
  if (begun !== undefined) return goOnWith(cycle, begun, reason, asking);
  const able = bundlesOf(cycle, named).filter(
    (line) => line.removals.length > 0 && refuseLine(line, asking) === null,
  );
  const refusal = named.map((line) => refuseLine(line, asking)).find((each) => each !== null);
  if (able.length === 0 || ('line' in of && refusal !== undefined))
    return refusal ?? refuse('undo.not-allowed', 'Nothing of that can be undone.');
  return { ok: true, undoId, event: { is: 'undo-started', undoId, reason, items: itemsOf(able, asking) } };
}

/** The very undo that was begun; who else goes on with it is recorded once. */
function goOnWith(cycle: Cycle, begun: Undo, reason: string, { by }: Asking): UndoRuling {
  const { undoId } = begun;
  if (begun.by === by || begun.resumedBy === by) return { ok: true, undoId, event: null };
  const lines = linesInUndo(cycle, undoId).map(({ facts }) => facts.line);
  return { ok: true, undoId, event: { is: 'undo-resumed', undoId, reason, lines } };
}

export function linesInUndo({ lines }: Cycle, undoId: string): Line[] {
  return lines.filter(({ undo }) => undo?.undoId === undoId);
}

/** One membership of an undo; the lines of a bundle share it. */
export interface MembershipUndo extends GroupUndo {
  readonly accountId: string;
}

/** Each once, by person. */
export function membershipsInUndo(cycle: Cycle, undoId: string): MembershipUndo[] {
  const all = linesInUndo(cycle, undoId).flatMap(({ facts, undo }) =>
    (undo?.groups ?? []).map((group) => ({ accountId: facts.seat.accountId, ...group })),
  );
  return [...new Map(all.map((each) => [`${each.accountId}/${each.groupId}`, each])).values()];
}

/** Ends an undo between two writes: what waits stays removed, and may be undone another time. */
export function stopUndo(
  cycle: Cycle,
  { undoId, reason }: { readonly undoId: string; readonly reason: string },
): Ruling<UndoFact> {
  const lines = linesInUndo(cycle, undoId);
  if (lines.length === 0) return refuse('input.invalid', 'There is no such undo.');
  if (!lines.some((line) => isUndoUnsettled(line)))
    return refuse('cycle.wrong-state', 'This undo has ended already.');
  if (lines.every(({ undo }) => undo?.stoppedAt !== null))
    return refuse('cycle.wrong-state', 'This undo was stopped already.');
  const numbers = lines.map(({ facts }) => facts.line);
  return { ok: true, event: { is: 'undo-stopped', undoId, reason, lines: numbers } };
}

function isNamed({ facts, removals }: Line, of: UndoCommand['of']): boolean {
  if (!removals.some(({ state }) => state === 'sent')) return false;
  if ('line' in of) return facts.line === of.line;
  if ('accountId' in of) return facts.seat.accountId === of.accountId;
  return removals.some(({ runId }) => runId === of.runId);
}

function isOwn({ facts }: Line, { by }: Asking): boolean {
  return facts.seat.accountId === by;
}

function isUndoUnsettled({ undo }: Line): boolean {
  return undo !== null && !isUndoSettled(undo);
}

/** Whether the app removed anything here that it could give back; when and by whom is looked at on asking. */
export function isUndoable(line: Line): boolean {
  return !isUndoUnsettled(line) && !isInDoubt(line) && notGivenBack(line).length > 0;
}

/** Each membership counts from its own removal; `at` is ISO 8601 UTC. */
export function isTooOldToUndo({ attemptedAt }: Pick<GroupRemoval, 'attemptedAt'>, at: string): boolean {
  return (toMillis(at) ?? 0) - (toMillis(attemptedAt) ?? 0) > UNDO_DAYS * DAY_MS;
}

/** Why the removals of this line are not given back, or null. */
function refuseLine(line: Line, asking: Asking): Refusal | null {
  const name = lineNames([line.facts.line]).replace(/^l/, 'L');
  const because = (why: string): Refusal => refuse('undo.not-allowed', `${name}${why}`);
  if (isOwn(line, asking)) return because(' is your own account: somebody else must undo it.');
  const missing = notGivenBack(line);
  if (missing.length === 0)
    return because(
      line.undo === null
        ? ' came back already: nothing is left to give back.'
        : ' was undone already: nothing is left to give back.',
    );
  if (isInDoubt(line)) return because(': nobody knows yet what became of its removal. Run it again first.');
  if (missing.every((removal) => isTooOldToUndo(removal, asking.at)))
    return because(
      ` was removed more than ${String(UNDO_DAYS)} days ago: ask for access in the ordinary way.`,
    );
  return null;
}

/** Groups of each person that the app left for them; those that somebody else had ended are not ours to give back. */
function itemsOf(lines: readonly Line[], { at }: Asking): UndoItem[] {
  const accounts = sortedSet(lines.map(({ facts }) => facts.seat.accountId));
  return accounts.map((accountId) => {
    const own = lines.filter(({ facts }) => facts.seat.accountId === accountId);
    const missing = own.flatMap((line) => notGivenBack(line).filter((each) => !isTooOldToUndo(each, at)));
    return {
      accountId,
      lines: own.map(({ facts }) => facts.line),
      groupIds: sortedSet(missing.map(({ groupId }) => groupId)),
    };
  });
}
