import type { GroupUndo, Undo, UndoFact, UndoItem, UndoneMembership } from '../review/after-removal';
import { DAY_MS, toMillis } from '../../lib/duration';
import { sortedSet } from '../../lib/order';
import { indexOrganization } from '../classification/organization-index';
import type { GroupFacts } from '../group';
import { bundlesOf, isRunGoingOn, type Cycle } from '../review/cycle';
import { isInDoubt, type Line } from '../review/line';
import { lineNames, refuse, type Ruling } from '../review/ruling';
import type { SnapshotHeader } from '../snapshot';

/** How long a removal may be taken back, in days (product.md §8, Undo). */
export const UNDO_DAYS = 30;

export interface UndoCommand {
  readonly undoId: string;
  readonly reason: string;
  /** A line, a person or a whole run. */
  readonly of: { readonly line: number } | { readonly accountId: string } | { readonly runId: string };
}

/**
 * Gives back exactly what was removed: the memberships that the app itself ended, in whole bundles, within 30 days.
 * `cycle` as it stands now. What became of the groups since is looked at right before each write.
 */
export function startUndo(
  cycle: Cycle,
  { undoId, reason, of }: UndoCommand,
  { by, at }: { readonly by: string; readonly at: string },
): Ruling<UndoFact> {
  if (cycle.cancelled !== null) return refuse('cycle.wrong-state', 'This review was cancelled.');
  if (isRunGoingOn(cycle))
    return refuse(
      'undo.not-allowed',
      'A run of removals is going on: stop it, or let it end, before undoing.',
    );
  const named = cycle.lines.filter((line) => isNamed(line, of));
  if (named.length === 0) return refuse('undo.not-allowed', 'Nothing of that was removed under this review.');
  const lines = bundlesOf(cycle, named).filter(({ removals }) => removals.length > 0);
  const refusal = lines.map((line) => refuseLine(line, by, at)).find((each) => each !== null);
  if (refusal !== undefined && 'line' in of) return refusal;
  const able = lines.filter((line) => refuseLine(line, by, at) === null);
  if (able.length === 0) return refusal ?? refuse('undo.not-allowed', 'Nothing of that can be undone.');
  return { ok: true, event: { is: 'undo-started', undoId, reason, items: itemsOf(able) } };
}

function isNamed({ facts, removals }: Line, of: UndoCommand['of']): boolean {
  if (!removals.some(({ state }) => state === 'sent')) return false;
  if ('line' in of) return facts.line === of.line;
  if ('accountId' in of) return facts.seat.accountId === of.accountId;
  return removals.some(({ runId }) => runId === of.runId);
}

/** Whether the app removed anything here that it could give back; when and by whom is looked at on asking. */
export function isUndoable(line: Line): boolean {
  return (
    (line.undo === null || isUndoRefused(line.undo)) &&
    !isInDoubt(line) &&
    line.removals.some((removal) => isMissing(line, removal))
  );
}

/** A membership that the app ended and that no check has found again since. */
function isMissing({ rebound }: Line, { groupId, state }: Line['removals'][number]): boolean {
  return state === 'sent' && groupId !== rebound?.groupId;
}

/** Why the removals of this line are not given back, or null. */
function refuseLine(line: Line, by: string, at: string): Extract<Ruling, { ok: false }> | null {
  const name = lineNames([line.facts.line]).replace(/^l/, 'L');
  const newest =
    line.removals
      .map(({ attemptedAt }) => attemptedAt)
      .sort()
      .at(-1) ?? '';
  if (line.facts.seat.accountId === by)
    return refuse('undo.not-allowed', `${name} is your own account: somebody else must undo it.`);
  if (line.undo !== null && !isUndoRefused(line.undo))
    return refuse('undo.not-allowed', `${name} was undone already.`);
  if (!line.removals.some((removal) => isMissing(line, removal)))
    return refuse('undo.not-allowed', `${name} came back already: nothing is left to give back.`);
  if (isInDoubt(line))
    return refuse(
      'undo.not-allowed',
      `${name}: nobody knows yet what became of its removal. Run it again first.`,
    );
  if ((toMillis(at) ?? 0) - (toMillis(newest) ?? 0) > UNDO_DAYS * DAY_MS)
    return refuse(
      'undo.not-allowed',
      `${name} was removed more than ${String(UNDO_DAYS)} days ago: ask for access in the ordinary way.`,
    );
  return null;
}

