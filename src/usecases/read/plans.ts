import { AppError } from '../../lib/app-error';
import { namesOf, type Names } from '../../domain/classification/explain';
import { coverageInWords } from '../../domain/classification/impact-in-words';
import { indexOrganization } from '../../domain/classification/organization-index';
import type { Cycle, Run } from '../../domain/review/cycle';
import type { GroupRemoval } from '../../domain/review/line';
import { findUse } from '../current-snapshot';
import { getCycle } from '../cycle-ledger';
import { cycleIdOf, getRun, mayNotStart } from '../execute-plan';
import { loadOrganization } from '../organization-ledger';
import { planFor } from '../plan-removals';
import { getHeaderOf, getSnapshotOf, type CycleTools } from './cycle-tools';
import { inProjectsOf } from './in-projects';
import { isInSight, type Sight } from './sight';

/** What nobody looks at before a removal; said on every plan (product.md §8). */
const NEVER_CHECKED: readonly string[] = [
  'Automation rules that act as the person',
  'Open issues, filters and dashboards that the person owns',
  'Permissions inside Confluence spaces',
];

export interface Looker {
  readonly accountId: string;
  readonly siteAdmin: boolean;
  readonly sight: Sight;
}

/** The exact removals, what each ends and leaves, what is left out and why, and whether the caller may start. */
export async function readPlan(cycleId: string, looker: Looker, tools: CycleTools) {
  const cycle = await getCycle(tools, cycleId);
  const snapshot = await getSnapshotOf(cycle, tools);
  const plan = planFor(cycle, snapshot, await loadOrganization(tools));
  const names = namesOf(snapshot.header);
  const use = await findUse(cycle.snapshotId, tools);
  const index = indexOrganization(snapshot.header);
  const byId = new Map(snapshot.accounts.map((account) => [account.accountId, account]));
  const refusal = looker.siteAdmin
    ? mayNotStart(cycle, plan.people, looker.accountId)
    : 'Only an administrator of the site or the organization may remove memberships; you administer Jira alone.';
  const inSight = (line: number): boolean => {
    const seat = cycle.lines[line - 1]?.facts.seat;
    return seat !== undefined && isInSight(seat, looker.sight);
  };
  return {
    cycleId,
    fingerprint: plan.fingerprint,
    items: plan.people
      .filter(({ lines }) => lines.every(inSight))
      .map(({ accountId, lines, groupIds, ends, stays }) => ({
        accountId,
        lines,
        groups: groupIds.map((id) => ({ id, name: names.group(id) })),
        ends: ends.map(names.product),
        stays: stays.map(names.product),
        inProjects: inProjectsOf(byId.get(accountId), groupIds, { index, use }),
      })),
    skips: plan.skips.filter(({ line }) => inSight(line)),
    people: plan.people.length,
    writes: plan.people.reduce((sum, { groupIds }) => sum + groupIds.length, 0),
    peoplePerRun: cycle.rules.peoplePerRun,
    notChecked: [...NEVER_CHECKED, ...coverageInWords(use)],
    toConfirm: plan.toConfirm.map((id) => ({ id, name: names.group(id) })),
    mayStart: refusal === null,
    mayNotBecause: refusal,
  };
}

export async function readRun(runId: string, tools: CycleTools) {
  const cycle = await getCycle(tools, cycleIdOf(runId));
  return viewRun(cycle, runId, tools);
}

/** The run that was started last, seen from its review. */
export async function viewRun(cycle: Cycle, runId: string | undefined, tools: CycleTools) {
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
    people: run.items.length,
    done: people,
    sent: count('sent'),
    alreadyGone: count('already-gone'),
    blocked: count('blocked'),
    cancelled: count('cancelled'),
    message:
      run.message === '' ? `${String(people)} of ${String(run.items.length)} people done` : run.message,
    items,
  };
}

function isDone(cycle: Cycle, lines: readonly number[]): boolean {
  return lines.every((number) => !['executing', 'approved'].includes(cycle.lines[number - 1]?.state ?? ''));
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

function itemsOf(
  cycle: Cycle,
  { accountId, lines, groupIds }: Run['items'][number],
  names: Names,
): RunItem[] {
  const own = lines.flatMap((number) => cycle.lines[number - 1] ?? []);
  const cancelled = own.find(({ outcome }) => outcome === 'cancelled');
  if (cancelled !== undefined)
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
    return {
      accountId,
      groupId,
      groupName: names.group(groupId),
      outcome: removal === undefined ? 'pending' : OUTCOMES[removal.state],
      text: removal?.note ?? 'Waits for its turn',
    };
  });
}
