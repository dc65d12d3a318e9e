import { cancelCycle, endDeciding, undoDecision } from '../../../../../src/domain/review/change-decision';
import { approveLines, returnLines } from '../../../../../src/domain/review/approve-lines';
import { decideLines } from '../../../../../src/domain/review/decide-lines';
import { carriedLines } from '../../../../../src/domain/review/carried';
import { refuseSignOff } from '../../../../../src/domain/review/sign-off';
import { answerHandoffs } from '../../../../../src/domain/routing/answer-handoffs';
import { handoffId, type AnswerKind } from '../../../../../src/domain/routing/handoff';
import type { OwnerClass } from '../../../../../src/domain/seat';
import { daysAhead } from '../../../../builders/times';
import { each, type Kinds, type Step } from './command';
import { PEOPLE } from './model-start';
import {
  allows,
  approvedState,
  bundleOf,
  close,
  consented,
  inDoubt,
  isApproved,
  isChangeable,
  isHalf,
  isThird,
  linesOf,
  type Model,
  type ModelLine,
  reopen,
} from './review-model';

/** Lines alone and together. */
export const CHOICES: readonly Lines[] = [[1], [2], [3], [1, 2], [2, 3], [1, 2, 3]];
/** Reviews differ in how many lines they have. */
export const has =
  (numbers: Lines) =>
  (model: Model): boolean =>
    linesOf(model, numbers).length === numbers.length;
export const isOwn = (line: ModelLine, by: string): boolean => line.account === by;
export const isOpen = ({ ended }: Model): boolean => ended === null;

export type Lines = readonly number[];
type Kind = Parameters<typeof allows>[1];

export function mayDecide(model: Model, numbers: Lines, kind: Kind, by: string): boolean {
  const lines = linesOf(model, numbers);
  const alike =
    new Set(lines.map(({ verdict }) => verdict)).size === 1 ||
    new Set(lines.map(({ bundle }) => bundle)).size === 1;
  const together = (line: ModelLine): boolean =>
    bundleOf(model, line).every((other) => lines.includes(other) || other.decision === 'remove');
  return (
    alike &&
    lines.every(
      (line) => !isOwn(line, by) && isChangeable(line) && allows(line, kind) && isThird(model, line, by),
    ) &&
    (kind !== 'remove' || lines.every(together))
  );
}

/** What a decision does to the questions that are open or answered (§7, Consent; §9). */
function ask({ verdict, demands, questions }: ModelLine, kind: Kind): void {
  const before = new Map(questions);
  questions.clear();
  if (kind === 'remove') {
    for (const [owner, answer] of before)
      if (owner === 'identity' || answer !== null) questions.set(owner, answer);
    if (verdict === 'split' && !questions.has('identity')) questions.set('identity', null);
  }
  if (kind === 'route-out')
    for (const owner of demands.length === 0 ? (['app'] as const) : demands)
      questions.set(owner, before.get(owner) === 'no-answer' ? 'no-answer' : null);
}

function decide(line: ModelLine, kind: Kind, by: string): void {
  reopen(line);
  line.deciders.add(by);
  line.decision = kind;
  ask(line, kind);
  if (kind === 'remove' || kind === 'exception') line.state = 'decided';
  else close(line, kind === 'keep' ? 'kept' : kind === 'wait' ? 'waiting' : 'routed');
}

const deciding = (decision: Kind): Step[] =>
  each(CHOICES, PEOPLE, (lines, by): Step => ({
    what: `${by} decides ${decision} on ${lines.join()}`,
    when: has(lines),
    may: (model) => isOpen(model) && mayDecide(model, lines, decision, by),
    then: (model) => {
      for (const line of linesOf(model, lines)) decide(line, decision, by);
    },
    really: (review) => {
      const until = decision === 'exception' ? daysAhead(90) : undefined;
      const control = decision === 'exception' ? 'a check each month' : undefined;
      const command = { lines, decision, reason: 'reviewed', note: 'looked into it', until, control };
      return review.run(by, (cycle, at) => decideLines(cycle, command, { by, at }));
    },
  }));

