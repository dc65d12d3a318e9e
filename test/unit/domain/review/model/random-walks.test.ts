import fc from 'fast-check';
import { expect, it } from 'vitest';
import { phaseOf } from '../../../../../src/domain/review/cycle';
import { emptyCycle, foldRecord } from '../../../../../src/domain/review/fold-cycle';
import { CYCLE_ID, type Review } from '../../../../builders/review';
import { BEGINNINGS } from './beginnings';
import { anything, attempt, somethingAllowed, type Step } from './command';
import { assigning, handingOver } from './hand-over-commands';
import { expectStorable } from './invariants';
import { anyStart, begin } from './model-start';
import { noticeSteps } from './notice-commands';
import { endings, peoplesSteps, returning } from './people-commands';
import { runSteps, stops } from './run-commands';

const GOING_ON = [...runSteps, ...noticeSteps, ...peoplesSteps, handingOver, assigning, stops];

/** Long enough that lines are decided, approved, removed, verified and signed off by chance alone. */
const anyWalk = fc.commands(
  [
    ...Array.from({ length: 6 }, () => somethingAllowed(GOING_ON)),
    ...Array.from({ length: 3 }, () => anything([...GOING_ON, [...returning, ...endings]])),
  ],
  { maxCommands: 120, size: 'max' },
);

it('A review goes as its rules say, whatever people try and whatever happens', () => {
  const reached = new Set<string>();
  fc.assert(
    fc.property(anyStart, fc.constantFrom(...BEGINNINGS), anyWalk, (start, beginning, steps) => {
      const { model, real } = begin(start);
      for (const step of beginning.map(named)) if (step.when?.(model) ?? true) attempt(step, model, real);
      fc.modelRun(() => ({ model, real }), steps);
      expectStorable(real.review);
      for (const place of placesOf(real.review)) reached.add(place);
    }),
    { numRuns: 700 },
  );
  expect([...reached].sort(), 'places that the walks came to').toEqual([...EVERY_PLACE].sort());
}, 120_000);

function named(what: string): Step {
  const step = GOING_ON.flat().find((each) => each.what === what);
  if (step === undefined) throw new Error(`there is no step “${what}”`);
  return step;
}

/** Every state in which the review and one of its lines ever were. */
function* placesOf({ records }: Review): Generator<string> {
  let cycle = emptyCycle(CYCLE_ID);
  for (const record of records) {
    cycle = foldRecord(cycle, record);
    yield `review ${phaseOf(cycle)}`;
    for (const { state, outcome } of cycle.lines) yield outcome ?? state;
  }
}

const EVERY_PLACE = [
  ...['draft', 'open', 'executing', 'verifying', 'signed-off', 'cancelled'].map((phase) => `review ${phase}`),
  ...['undecided', 'decided', 'approved', 'noticed', 'executing', 'verifying', 'kept', 'excepted', 'removed'],
  ...['routed', 'waiting', 'cancelled', 'blocked', 'no-answer', 'carried', 'not-verified'],
];