/** Groups of each person that the app left for them; those that somebody else had ended are not ours to give back. */
function itemsOf(lines: readonly Line[]): UndoItem[] {
  const accounts = sortedSet(lines.map(({ facts }) => facts.seat.accountId));
  return accounts.map((accountId) => {
    const own = lines.filter(({ facts }) => facts.seat.accountId === accountId);
    const sent = own.flatMap(({ removals }) => removals.filter(({ state }) => state === 'sent'));
    return {
      accountId,
      lines: own.map(({ facts }) => facts.line),
      groupIds: sortedSet(sent.map(({ groupId }) => groupId)),
    };
  });
}

/** Everything that the gateway needs to see before it gives a membership back. */
export interface UndoOrder {
  readonly accountId: string;
  readonly groupId: string;
  /** Whoever the write acts as. */
  readonly actor: string;
  /** The group as it was when it was left. */
  readonly then: GroupFacts | undefined;
  /** Facts read right now. */
  readonly header: SnapshotHeader;
  /** Groups that a site administrator confirmed as not synced. */
  readonly confirmedGroups: ReadonlySet<string>;
  readonly accountType: string;
}

/**
 * Why this membership must never be given back, or null (product.md §8, Undo). Asked by the gateway before each write,
 * whatever was started.
 */
export function undoBlockedBecause(order: UndoOrder): string | null {
  const { groupId, accountId, actor, then, header, confirmedGroups, accountType } = order;
  const index = indexOrganization(header);
  if (accountId === actor) return 'nobody gives access back to themselves';
  if (accountType !== 'atlassian') return 'app and service accounts are never changed';
  const group = index.group(groupId);
  if (group === undefined || then === undefined) return 'the group was not read';
  const privilege = index.privilege(group);
  if (privilege !== 'plain')
    return privilege === 'privileged'
      ? 'the group gives administration now'
      : 'whether the group gives administration is unknown';
  const product = group.grants.find(({ isDefault }) => isDefault)?.product ?? '';
  const { source, inferred } = index.source(group, product);
  if (source !== 'default' && source !== 'local')
    return source === 'unknown' ? "the group's owner is unknown" : `the group is a ${source} group now`;
  if (inferred && !confirmedGroups.has(groupId)) return 'nobody confirmed that the group is not synced';
  const more = grantedNow(group).find((grant) => !grantedNow(then).includes(grant));
  return more === undefined ? null : `the group grants more than when it was left: ${more}`;
}

function grantedNow({ grants, elsewhere }: GroupFacts): string[] {
  return [
    ...grants.map(({ product, role }) => `${role} of ${product}`),
    ...elsewhere.map(({ resource, role }) => `${role} of ${resource}`),
  ];
}

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
  switch (fact.is) {
    case 'undo-started':
      return started(line, fact, { by, at });
    case 'undo-attempted':
      return changeGroup(line, fact, { state: 'attempted', attempts: fact.attempt, attemptedAt: at });
    case 'undo-observed':
      return settled(changeGroup(line, fact, { state: fact.outcome, note: fact.note }));
    case 'undo-checked': {
      const result = fact.results.find((each) => each.line === line.facts.line);
      if (result === undefined || line.undo === null) return line;
      const { outcome, note } = result;
      return { ...line, undo: { ...line.undo, checked: { at, outcome, note } } };
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
  const own = new Set(line.removals.map(({ groupId }) => groupId));
  const groups = item.groupIds
    .filter((groupId) => own.has(groupId))
    .map((groupId): GroupUndo => ({ groupId, state: 'waiting', attempts: 0, attemptedAt: null, note: '' }));
  return { ...line, undo: { undoId, by, reason, startedAt: at, groups, checked: null } };
}

function changeGroup(line: Line, { groupId, undoId }: UndoneMembership, to: Partial<GroupUndo>): Line {
  if (line.undo?.undoId !== undoId) return line;
  const groups = line.undo.groups.map((group) => (group.groupId === groupId ? { ...group, ...to } : group));
  return { ...line, undo: { ...line.undo, groups } };
}

/** A line whose every membership was answered is undone, or says what was refused. */
function settled(line: Line): Line {
  const { undo } = line;
  if (undo === null || !isUndoSettled(undo)) return line;
  const refused = undo.groups.filter(({ state }) => state === 'refused');
  if (refused.length === undo.groups.length) return line;
  const cause =
    refused.length === 0 ? undo.reason : `${undo.reason} (${refused.map(({ note }) => note).join(' ')})`;
  return { ...line, state: 'closed', outcome: 'undone', cause };
}

/** Everything was refused: the removal stands, and may be taken back another time. */
export function isUndoRefused({ groups }: Undo): boolean {
  return groups.every(({ state }) => state === 'refused');
}

export function isUndoSettled({ groups }: Undo): boolean {
  return groups.every(({ state }) => state === 'added' || state === 'already-there' || state === 'refused');
}