const undoing = each(CHOICES, PEOPLE, (lines, by) => ({
  what: `${by} undoes ${lines.join()}`,
  when: has(lines),
  may: (model) =>
    isOpen(model) &&
    linesOf(model, lines).every((line) => !isOwn(line, by) && line.decision !== null && isChangeable(line)),
  then: (model) => giveBack(model, lines),
  really: (review) => review.run(by, (cycle) => undoDecision(cycle, { lines, reason: 'a mistake' }, by)),
}));

/** An owner's answer stands for the next decision; a question without one is withdrawn. */
export function giveBack(model: Model, lines: Lines): void {
  for (const line of linesOf(model, lines)) {
    reopen(line);
    for (const [owner, answer] of line.questions) if (answer === null) line.questions.delete(owner);
  }
}

/** Who decided may approve only where the list in Settings leaves nobody else, and never among three (§7). */
function mayOverride(
  { separation, approvers }: Model,
  { deciders, account }: ModelLine,
  by: string,
): boolean {
  const others = approvers.filter((each) => each !== by && each !== account && !deciders.has(each));
  return separation === 'two-person' && approvers.includes(by) && others.length === 0;
}

const approving = (overriding: boolean): Step[] =>
  each(CHOICES, PEOPLE, (lines, by) => ({
    what: `${by} approves ${lines.join()}${overriding ? ', with a reason for doing so alone' : ''}`,
    when: has(lines),
    may: (model) =>
      isOpen(model) &&
      linesOf(model, lines).every(
        (line) =>
          line.state === 'decided' &&
          !isOwn(line, by) &&
          isThird(model, line, by) &&
          (!line.deciders.has(by) || (overriding && mayOverride(model, line, by))) &&
          (line.decision !== 'remove' || line.verdict !== 'route-out' || consented(line)),
      ),
    then: (model) => {
      for (const line of linesOf(model, lines)) {
        line.approver = by;
        if (line.decision === 'exception') close(line, 'excepted');
        else line.state = approvedState(line);
      }
    },
    really: (review) => {
      const override = overriding
        ? { rule: 'decider-is-approver' as const, reason: 'nobody else is left' }
        : undefined;
      return review.run(by, (cycle) => approveLines(cycle, { lines, override }, by));
    },
  }));

export const returning = each(CHOICES, PEOPLE, (lines, by) => ({
  what: `${by} returns ${lines.join()}`,
  when: has(lines),
  may: (model) =>
    isOpen(model) &&
    linesOf(model, lines).every(
      (line) =>
        !isOwn(line, by) &&
        (line.state === 'decided' || isApproved(line) || line.outcome === 'excepted') &&
        !bundleOf(model, line).some((mate) => inDoubt(mate) || isHalf(mate)),
    ),
  then: (model) => giveBack(model, lines),
  really: (review) => review.run(by, (cycle) => returnLines(cycle, { lines, reason: 'look again' }, by)),
}));

const OWNERS: readonly OwnerClass[] = ['identity', 'technical', 'business', 'app'];
const QUESTIONS = [1, 2, 3].flatMap((line) => OWNERS.map((owner) => [line, owner] as const));
/** Holds a seat in some reviews, about which she may record no answer either. */
const RECORDER = 'rita';
const answering = (answer: AnswerKind): Step[] =>
  each(QUESTIONS, [undefined, ...PEOPLE], ([number, owner], answeredByAccount): Step => ({
    what: `${answeredByAccount ?? 'somebody'} answers ${answer} as ${owner} owner of ${String(number)}`,
    when: has([number]),
    may: (model) =>
      isOpen(model) &&
      linesOf(model, [number]).every(
        (line) =>
          line.questions.has(owner) &&
          line.account !== answeredByAccount &&
          !isOwn(line, RECORDER) &&
          (owner === 'identity' || !['approved', 'noticed', 'executing', 'verifying'].includes(line.state)),
      ),
    then: (model) => {
      for (const line of linesOf(model, [number])) line.questions.set(owner, answer);
    },
    really: (review) => {
      const handoffIds = [handoffId(number, owner)];
      const command = { handoffIds, answer, answeredBy: 'the owner', answeredByAccount, note: '' };
      return review.run(RECORDER, (cycle) => answerHandoffs(cycle, command, RECORDER));
    },
  }));

