import type { UndoFact } from '../domain/review/after-removal';
import { AppError } from '../lib/app-error';
import { BUDGETS } from '../lib/budgets';
import type { Actor } from '../domain/evidence/record';
import { isUndoSettled, startUndo, type UndoCommand } from '../domain/plan/undo';
import { standsNow } from '../domain/review/after-sign-off';
import type { Cycle } from '../domain/review/cycle';
import type { Line } from '../domain/review/line';
import type { MembershipWriter } from '../ports/membership-writer';
import { newId } from '../ports/platform';
import type { OrganizationDirectory, SiteDirectory } from '../ports/site-directory';
import type { Jobs, SnapshotStore } from '../ports/stores';
import { commandCycle, getCycle } from './cycle-ledger';
import { loadOrganization, recordOrganization, type LedgerTools } from './organization-ledger';
import { giveBack, type UndoContext } from './undo/give-back';
import { recordUndo } from './undo/record-undo';

/** Seconds until what was given back is first looked at: role reads lag up to 30. */
const CHECK_SECONDS = 90;

/** Requests to the organization that one membership may need: its group, its grants, its person. */
const REQUESTS_RESERVE = 10;

export interface UndoTools extends LedgerTools {
  readonly snapshots: SnapshotStore;
  readonly jobs: Jobs;
  readonly jira: SiteDirectory;
  readonly organization: OrganizationDirectory | null;
  readonly writer: MembershipWriter;
}

/** An undo and the review that it belongs to, as both stand now. */
export interface UndoStanding {
  readonly cycle: Cycle;
  readonly undoId: string;
}

/**
 * Begins to give back what a line, a person or a whole run lost (product.md §8, Undo). Nothing is written yet.
 * The caller was proved a site administrator, and after the sign-off an approver, just now.
 */
export async function beginUndo(
  { cycleId, ...command }: Omit<UndoCommand, 'undoId'> & { readonly cycleId: string },
  actor: Actor,
  tools: UndoTools,
): Promise<UndoStanding> {
  const undoId = newId(tools.platform, 'undo');
  const by = actor.accountId ?? 'app';
  const rule = (cycle: Cycle, at: string) => startUndo(cycle, { ...command, undoId }, { by, at });
  const before = await getCycle(tools, cycleId);
  if (before.signedOff === null)
    await commandCycle(tools, {
      cycleId,
      actor,
      rule: (cycle, at) => {
        const ruling = rule(cycle, at);
        return ruling.ok ? { ok: true, event: { kind: 'undo', what: ruling.event } } : ruling;
      },
    });
  else await recordUndo(before, actor, tools, (cycle, at) => ruledOrThrow(rule(cycle, at)));
  return { cycle: await undoStands(cycleId, tools), undoId };
}

function ruledOrThrow(ruling: ReturnType<typeof startUndo>): UndoFact {
  if (!ruling.ok) throw new AppError(ruling.code, ruling.message);
  return ruling.event;
}

/** Goes on with an undo for one slice, well inside a resolver's time; the page asks again until it is done. */
export async function undoSlice(
  { cycleId, undoId }: { readonly cycleId: string; readonly undoId: string },
  actor: Actor,
  tools: UndoTools,
): Promise<UndoStanding> {
  const started = tools.platform.now();
  let cycle = await undoStands(cycleId, tools);
  const lines = linesOf(cycle, undoId);
  if (lines.length === 0) throw new AppError('input.invalid', 'There is no such undo.');
  const context = await contextOf(cycle, actor, tools);
  for (const { accountId, groupId } of openMemberships(lines)) {
    const isShort = tools.platform.now() - started >= BUDGETS.sliceMs / 2;
    if (isShort || context.tools.organization.requestsLeft() < REQUESTS_RESERVE) return { cycle, undoId };
    cycle = await giveBack(cycle, { undoId, accountId, groupId }, context);
  }
  if (linesOf(cycle, undoId).every(({ undo }) => undo !== null && isUndoSettled(undo)))
    await tellGivenBack(cycle, undoId, actor, tools);
  return { cycle, undoId };
}

async function undoStands(cycleId: string, tools: LedgerTools): Promise<Cycle> {
  const { afterSignOff } = await loadOrganization(tools);
  return standsNow(await getCycle(tools, cycleId), afterSignOff);
}

export function linesOf({ lines }: Cycle, undoId: string): Line[] {
  return lines.filter(({ undo }) => undo?.undoId === undoId);
}

/** Memberships that wait for an answer, each once, by person. */
function openMemberships(lines: readonly Line[]): { accountId: string; groupId: string }[] {
  const found = new Map<string, { accountId: string; groupId: string }>();
  for (const { facts, undo } of lines)
    for (const { groupId, state } of undo?.groups ?? []) {
      const { accountId } = facts.seat;
      if (state === 'waiting' || state === 'attempted' || state === 'unclear')
        found.set(`${accountId}/${groupId}`, { accountId, groupId });
    }
  return [...found.values()];
}

/** From then on the seats are new, and what was given back is looked at; repeating it changes nothing. */
async function tellGivenBack(cycle: Cycle, undoId: string, actor: Actor, tools: UndoTools): Promise<void> {
  const seats = linesOf(cycle, undoId)
    .filter(({ outcome }) => outcome === 'undone')
    .map(({ facts: { seat } }) => ({ accountId: seat.accountId, product: seat.product }));
  const { cycleId } = cycle;
  if (seats.length > 0)
    await recordOrganization(tools, actor, ({ givenBack }) =>
      givenBack.some((each) => each.undoId === undoId)
        ? null
        : { kind: 'seats-given-back', cycleId, undoId, seats },
    );
  await tools.jobs.verify({ cycleId, runId: undoId }, CHECK_SECONDS);
}

async function contextOf(cycle: Cycle, actor: Actor, tools: UndoTools): Promise<UndoContext> {
  const { organization } = tools;
  if (organization === null)
    throw new AppError('key.missing', 'Without the organization key nothing can be checked before an undo.');
  const header = await tools.snapshots.findHeader(cycle.snapshotId);
  if (header === undefined)
    throw new AppError('undo.not-allowed', 'The snapshot that this review rests on is gone.');
  const { confirmedGroups } = await loadOrganization(tools);
  return {
    tools: { ...tools, organization },
    actor,
    header,
    confirmedGroups: new Set(confirmedGroups.map(({ id }) => id)),
    administering: {
      admin: await tools.jira.readAdministeringGroups('admin'),
      siteAdmin: await tools.jira.readAdministeringGroups('site-admin'),
    },
  };
}
