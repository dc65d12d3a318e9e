import { byCodeUnit } from '../../lib/order';
import { handoffId, isOpen, type Handoff } from '../routing/handoff';
import { handoffsOf, lineOf, type Cycle } from './cycle';
import { OWNER_KEEPS, type Decision } from './decision';
import type { LineFacts, PastLine } from './line';

/** What earlier cycles leave to the one that opens now. */
export interface Opening {
  /** Questions that go on, under their new lines' names. */
  readonly handoffs: readonly Handoff[];
  /** Of their lines, those that need a decision all the same. */
  readonly changed: readonly number[];
  readonly keeps: readonly Keep[];
  /** Lines that nobody has decided: what the no-response rule would touch. */
  readonly undecided: readonly LineFacts[];
}

/** A decision of an earlier cycle that still stands. */
export interface Keep {
  readonly line: number;
  readonly cycleId: string;
  readonly decision: Decision;
}

export interface Past {
  /** Signed-off cycles that the lines look back at, by id, each as it stands now. */
  readonly cycles: ReadonlyMap<string, Cycle>;
}

/** Unfinished questions and dated keeps go on; nothing is asked or decided twice (product.md §7). `at` is ISO UTC. */
export function planOpening(lines: readonly LineFacts[], past: Past, at: string): Opening {
  const keeps = lines.flatMap((facts) => keepOf(facts, past, at) ?? ownersKeepOf(facts, past, at) ?? []);
  const kept = new Set(keeps.map(({ line }) => line));
  const asked = lines
    .filter(({ line }) => !kept.has(line))
    .map((facts) => ({ facts, handoffs: questionsOf(facts, past) }))
    .filter(({ handoffs }) => handoffs.length > 0);
  const settled = new Set(
    asked.filter(({ facts, handoffs }) => isSettled(facts, handoffs)).map(({ facts }) => facts.line),
  );
  return {
    handoffs: asked.flatMap(({ handoffs }) => handoffs),
    changed: asked.map(({ facts }) => facts.line).filter((line) => !settled.has(line)),
    keeps,
    undecided: lines.filter(({ line }) => !kept.has(line) && !settled.has(line)),
  };
}

/** A keep with a day stands until then, whatever was carried how often. */
function keepOf({ line, before }: LineFacts, { cycles }: Past, at: string): Keep | null {
  if (before?.outcome !== 'kept' && before?.outcome !== 'kept-until') return null;
  const cycle = cycles.get(before.cycleId);
  const decision = cycle && lineOf(cycle, before.line)?.decision;
  const until = decision?.until ?? null;
  if (!decision || until === null || until <= at) return null;
  return { line, cycleId: before.cycleId, decision };
}

/** So does an owner's answer that names a day, once nobody else is asked; of several the latest day counts. */
function ownersKeepOf({ line, before }: LineFacts, past: Past, at: string): Keep | null {
  const cycle = before && past.cycles.get(before.cycleId);
  if (
    before === undefined ||
    cycle === undefined ||
    !wasAsked(before) ||
    questionsOf({ line, before }, past).some(isOpen)
  )
    return null;
  const [latest] = handoffsOf(cycle, before.line)
    .flatMap(({ owner, answer, closed }) =>
      closed === null && answer?.kind === 'keep' && answer.until !== null && answer.until > at
        ? [{ owner, answer, until: answer.until }]
        : [],
    )
    .sort((a, b) => byCodeUnit(b.until, a.until));
  if (latest === undefined) return null;
  const { owner, answer, until } = latest;
  const decision: Decision = {
    kind: 'keep',
    by: answer.byAccountId ?? 'app',
    at: answer.at,
    reason: OWNER_KEEPS,
    note: [answer.by, answer.note].filter((part) => part !== '').join(': '),
    until,
    owners: [owner],
    control: null,
    owner: null,
  };
  return { line, cycleId: before.cycleId, decision };
}

function questionsOf({ line, before }: Pick<LineFacts, 'line' | 'before'>, { cycles }: Past): Handoff[] {
  const cycle = before && cycles.get(before.cycleId);
  if (before === undefined || cycle === undefined) return [];
  return handoffsOf(cycle, before.line)
    .filter((handoff) => goesOn(handoff, before))
    .map((handoff) => ({
      ...handoff,
      id: handoffId(line, handoff.owner),
      line,
      carriedFrom: handoff.carriedFrom ?? cycle.cycleId,
    }));
}

/** What is still asked, and consent that nobody has acted on yet. */
function goesOn(handoff: Handoff, before: PastLine): boolean {
  const { answer, closed } = handoff;
  return isOpen(handoff) || (wasAsked(before) && closed === null && answer?.kind === 'remove');
}

/** Routed out; carried where an answer came only after the sign-off. */
function wasAsked({ outcome }: PastLine): boolean {
  return outcome === 'routed' || outcome === 'carried';
}

/** Whether the questions are all that the line asks for; new owners or a part to remove here ask for more. */
function isSettled({ seat, before }: LineFacts, handoffs: readonly Handoff[]): boolean {
  if (!handoffs.some(isOpen)) return false;
  if (seat.verdict === 'route-out')
    return seat.owners.every((owner) => handoffs.some((handoff) => handoff.owner === owner));
  return before?.decision === 'route-out' && before.verdict === seat.verdict;
}
