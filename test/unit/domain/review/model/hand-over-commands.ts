import { decideLines } from '../../../../../src/domain/review/decide-lines';
import { assignLines } from '../../../../../src/domain/review/hand-over';
import { each, type Step } from './command';
import { PEOPLE } from './model-start';
import { CHOICES, giveBack, has, isOpen, isOwn, mayDecide, type Lines } from './people-commands';
import { bundleOf, isChangeable, linesOf, type Model } from './review-model';

/** Nobody gets their own account, and nothing approved changes hands. */
function mayGive(model: Model, numbers: Lines, to: string | null, by: string): boolean {
  const beyond = ['approved', 'noticed', 'executing', 'verifying'];
  return (
    isOpen(model) &&
    linesOf(model, numbers).every(
      (line) =>
        !isOwn(line, by) &&
        line.account !== to &&
        isChangeable(line) &&
        !bundleOf(model, line).some(({ state }) => beyond.includes(state)),
    )
  );
}

/** A bundle goes to one person. */
function give(model: Model, numbers: Lines, to: string | null): void {
  for (const line of linesOf(model, numbers).flatMap((each) => bundleOf(model, each))) line.assignee = to;
}

/** Whoever is named, else the fallback reviewer, where that is somebody else. */
function heir(model: Model, numbers: Lines, handTo: string | undefined, by: string): string | null {
  const { fallbackReviewer: fallback } = model;
  const isTheirs = linesOf(model, numbers).every(({ account }) => account === fallback);
  return handTo ?? (fallback === by || isTheirs ? null : fallback);
}

const BY_AND_TO = PEOPLE.flatMap((by) => [undefined, ...PEOPLE].map((to) => [by, to] as const));

export const handingOver: readonly Step[] = each(CHOICES, BY_AND_TO, (lines, [by, handTo]) => ({
  what: `${by} says that ${lines.join()} is not theirs, but ${handTo ?? 'somebody'}’s`,
  when: has(lines),
  may: (model) =>
    mayDecide(model, lines, 'not-mine', by) &&
    // Whoever hands over does not get it back.
    heir(model, lines, handTo, by) !== by &&
    mayGive(model, lines, heir(model, lines, handTo, by), by),
  then: (model) => {
    const to = heir(model, lines, handTo, by);
    const decided = linesOf(model, lines).filter(
      ({ decision, state }) => decision !== null || state !== 'undecided',
    );
    giveBack(
      model,
      decided.map(({ line }) => line),
    );
    give(model, lines, to);
  },
  really: (review) => {
    const command = { lines, decision: 'not-mine', reason: 'other', note: 'another team', handTo } as const;
    return review.run(by, (cycle, at) => decideLines(cycle, command, { by, at }));
  },
}));

export const assigning: readonly Step[] = each(CHOICES, BY_AND_TO, (lines, [by, person]) => {
  const to = person ?? null;
  return {
    what: `${by} assigns ${lines.join()} to ${person ?? 'nobody'}`,
    when: has(lines),
    may: (model) =>
      mayGive(model, lines, to, by) &&
      linesOf(model, lines).some((line) => bundleOf(model, line).some(({ assignee }) => assignee !== to)),
    then: (model) => give(model, lines, to),
    really: (review) => review.run(by, (cycle) => assignLines(cycle, { lines, to, reason: 'a holiday' }, by)),
  };
});
