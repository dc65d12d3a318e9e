import type { Cycle } from '../../domain/review/cycle';
import { recordFact } from '../cycle-ledger';
import type { RemovalContext } from './removal-context';

interface Cancellation {
  readonly runId: string;
  readonly accountId: string;
  readonly lines: readonly number[];
  readonly cause: string;
}

/**
 * Cancels what a person's lines still wait for. Where another tab or delivery has begun a write of them meanwhile,
 * nothing is cancelled: what was read here was read before it, and the next slice looks at what became of it.
 */
export async function cancelRemovals(
  cycle: Cycle,
  { lines: all, ...told }: Cancellation,
  { tools, actor }: Pick<RemovalContext, 'tools' | 'actor'>,
): Promise<Cycle> {
  const lines = all.filter((number) => isExecuting(cycle, number));
  const event = { kind: 'removal-cancelled' as const, ...told, lines };
  const unless = (newest: Cycle): boolean =>
    !lines.some((number) => isExecuting(newest, number)) || writesOf(newest, all) !== writesOf(cycle, all);
  return (await recordFact(tools, cycle, actor, { event, unless })).cycle;
}

function isExecuting(cycle: Cycle, line: number): boolean {
  return cycle.lines[line - 1]?.state === 'executing';
}

/** How many writes were begun for these lines. */
function writesOf(cycle: Cycle, lines: readonly number[]): number {
  const removals = lines.flatMap((number) => cycle.lines[number - 1]?.removals ?? []);
  return removals.reduce((sum, { attempts }) => sum + attempts, 0);
}
