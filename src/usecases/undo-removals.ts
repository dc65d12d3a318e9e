import { AppError } from '../lib/app-error';
import { BUDGETS } from '../lib/budgets';
import { toIso } from '../lib/duration';
import type { Actor } from '../domain/evidence/record';
import {
  linesInUndo,
  membershipsInUndo,
  startUndo,
  stopUndo,
  type MembershipUndo,
  type UndoCommand,
} from '../domain/plan/undo';
import { isGivenBack, isOpenUndo } from '../domain/review/fold-undo';
import type { Cycle } from '../domain/review/cycle';
import { newId } from '../ports/platform';
import { getCycle } from './cycle-ledger';
import type { LedgerTools } from './organization-ledger';
import { giveBack } from './undo/give-back';
import { recordUndo, undoStands } from './undo/record-undo';
import { tellGivenBack } from './undo/tell-given-back';
import { contextOf, meansOf, type UndoTools } from './undo/undo-context';

/** Seconds until what was given back is first looked at: role reads lag up to 30. */
const CHECK_SECONDS = 90;

/** Requests to the organization that one membership may need: its person, its group, its grants, the writer's rights. */
const REQUESTS_RESERVE = 10;

const OWN_LEFT = 'What is left is access of your own account: somebody else must go on.';
const UNREAD = 'Something that an addition rests on cannot be read now; nothing is added until it can.';

/** An undo and the review that it belongs to, as both stand now. */
export interface UndoStanding {
  readonly cycle: Cycle;
  readonly undoId: string;
  /** Why the slice ended although something waits, as a sentence; null when the next one may follow. */
  readonly held: string | null;
}

interface UndoNamed {
  readonly cycleId: string;
  readonly undoId: string;
}

/**
 * Begins to give back what a line, a person or a whole run lost (product.md §8, Undo), or finds the undo of it that
 * was begun and not settled. Nothing is written yet. The caller was proved a site administrator, and after the
 * sign-off an approver, just now.
 */
export async function beginUndo(
  { cycleId, ...command }: Omit<UndoCommand, 'undoId'> & { readonly cycleId: string },
  actor: Actor,
  tools: UndoTools,
): Promise<UndoStanding> {
  await meansOf(await getCycle(tools, cycleId), tools);
  let undoId = newId(tools.platform, 'undo');
  const fresh = { ...command, undoId };
  const { cycle } = await recordUndo(cycleId, actor, tools, (newest, at) => {
    const ruling = startUndo(newest, fresh, { by: actor.accountId ?? 'app', at });
    if (!ruling.ok) throw new AppError(ruling.code, ruling.message);
    undoId = ruling.undoId;
    return ruling.event;
  });
  return { cycle, undoId, held: null };
}

/** The kill switch of an undo: no addition starts after it. What was not given back stays removed. */
export async function endUndo(
  { cycleId, ...command }: UndoNamed & { readonly reason: string },
  actor: Actor,
  tools: LedgerTools,
): Promise<UndoStanding> {
  const { cycle } = await recordUndo(cycleId, actor, tools, (newest) => {
    const ruling = stopUndo(newest, command);
    if (!ruling.ok) throw new AppError(ruling.code, ruling.message);
    return ruling.event;
  });
  return { cycle, undoId: command.undoId, held: null };
}

/** Goes on with an undo for one slice, well inside a resolver's time; the page asks again until it is done. */
export async function undoSlice(
  { cycleId, undoId }: UndoNamed,
  actor: Actor,
  tools: UndoTools,
): Promise<UndoStanding> {
  const before = await undoStands(cycleId, tools);
  if (linesInUndo(before, undoId).length === 0) throw new AppError('input.invalid', 'There is no such undo.');
  const after = await work(before, undoId, actor, tools);
  const groups = membershipsInUndo(after.cycle, undoId);
  if (!groups.some(isOpenUndo) && groups.some(isGivenBack)) {
    await tellGivenBack(after.cycle, actor, tools);
    await tools.jobs.verify({ cycleId, runId: undoId }, CHECK_SECONDS);
  }
  return after;
}

async function work(before: Cycle, undoId: string, actor: Actor, tools: UndoTools): Promise<UndoStanding> {
  const started = tools.platform.now();
  const open = openMemberships(before, undoId);
  const others = open.filter(({ accountId }) => accountId !== actor.accountId);
  if (open.length === 0) return { cycle: before, undoId, held: null };
  if (others.length === 0) throw new AppError('undo.not-allowed', OWN_LEFT);
  const context = await contextOf(before, actor, tools);
  const requestsLeft = (): number => tools.organization?.requestsLeft() ?? Number.MAX_SAFE_INTEGER;
  let cycle = before;
  let held = null;
  for (const { accountId, groupId, notBefore } of others) {
    const isShort = tools.platform.now() - started >= BUDGETS.sliceMs / 2;
    if (isShort || requestsLeft() < REQUESTS_RESERVE) return { cycle, undoId, held };
    if (notBefore !== null && notBefore > toIso(tools.platform.now())) continue;
    const refusals = refusalsIn(cycle, undoId);
    const gave = await giveBack(cycle, { undoId, accountId, groupId }, context);
    cycle = gave.cycle;
    const ends = gave.held ?? afterRefusals(cycle, undoId, refusals);
    if (ends !== null) return { cycle, undoId, held: ends };
    if (gave.went === 'unread') held = UNREAD;
  }
  const left = openMemberships(cycle, undoId);
  if (left.length > 0 && left.every(({ accountId }) => accountId === actor.accountId)) held = OWN_LEFT;
  return { cycle, undoId, held };
}

/** As many refusals as stop a run end a slice, and again after as many more (product.md §8). */
function afterRefusals(cycle: Cycle, undoId: string, before: number): string | null {
  const refusals = refusalsIn(cycle, undoId);
  const most = cycle.rules.stopAfterFailures;
  const isReached = refusals > before && refusals % most === 0;
  return isReached && openMemberships(cycle, undoId).length > 0
    ? `${String(refusals)} additions were refused: look at why before you go on.`
    : null;
}

function refusalsIn(cycle: Cycle, undoId: string): number {
  return membershipsInUndo(cycle, undoId).filter(({ state }) => state === 'refused').length;
}

/** Memberships that wait for an answer, by person. */
function openMemberships(cycle: Cycle, undoId: string): MembershipUndo[] {
  return membershipsInUndo(cycle, undoId).filter(isOpenUndo);
}
