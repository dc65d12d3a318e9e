import { AppError } from '../../lib/app-error';
import { capitalised, namesOf, type Names } from '../../domain/classification/explain';
import { coverageInWords } from '../../domain/classification/impact-in-words';
import { noticeInWords } from '../../domain/notice/notice-period';
import { indexOrganization } from '../../domain/classification/organization-index';
import { formatDay, formatMoment } from '../../domain/dates';
import type { OrganizationState } from '../../domain/organization-state';
import { blackoutEnd } from '../../domain/plan/blackout';
import type { Cycle } from '../../domain/review/cycle';
import { isApproved, isHalfRemoved, type GroupRemoval, type Line } from '../../domain/review/line';
import { cycleIdOf, getRun, type Run } from '../../domain/review/run';
import type { SnapshotHeader } from '../../domain/snapshot';
import { toIso } from '../../lib/duration';
import type { RunStore } from '../../ports/stores';
import { findUse } from '../current-snapshot';
import { getCycle } from '../cycle-ledger';
import { heldUntil } from '../execute/work-on-run';
import { loadOrganization } from '../organization-ledger';
import { planFor } from '../plan-removals';
import { getHeaderOf, getSnapshotOf, type CycleTools } from './cycle-tools';
import { readExecutors, type Starter } from './executors';
import { inProjectsOf } from './in-projects';
import { areInSight, type Sight } from './sight';

/** What nobody looks at before a removal; said on every plan (product.md §8). What depends on people is read apart. */
const NEVER_CHECKED: readonly string[] = [
  'Automation rules that act as the person',
  'Permissions inside Confluence spaces',
];

export interface Looker extends Starter {
  readonly sight: Sight;
}

/** The exact removals, what each ends and leaves, what is left out and why, and whether the caller may start. */
export async function readPlan(cycleId: string, looker: Looker, tools: CycleTools) {
  const cycle = await getCycle(tools, cycleId);
  const snapshot = await getSnapshotOf(cycle, tools);
  const now = toIso(tools.platform.now());
  const organization = await loadOrganization(tools);
  const plan = planFor(cycle, snapshot, organization, now);
  const names = namesOf(snapshot.header);
  const use = await findUse(cycle.snapshotId, tools);
  const index = indexOrganization(snapshot.header);
  const byId = new Map(snapshot.accounts.map((account) => [account.accountId, account]));
  return {
    cycleId,
    fingerprint: plan.fingerprint,
    items: plan.people
      .filter(({ lines }) => areInSight(cycle, lines, looker.sight))
      .map(({ accountId, lines, groupIds, ends, stays }) => ({
        accountId,
        lines,
        groups: groupIds.map((id) => ({ id, name: names.group(id) })),
        ends: ends.map(names.product),
        stays: stays.map(names.product),
        notice: noticesOf(cycle, lines),
        inProjects: inProjectsOf(byId.get(accountId), groupIds, { index, use }),
      })),
    skips: plan.skips.filter(({ line }) => areInSight(cycle, [line], looker.sight)),
    people: plan.people.length,
    writes: plan.people.reduce((sum, { groupIds }) => sum + groupIds.length, 0),
    peoplePerRun: cycle.rules.peoplePerRun,
    notChecked: [...NEVER_CHECKED, ...notReadAgain(snapshot.header, organization), ...coverageInWords(use)],
    toConfirm: plan.toConfirm.map((id) => ({ id, name: names.group(id) })),
    ...(await readExecutors({ cycle, plan, mode: snapshot.header.mode, now }, organization, looker, tools)),
  };
}

/** What is not read again right before a removal without an organization key (product.md §8, Pre-flight). */
function notReadAgain({ mode }: SnapshotHeader, { key, userExport }: OrganizationState): string[] {
  if (mode === 'org-key' || key !== null) return [];
  const untold = 'API tokens, roles on the account, and what groups give beside Jira';
  if (userExport === null) return [untold];
  const day = formatDay(userExport.exportedOn);
  return [`Last use after ${day}: it is that of the user export of that day and is not read again`, untold];
}

/** What the person was told of these lines, each wording once. */
function noticesOf({ lines }: Cycle, numbers: readonly number[]): string[] {
  const notices = numbers.flatMap((number) => lines[number - 1]?.notice ?? []);
  return [...new Set(notices.map((notice) => `${capitalised(noticeInWords(notice))}.`))];
}

export type RunTools = CycleTools & { readonly runs: RunStore };

