import type { PlanItem, PlanView } from '../../../src/contract/execution-replies';
import { counted, listed } from './counts';
import { EXECUTOR_LABELS } from './labels';

export interface PlanRow {
  readonly key: string;
  readonly accountId: string;
  readonly lines: string;
  readonly groups: readonly { readonly id: string; readonly name: string }[];
  readonly ends: string;
  readonly stays: string;
  readonly inProjects: string;
  readonly notice: string;
}

export function planRows(items: readonly PlanItem[]): PlanRow[] {
  return items.map(({ accountId, lines, groups, ends, stays, inProjects, notice }) => ({
    key: accountId,
    accountId,
    lines: lines.map((line) => String(line)).join(', '),
    groups,
    ends: ends.length === 0 ? 'Nothing ends' : listed(ends),
    stays: stays.length === 0 ? 'Nothing stays' : listed(stays),
    inProjects,
    notice: notice.join(' '),
  }));
}

/** "12 people, 17 removals. A run takes at most 50 people." */
export function planInWords({ people, writes, peoplePerRun, skips }: PlanView): string {
  const runs = Math.ceil(people / Math.max(1, peoplePerRun));
  const cap =
    runs > 1
      ? `A run takes at most ${counted(peoplePerRun, 'person')}, so ${String(runs)} runs are needed.`
      : `A run takes at most ${counted(peoplePerRun, 'person')}.`;
  const left = skips.length === 0 ? '' : ` ${counted(skips.length, 'line')} left out.`;
  return `${counted(people, 'person')}, ${counted(writes, 'removal')}. ${cap}${left}`;
}

/** How many people the next run takes. */
export function peopleInRun({ people, peoplePerRun }: PlanView): number {
  return Math.min(people, peoplePerRun);
}

/** Why "Start removals" is off; empty when it is on. */
export function startObstacle(plan: PlanView): string {
  if (plan.mayStart) return '';
  return (
    plan.mayNotBecause ??
    (plan.items.length === 0 ? 'No approved removal waits.' : 'The removals may not start now.')
  );
}

/** Each executor with why it cannot be chosen, or what speaks of it when it can. */
export function executorsInWords({ executors, keyCreatedBy, keyIsProven }: PlanView): string[] {
  return executors.map(({ executor, mayNotBecause }) => {
    const name = EXECUTOR_LABELS[executor];
    if (mayNotBecause !== null) return `${name}: not possible. ${mayNotBecause}`;
    if (executor === 'acting-administrator') return `${name}: possible.`;
    const creator =
      keyCreatedBy === null
        ? 'Who created the key was not told.'
        : `The key was created by ${keyCreatedBy}, who counts as an executor as well.`;
    const proof = keyIsProven
      ? 'A removal with it was verified.'
      : 'No removal with it was verified yet: begin with a few people.';
    return `${name}: possible. ${creator} ${proof}`;
  });
}

/** Executors to choose from. */
export function executorChoices({ executors }: PlanView): { label: string; value: string }[] {
  return executors
    .filter(({ mayNotBecause }) => mayNotBecause === null)
    .map(({ executor }) => ({ label: EXECUTOR_LABELS[executor], value: executor }));
}

export interface SkipGroup {
  readonly why: string;
  readonly lines: readonly { readonly line: number; readonly accountId: string }[];
}

/** Removals that the plan leaves out, by cause. */
export function skipGroups(plan: PlanView): SkipGroup[] {
  const causes = new Map<string, { line: number; accountId: string }[]>();
  for (const { why, line, accountId } of plan.skips) {
    causes.set(why, [...(causes.get(why) ?? []), { line, accountId }]);
  }
  return [...causes].map(([why, lines]) => ({ why, lines }));
}
