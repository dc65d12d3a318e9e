import type { GroupUndo, Undo, UndoFact, UndoneMembership } from './after-removal';
import type { GroupRemoval, Line } from './line';

/** Lines that a record of an undo is about. */
export function linesOfUndo(fact: UndoFact): readonly number[] {
  if (fact.is === 'undo-started') return fact.items.flatMap(({ lines }) => lines);
  return fact.is === 'undo-checked' ? fact.results.map(({ line }) => line) : fact.lines;
}

/** The line after one more fact about its undo; `at` is ISO 8601 UTC. */
export function foldUndo(
  line: Line,
  fact: UndoFact,
  { by, at }: { readonly by: string; readonly at: string },
): Line {
  if (fact.is === 'undo-started') return started(line, fact, { by, at });
  const { undo } = line;
  if (undo === null) return line;
  if (fact.is === 'undo-checked') {
    const result = fact.results.find((each) => each.line === line.facts.line);
    if (result === undefined) return line;
    const { outcome, note } = result;
    return { ...line, undo: { ...undo, checked: { at, outcome, note } } };
  }
  if (undo.undoId !== fact.undoId) return line;
  switch (fact.is) {
    case 'undo-resumed':
      return { ...line, undo: { ...undo, resumedBy: by } };
    case 'undo-stopped':
      return settled({ ...line, undo: stopped(undo, fact.reason, at) });
    case 'undo-attempted':
      return changeGroup(line, undo, fact, {
        ...{ state: 'attempted', attempts: fact.attempt, attemptedAt: at, notBefore: null },
      });
    case 'undo-observed': {
      const declined = undo.stoppedAt === null ? 'waiting' : 'stopped';
      const state = fact.outcome === 'declined' ? declined : fact.outcome;
      const { note, notBefore = null } = fact;
      return settled(changeGroup(line, undo, fact, { state, note, notBefore }));
    }
  }
}

function started(
  line: Line,
  { undoId, reason, items }: Extract<UndoFact, { is: 'undo-started' }>,
  { by, at }: { readonly by: string; readonly at: string },
): Line {
  const item = items.find(({ lines }) => lines.includes(line.facts.line));
  if (item === undefined) return line;
  const missing = new Set(notGivenBack(line).map(({ groupId }) => groupId));
  const groups = item.groupIds
    .filter((groupId) => missing.has(groupId))
    .map((groupId): GroupUndo => ({
      ...{ groupId, state: 'waiting', attempts: 0, attemptedAt: null, notBefore: null, note: '' },
    }));
  const asked = { undoId, by, resumedBy: null, reason, startedAt: at, stoppedAt: null };
  return { ...line, undo: { ...asked, groups, earlier: groupsGivenBack(line), checked: null } };
}

/** What was begun may still have worked: it is looked at, and not sent again. */
function stopped(undo: Undo, reason: string, at: string): Undo {
  const groups = undo.groups.map((group): GroupUndo =>
    group.state === 'waiting' ? { ...group, state: 'stopped', note: `Stopped: ${reason}` } : group,
  );
  return { ...undo, stoppedAt: at, groups };
}

function changeGroup(line: Line, undo: Undo, { groupId }: UndoneMembership, to: Partial<GroupUndo>): Line {
  const groups = undo.groups.map((group) => (group.groupId === groupId ? { ...group, ...to } : group));
  return { ...line, undo: { ...undo, groups } };
}

/** A line whose every membership was answered is undone, or partly; it stays as it was where nothing came back. */
function settled(line: Line): Line {
  const { undo } = line;
  if (undo === null || !isUndoSettled(undo) || !undo.groups.some(isGivenBack)) return line;
  const notes = undo.groups.filter((group) => !isGivenBack(group)).map(({ note }) => note);
  const cause = notes.length === 0 ? undo.reason : `${undo.reason} (${notes.join(' ')})`;
  return {
    ...line,
    ...{ state: 'closed', outcome: notGivenBack(line).length === 0 ? 'undone' : 'partly-undone', cause },
  };
}

/** Every membership of it was answered, one way or the other. */
export function isUndoSettled({ groups }: Undo): boolean {
  return !groups.some(isOpenUndo);
}

/** Still to be answered. */
export function isOpenUndo({ state }: GroupUndo): boolean {
  return state === 'waiting' || state === 'attempted' || state === 'unclear';
}

export function isGivenBack({ state }: GroupUndo): boolean {
  return state === 'added' || state === 'already-there';
}

/** An undo that somebody may go on with: not settled, and not stopped. */
export function isUndoGoingOn({ undo }: Pick<Line, 'undo'>): boolean {
  return undo !== null && undo.stoppedAt === null && !isUndoSettled(undo);
}

/** Groups of the line that were given back, by its undo or one before. */
export function groupsGivenBack({ undo }: Pick<Line, 'undo'>): string[] {
  return undo === null
    ? []
    : [...undo.earlier, ...undo.groups.filter(isGivenBack).map(({ groupId }) => groupId)];
}

/** Memberships that the app ended, that no undo gave back and that no check has found again. */
export function notGivenBack(line: Pick<Line, 'undo' | 'removals' | 'rebound'>): GroupRemoval[] {
  const back = new Set([...groupsGivenBack(line), line.rebound?.groupId]);
  return line.removals.filter(({ groupId, state }) => state === 'sent' && !back.has(groupId));
}
