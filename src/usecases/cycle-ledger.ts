import { AppError } from '../lib/app-error';
import { toIso } from '../lib/duration';
import type { Actor } from '../domain/evidence/record';
import { isEnded, lineOf, type Cycle } from '../domain/review/cycle';
import type { CycleEvent } from '../domain/review/events';
import { emptyCycle, foldRecord } from '../domain/review/fold-cycle';
import type { Ruling } from '../domain/review/ruling';
import { randomHex } from '../ports/platform';
import type { LedgerTools } from './organization-ledger';

const ATTEMPTS = 6;
const CYCLE_PREFIX = 'cycle-';

export async function findCycle(
  { ledger }: Pick<LedgerTools, 'ledger'>,
  cycleId: string,
): Promise<Cycle | undefined> {
  // The organization's own ledger has another shape, and is nobody's review.
  if (!cycleId.startsWith(CYCLE_PREFIX)) return undefined;
  const cycle = await ledger.load(cycleId, { initial: emptyCycle(cycleId), step: foldRecord });
  return cycle.sequence === 0 ? undefined : cycle;
}

export async function getCycle(tools: Pick<LedgerTools, 'ledger'>, cycleId: string): Promise<Cycle> {
  const cycle = await findCycle(tools, cycleId);
  if (cycle === undefined) throw new AppError('cycle.not-found', 'There is no such review.');
  return cycle;
}

export interface CycleCommand {
  readonly cycleId: string;
  readonly actor: Actor;
  /** Lines that the command is about, and the sequence that its page had seen. */
  readonly seen?: { readonly lines: readonly number[]; readonly sequence: number } | undefined;
  readonly rule: (cycle: Cycle, at: string) => Ruling;
}

/**
 * Rules on the newest state and records the event, or refuses. Whoever loses the race for the next number looks
 * at the new state and rules again; if the very lines changed, the person is told by whom instead.
 */
export async function commandCycle(tools: LedgerTools, command: CycleCommand): Promise<Cycle> {
  for (let attempt = 1; ; attempt += 1) {
    const cycle = await getCycle(tools, command.cycleId);
    refuseIfChanged(cycle, command);
    const at = toIso(tools.platform.now());
    const ruling = command.rule(cycle, at);
    if (!ruling.ok) throw new AppError(ruling.code, ruling.message);
    try {
      return await append(tools, cycle, { at, actor: command.actor, event: ruling.event });
    } catch (error) {
      if (attempt >= ATTEMPTS || !(error instanceof AppError) || error.code !== 'storage.conflict')
        throw error;
    }
  }
}

/** Records one event after the state that the caller holds. */
export async function appendToCycle(
  tools: LedgerTools,
  cycle: Cycle,
  actor: Actor,
  event: CycleEvent,
): Promise<Cycle> {
  return append(tools, cycle, { at: toIso(tools.platform.now()), actor, event });
}

/** The record bears the very moment on which was ruled: what an event says of it agrees with its record. */
async function append(
  { ledger, platform }: LedgerTools,
  cycle: Cycle,
  entry: { readonly at: string; readonly actor: Actor; readonly event: CycleEvent },
): Promise<Cycle> {
  const head = { ledger: cycle.cycleId, sequence: cycle.sequence, headHash: cycle.headHash };
  return foldRecord(cycle, await ledger.append(head, { ...entry, nonce: randomHex(platform) }));
}

/**
 * Records what happened, also when somebody else wrote in between: facts are not argued with. `unless` is asked
 * again on the newer state; when it says so, or when the review has ended, nothing is recorded, and the newer state
 * is all that comes back.
 */
export async function recordFact(
  tools: LedgerTools,
  cycle: Cycle,
  actor: Actor,
  fact: { readonly event: CycleEvent; readonly unless?: (newest: Cycle) => boolean },
): Promise<{ readonly cycle: Cycle; readonly recorded: boolean }> {
  let newest = cycle;
  for (let attempt = 1; ; attempt += 1) {
    if (isEnded(newest) || fact.unless?.(newest) === true) return { cycle: newest, recorded: false };
    try {
      return { cycle: await appendToCycle(tools, newest, actor, fact.event), recorded: true };
    } catch (error) {
      if (attempt >= ATTEMPTS || !(error instanceof AppError) || error.code !== 'storage.conflict')
        throw error;
      newest = await getCycle(tools, cycle.cycleId);
    }
  }
}

function refuseIfChanged(cycle: Cycle, { seen, actor }: CycleCommand): void {
  for (const number of seen?.lines ?? []) {
    const last = lineOf(cycle, number)?.changed;
    const foreign = last?.by === actor.accountId ? last.before : last;
    if (seen === undefined || foreign === undefined || foreign === null || foreign.sequence <= seen.sequence)
      continue;
    throw new AppError(
      'changed-meanwhile',
      `Line ${String(number)} was changed meanwhile by ${foreign.by === 'app' ? 'the app' : foreign.by}. The page shows it as it is now.`,
    );
  }
}
