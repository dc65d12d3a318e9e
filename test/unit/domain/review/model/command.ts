import fc from 'fast-check';
import { expect } from 'vitest';
import { Refused, type Review } from '../../../../builders/review';
import { brokenInvariants } from './invariants';
import type { Model } from './review-model';

export interface Real {
  review: Review;
  /** What was done so far. */
  told: readonly string[];
}

/** Something that somebody tries, or that happens. */
export interface Step {
  readonly what: string;
  /** Whether it can come up at all; always, unless it follows from something outside. */
  readonly when?: (model: Model) => boolean;
  /** Whether product.md allows it. */
  readonly may: (model: Model) => boolean;
  /** What comes of it, by product.md. */
  readonly then: (model: Model) => void;
  readonly really: (review: Review, model: Model) => Review;
}

/** What people try, and what happens, by kind: all that only differs in who and where. */
export type Kinds = readonly (readonly Step[])[];

/** Which kind, and which of it; evenly, where small numbers would come more often by themselves. */
const anyPick = fc.noBias(fc.tuple(fc.nat(), fc.nat()));

/** Something that is allowed now, whatever its kind, so that walks come far. */
export function somethingAllowed(kinds: Kinds): fc.Arbitrary<fc.Command<Model, Real>> {
  return anyPick.map(
    ([kind, pick]) =>
      new Attempt((model) => {
        // The kind that was picked, or the next one of which anything is allowed.
        for (const steps of [...kinds.slice(kind % kinds.length), ...kinds]) {
          const allowed = steps.filter((step) => comesUp(step, model) && step.may(model));
          if (allowed.length > 0) return at(allowed, pick);
        }
        return undefined;
      }),
  );
}

/** Anything at all, much of which is refused. */
export function anything(kinds: Kinds): fc.Arbitrary<fc.Command<Model, Real>> {
  return anyPick.map(
    ([kind, pick]) =>
      new Attempt((model) => {
        const possible = (at(kinds, kind) ?? []).filter((step) => comesUp(step, model));
        return at(possible, pick);
      }),
  );
}

const comesUp = ({ when }: Step, model: Model): boolean => when?.(model) ?? true;

function at<Item>(items: readonly Item[], number: number): Item | undefined {
  return items[number % Math.max(1, items.length)];
}

/** A refusal's code and sentence. */
const SENTENCE = /^[a-z-]+\.[a-z-]+: .{10,}\.$/;

class Attempt implements fc.Command<Model, Real> {
  constructor(private readonly choose: (model: Model) => Step | undefined) {}

  check(): boolean {
    return true;
  }

  /** What it comes to depends on the walk so far, whose steps a failure lists. */
  toString(): string {
    return 'a step';
  }

  run(model: Model, real: Real): void {
    const step = this.choose(model);
    if (step !== undefined) attempt(step, model, real);
  }
}

/** Tries it on both: the code allows what the model allows, and nothing of a refused step remains. */
export function attempt({ what, may, then, really }: Step, model: Model, real: Real): void {
  const told = [...real.told, what];
  const allowed = may(model);
  const next = tried(() => really(real.review, model));
  if ((next !== null) !== allowed)
    expect.fail(`By product.md the last step is ${allowed ? 'allowed' : 'refused'}:\n${told.join('\n')}`);
  if (next === null) return;
  then(model);
  Object.assign(real, { told, review: next });
  const broken = brokenInvariants(model, next);
  // Thousands of steps would make a matcher for each slow.
  if (broken.length > 0) expect(broken, told.join('\n')).toEqual([]);
}

/** The review after the step; null when it was refused, with a code and a sentence. */
function tried(step: () => Review): Review | null {
  try {
    return step();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    if (!SENTENCE.test(error.message)) expect.fail(`this gives no reason: ${error.message}`);
    return null;
  }
}

/** Every way of choosing one of each. */
export function each<A, B>(first: readonly A[], second: readonly B[], make: (a: A, b: B) => Step): Step[] {
  return first.flatMap((a) => second.map((b) => make(a, b)));
}