/** The no-response rule: its decider is who chose it, where that person may decide (§7). */
function closeUndecided(model: Model, by: string): void {
  for (const line of model.lines.filter(({ state }) => state === 'undecided')) {
    if (model.noResponse === 'carry') {
      close(line, 'carried');
      continue;
    }
    const mayBe = (person: string): boolean => !isOwn(line, person) && isThird(model, line, person);
    const removes =
      model.noResponse === 'follow-recommendation' && line.verdict === 'cleanup' && mayBe(model.chooser);
    line.decision = removes ? 'remove' : 'keep';
    line.deciders.add([model.chooser, by].find(mayBe) ?? 'app');
    line.questions.clear();
    if (removes) line.state = 'decided';
    else close(line, 'no-answer');
  }
}

const endingDeciding = PEOPLE.map((by): Step => ({
  what: `${by} ends deciding`,
  may: (model) => {
    const open = model.lines.filter(({ state }) => state === 'undecided');
    return isOpen(model) && open.length > 0 && open.every(({ account }) => account !== by);
  },
  then: (model) => closeUndecided(model, by),
  really: (review) =>
    review.run(by, (cycle) => endDeciding(cycle, 'the time is over', { by, at: daysAhead(21) })),
}));

const signingOff = PEOPLE.map((by): Step => ({
  what: `${by} signs off`,
  may: (model) => {
    const deciders = new Set(model.lines.flatMap((line) => [...line.deciders]));
    deciders.delete('app');
    return (
      isOpen(model) &&
      model.running === null &&
      model.lines.every(({ state }) => state === 'closed') &&
      !(deciders.size === 1 && deciders.has(by)) &&
      !model.executors.has(by)
    );
  },
  then: (model) => {
    model.ended = 'signed-off';
    for (const line of model.lines) {
      const asked = [...line.questions.values()].some((answer) => answer === null || answer === 'no-answer');
      if (line.outcome === 'waiting' || (line.outcome === 'routed' && asked)) close(line, 'carried');
    }
  },
  really: (review) =>
    review.run(by, (cycle) => {
      const carried = carriedLines(cycle);
      const event = { kind: 'cycle-signed-off' as const, statement: 'I reviewed it.', printed: '', carried };
      return refuseSignOff(cycle, by) ?? { ok: true, event };
    }),
}));

const cancelling: Step = {
  what: 'rita cancels the review',
  may: (model) =>
    isOpen(model) && model.running === null && model.lines.every(({ removals }) => removals.size === 0),
  then: (model) => {
    model.ended = 'cancelled';
  },
  really: (review) => review.run('rita', (cycle) => cancelCycle(cycle, 'opened by mistake')),
};

const OTHERWISE = (['keep', 'exception', 'wait'] as const).flatMap(deciding);
const ANSWERS = (['keep', 'no-answer', 'done', 'not-mine'] as const).flatMap(answering);

/** What people do with lines; what brings them on comes first. */
export const peoplesSteps: Kinds = [
  ...[approving(false), deciding('remove'), answering('remove'), deciding('route-out'), approving(true)],
  ...[ANSWERS, approving(true), OTHERWISE, approving(true), [...undoing, ...returning, ...endingDeciding]],
];

/** What brings a review to its end. */
export const endings: readonly Step[] = [...signingOff, cancelling];