export async function readRun(runId: string, tools: RunTools) {
  const cycle = await getCycle(tools, cycleIdOf(runId));
  return viewRun(cycle, runId, tools);
}

/** The run that was started last, seen from its review. */
export async function viewRun(cycle: Cycle, runId: string | undefined, tools: RunTools) {
  const id = runId ?? cycle.runs.at(-1)?.runId;
  if (id === undefined) throw new AppError('input.invalid', 'No run was started yet.');
  const run = getRun(cycle, id);
  const names = namesOf(await getHeaderOf(cycle, tools));
  const items = run.items.flatMap((item) => itemsOf(cycle, item, names));
  const people = run.items.filter(({ lines }) => isDone(cycle, lines)).length;
  const count = (outcome: string): number => items.filter((item) => item.outcome === outcome).length;
  return {
    runId: id,
    cycleId: cycle.cycleId,
    state: run.state,
    startedBy: run.startedBy,
    startedAt: run.startedAt,
    executor: run.executor,
    keyCreatedBy: run.key?.createdBy ?? null,
    people: run.items.length,
    done: people,
    sent: count('sent'),
    alreadyGone: count('already-gone'),
    blocked: count('blocked'),
    cancelled: count('cancelled'),
    ...(await sayingOf(cycle, run, tools)),
    items,
  };
}

/** What a run says of itself: how it ended, until when it waits and why, or what went wrong last. */
async function sayingOf(cycle: Cycle, run: Run, { platform, runs }: RunTools) {
  const done = run.items.filter(({ lines }) => isDone(cycle, lines)).length;
  const soFar = `${String(done)} of ${String(run.items.length)} people done`;
  if (run.state !== 'running') return { message: run.message || soFar, waitsUntil: null };
  const now = platform.now();
  const until = heldUntil(cycle, run.runId, now);
  if (until !== null) {
    const isDark = blackoutEnd(cycle.rules.blackout, now) !== null;
    const why = isDark ? 'nothing is removed in blackout hours' : 'Atlassian asks for it';
    const waitsUntil = toIso(until);
    return { message: `Waits until ${formatMoment(waitsUntil)}: ${why}.`, waitsUntil };
  }
  const last = run.executor === 'organization-key' ? await runs.find() : undefined;
  if (last?.runId !== run.runId) return { message: soFar, waitsUntil: null };
  return { message: last.message || soFar, waitsUntil: last.waitsUntil };
}

function isDone(cycle: Cycle, lines: readonly number[]): boolean {
  return lines.every((number) => {
    const line = cycle.lines[number - 1];
    return line === undefined || !(line.state === 'executing' || isApproved(line));
  });
}

const OUTCOMES: Readonly<Record<GroupRemoval['state'], 'sent' | 'already-gone' | 'blocked' | 'unclear'>> = {
  attempted: 'unclear',
  unclear: 'unclear',
  sent: 'sent',
  'already-gone': 'already-gone',
  blocked: 'blocked',
};

interface RunItem {
  readonly accountId: string;
  readonly groupId: string | null;
  readonly groupName: string | null;
  readonly outcome: 'sent' | 'already-gone' | 'blocked' | 'cancelled' | 'pending' | 'unclear';
  readonly text: string;
}

/** The run does not come to it any more: the pre-flight cancelled it, or its person or reviewer has it back. */
function isLeftAlone(line: Line): boolean {
  const isWaiting = line.state === 'executing' || isApproved(line);
  return line.outcome === 'cancelled' || (line.removals.length === 0 && !isWaiting);
}

function itemsOf(
  cycle: Cycle,
  { accountId, lines, groupIds }: Run['items'][number],
  names: Names,
): RunItem[] {
  const own = lines.flatMap((number) => cycle.lines[number - 1] ?? []);
  const cancelled = own.find(isLeftAlone);
  if (cancelled !== undefined && !own.some(isHalfRemoved))
    return [
      {
        accountId,
        groupId: null,
        groupName: null,
        outcome: 'cancelled',
        text: cancelled.cause ?? 'Not removed',
      },
    ];
  return groupIds.map((groupId) => {
    const removal = own.flatMap(({ removals }) => removals).find((each) => each.groupId === groupId);
    const about = { accountId, groupId, groupName: names.group(groupId) };
    if (removal !== undefined) return { ...about, outcome: OUTCOMES[removal.state], text: removal.note };
    return cancelled === undefined
      ? { ...about, outcome: 'pending', text: 'Waits for its turn' }
      : { ...about, outcome: 'cancelled', text: cancelled.cause ?? 'Not removed' };
  });
}
