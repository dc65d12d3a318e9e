import { isDeepStrictEqual } from 'node:util';
import { expect } from 'vitest';
import { z } from 'zod';
import { findChainFault } from '../../../../../src/domain/evidence/hash-chain';
import type { CycleEvent } from '../../../../../src/domain/review/events';
import { foldCycle, type CycleRecord } from '../../../../../src/domain/review/fold-cycle';
import type { Line, LineState } from '../../../../../src/domain/review/line';
import { CYCLE_ID, type Review } from '../../../../builders/review';
import { bundleOf, linesOf, type Model, type ModelLine } from './review-model';

/** What may have brought a line to where it is. */
const REACHED_BY: Readonly<Record<LineState, readonly CycleEvent['kind'][]>> = {
  undecided: ['lines-added', 'lines-assigned', 'decision-undone', 'lines-returned', 'seat-claimed'],
  decided: ['lines-decided', 'lines-assigned', 'deciding-ended'],
  approved: ['lines-approved', 'notice-attempted', 'run-ended', 'removal-observed'],
  noticed: ['lines-approved', 'notice-observed', 'run-ended', 'removal-observed'],
  executing: ['run-started', 'removal-attempted', 'removal-observed'],
  verifying: ['removal-observed', 'lines-verified'],
  closed: [
    ...(['lines-decided', 'deciding-ended', 'lines-approved', 'removal-cancelled'] as const),
    ...(['removal-observed', 'lines-verified', 'cycle-signed-off', 'handoffs-carried'] as const),
    'lines-assigned',
  ],
};

/** An owner's answer counts as a change of the line, and leaves it where it is. */
const LEAVES_IT: CycleEvent['kind'] = 'handoffs-answered';

/** What holds after every step, whatever people try: what of it does not, as sentences. */
export function brokenInvariants(model: Model, review: Review): string[] {
  const lines = review.cycle.lines.flatMap((line, index) => {
    const modelled = model.lines[index];
    return modelled === undefined
      ? [claim('no line comes from nowhere', false)]
      : [
          ...whereItIs(line, modelled, review.records),
          ...separateDuties(line, modelled, model, review),
          ...grounds(line, modelled, review),
        ].map(({ says, holds }) => claim(`line ${String(line.facts.line)}: ${says}`, holds));
  });
  return [...lines, ...wholeBundles(model, review), ...itsLedger(review)]
    .filter(({ holds }) => !holds)
    .map(({ says }) => says);
}

const claim = (says: string, holds: boolean) => ({ says, holds });
type Claims = ReturnType<typeof claim>[];

/** Each line is where the model has it, and the record that brought it there can have done so. */
function whereItIs(line: Line, model: ModelLine, records: readonly CycleRecord[]): Claims {
  const { state, outcome, decision, deciders, approvedBy, changed } = line;
  const kind = records[changed.sequence - 1]?.event.kind ?? 'lines-added';
  return [
    claim(`${state} is ${model.state}`, state === model.state),
    claim(`${String(outcome)} is ${String(model.outcome)}`, outcome === model.outcome),
    claim(`the decision is ${String(model.decision)}`, (decision?.kind ?? null) === model.decision),
    claim('the deciders are all who decided', isDeepStrictEqual(new Set(deciders), model.deciders)),
    claim(`the approver is ${String(model.approver)}`, approvedBy === model.approver),
    claim(`${String(line.assignee)} is assigned`, line.assignee === model.assignee),
    claim('nobody is assigned to their own account', line.assignee !== line.facts.seat.accountId),
    claim(`${kind} may lead to ${state}`, kind === LEAVES_IT || REACHED_BY[state].includes(kind)),
    claim('a closed line, and no other, has an outcome', (outcome !== null) === (state === 'closed')),
  ];
}

/** product.md §7, Separation of duties. */
function separateDuties(
  line: Line,
  { executors }: ModelLine,
  { separation }: Model,
  { cycle }: Review,
): Claims {
  const { facts, deciders, approvedBy, override, decision } = line;
  const answered = cycle.handoffs
    .filter((each) => each.line === facts.line)
    .map(({ answer }) => answer?.byAccountId);
  const concerned = [...deciders, approvedBy, ...executors, ...answered].includes(facts.seat.accountId);
  const alone = approvedBy !== null && deciders.includes(approvedBy);
  const third = [...executors].every((person) => !deciders.includes(person) && person !== approvedBy);
  // A decision that was carried over is nobody's in this review.
  const known = decision === null || decision.by === 'app' || deciders.includes(decision.by);
  return [
    claim('nobody acts on their own account', !concerned),
    claim('whoever decided is a decider', known),
    claim('who decided approves only with a written reason', !alone || (override?.reason ?? '') !== ''),
    claim('who decided never approves among three', !alone || separation === 'two-person'),
    claim('decider, approver and executor are three', third || separation === 'two-person'),
  ];
}

/** Nothing is removed without a decision, an approval and, for a route-out, the consent of its owners. */
function grounds(line: Line, { demands, verdict }: ModelLine, { cycle }: Review): Claims {
  if (!['approved', 'noticed', 'executing', 'verifying'].includes(line.state)) return [];
  const answers = demands.map(
    (owner) =>
      cycle.handoffs.find((each) => each.line === line.facts.line && each.owner === owner)?.answer?.kind,
  );
  return [
    claim('it was decided as remove', line.decision?.kind === 'remove'),
    claim('it was approved', line.approvedBy !== null),
    claim('it is no hold', verdict !== 'hold'),
    claim('its owners agreed', verdict !== 'route-out' || answers.every((answer) => answer === 'remove')),
  ];
}

function wholeBundles(model: Model, { cycle }: Review): Claims {
  const assignees = model.lines.map(
    (line) => new Set(bundleOf(model, line).map(({ line: number }) => cycle.lines[number - 1]?.assignee)),
  );
  const runs = cycle.runs.flatMap(({ items }) =>
    items.map(({ lines }) => {
      const whole = linesOf(model, lines).flatMap((line) =>
        bundleOf(model, line).map(({ line: number }) => number),
      );
      return claim('a bundle is removed as a whole', isDeepStrictEqual(new Set(whole), new Set(lines)));
    }),
  );
  return [...runs, ...assignees.map((people) => claim('a bundle is one person’s', people.size === 1))];
}

/** The ledger alone tells the same review again, and ends with it. */
function itsLedger({ records, cycle }: Review): Claims {
  const end = records.findIndex(({ event }) => ['cycle-signed-off', 'cycle-cancelled'].includes(event.kind));
  return [
    claim('its ledger tells the same', isDeepStrictEqual(foldCycle(CYCLE_ID, records), cycle)),
    claim('nothing changes after the end', end < 0 || records.length === end + 1),
  ];
}

/** Records are stored as text, and each is chained to the one before. */
export function expectStorable({ records, cycle }: Review): void {
  const stored = z.custom<CycleRecord[]>(Array.isArray).parse(JSON.parse(JSON.stringify(records)));
  expect(findChainFault(stored, cycle.headHash)).toBeNull();
  expect(foldCycle(CYCLE_ID, stored)).toEqual(cycle);
}
