import type { VerificationCheck, VerificationOutcome } from '../../../../../src/domain/review/after-removal';
import type { Review } from '../../../../builders/review';
import { each, type Kinds, type Step } from './command';
import { PEOPLE } from './model-start';
import { allGone, approvedState, close, linesOf, planned, type Model, type ModelLine } from './review-model';

type Outcome = 'sent' | 'already-gone' | 'blocked' | 'unclear' | 'declined';

const KNOWN: Readonly<Record<Outcome, 'in doubt' | 'not sent' | 'sent' | 'gone' | 'blocked'>> = {
  sent: 'sent',
  'already-gone': 'gone',
  blocked: 'blocked',
  unclear: 'in doubt',
  declined: 'not sent',
};

const starting = PEOPLE.map((by): Step => ({
  what: `${by} starts the run`,
  may: (model) => {
    const plan = planned(model);
    return (
      model.ended === null &&
      model.running === null &&
      plan.length > 0 &&
      plan.every(({ account }) => account !== by) &&
      (model.separation === 'two-person' ||
        plan.every(({ deciders, approver }) => !deciders.has(by) && approver !== by))
    );
  },
  then: (model) => {
    for (const line of planned(model)) {
      line.state = 'executing';
      line.executors.add(by);
    }
    model.running = by;
    model.executors.add(by);
  },
  really: (review) => review.startRun(by),
}));

/** One membership to end, with the lines that it closes. */
interface Write {
  readonly accountId: string;
  readonly groupId: string;
  readonly lines: readonly ModelLine[];
}

/** Every write of the lines, person by person and group by group. */
function writesOf(lines: readonly ModelLine[], wanted: (line: ModelLine, group: string) => boolean): Write[] {
  const pairs = lines.flatMap((line) =>
    line.groups.filter((group) => wanted(line, group)).map((group) => ({ line, group })),
  );
  const names = [...new Set(pairs.map(({ line, group }) => `${line.account} ${group}`))].sort();
  return names.map((name) => {
    const [accountId = '', groupId = ''] = name.split(' ');
    const own = pairs.filter(({ line, group }) => line.account === accountId && group === groupId);
    return { accountId, groupId, lines: own.map(({ line }) => line) };
  });
}

/** The write that comes next in the run. */
function nextWrite({ lines, running }: Model): Write | undefined {
  const executing = lines.filter(({ state }) => running !== null && state === 'executing');
  return writesOf(executing, ({ removals }, group) =>
    [undefined, 'not sent', 'in doubt'].includes(removals.get(group)),
  )[0];
}

/** Writes that were begun, and of which nobody knows what became. */
const inDoubt = ({ lines }: Model): Write[] =>
  writesOf(lines, ({ removals }, group) => removals.get(group) === 'in doubt');

function event({ accountId, groupId, lines }: Write, review: Review) {
  const runId = review.cycle.runs.at(-1)?.runId ?? '';
  return { runId, accountId, groupId, lines: lines.map(({ line }) => line) };
}

const beginning: Step = {
  what: 'the next removal is begun',
  when: (model) => nextWrite(model) !== undefined,
  may: () => true,
  then: (model) => {
    const write = nextWrite(model);
    for (const { removals } of write?.lines ?? []) removals.set(write?.groupId ?? '', 'in doubt');
  },
  really: (review, model) => {
    const write = nextWrite(model);
    if (write === undefined) return review;
    return review.record(model.running, { kind: 'removal-attempted', ...event(write, review), attempt: 1 });
  },
};

/** The answer may come after the run was stopped: what happened outside is recorded all the same. */
const answering = (outcomes: readonly Outcome[]): Step[] =>
  each(outcomes, [true, false], (outcome, last): Step => {
    const answered = (model: Model): Write | undefined => inDoubt(model).at(last ? -1 : 0);
    return {
      what: `the ${last ? 'last' : 'first'} removal in doubt turns out as ${outcome}`,
      when: (model) => answered(model) !== undefined,
      may: () => true,
      then: (model) => {
        const write = answered(model);
        for (const line of write?.lines ?? []) {
          line.removals.set(write?.groupId ?? '', KNOWN[outcome]);
          const known = line.groups.map((group) => line.removals.get(group));
          if (known.includes('blocked')) close(line, 'blocked');
          else if (allGone(line)) line.state = 'verifying';
        }
      },
      really: (review, model) => {
        const write = answered(model);
        if (write === undefined) return review;
        const told = { outcome, notBefore: null, status: null, note: 'as it was', handoffs: [] };
        return review.record('emil', { kind: 'removal-observed', ...event(write, review), ...told });
      },
    };
  });

/** Only what still goes on can be cancelled: what was removed already stays removed (§8). */
const cancelling: Step = {
  what: 'the pre-flight cancels what is left of the next person',
  when: (model) => {
    const next = nextWrite(model);
    return next !== undefined && !inDoubt(model).some(({ accountId }) => accountId === next.accountId);
  },
  may: () => true,
  then: (model) => {
    const accountId = nextWrite(model)?.accountId;
    for (const line of model.lines)
      if (line.account === accountId && line.state === 'executing') close(line, 'cancelled');
  },
  really: (review, model) => {
    const accountId = nextWrite(model)?.accountId ?? '';
    const run = review.cycle.runs.at(-1);
    const lines = run?.items.find((item) => item.accountId === accountId)?.lines ?? [];
    const about = { runId: run?.runId ?? '', accountId, lines, cause: 'used meanwhile' };
    return review.record(model.running, { kind: 'removal-cancelled', ...about });
  },
};

const ending: Step = {
  what: 'the run ends or is stopped',
  when: ({ running }) => running !== null,
  may: () => true,
  then: (model) => {
    model.running = null;
    for (const line of model.lines) if (line.state === 'executing') line.state = approvedState(line);
  },
  really: (review) => review.endRun(),
};

const CHECKS: readonly VerificationCheck[] = ['first', 'day', 'day'];
const FOUND: readonly VerificationOutcome[] = [
  'access-gone',
  'membership-gone',
  'not-changed',
  'unverifiable',
];
const verifying = each(CHECKS, FOUND, (check, found): Step => ({
  what: `the ${check} check finds ${found}`,
  when: ({ lines }) => lines.some(({ state }) => state === 'verifying'),
  may: () => true,
  then: ({ lines }) => {
    if (check === 'first' || found === 'unverifiable') return;
    for (const line of lines.filter(({ state }) => state === 'verifying'))
      close(line, found === 'not-changed' ? 'not-verified' : 'removed');
  },
  really: (review) => review.verify(found, check),
}));

/** A scan finds that a question no longer stands, also while its line is being removed (§9). */
const withdrawing = [1, 2, 3].map((number): Step => ({
  what: `a scan withdraws what was asked about ${String(number)}`,
  when: (model) =>
    model.ended === null && linesOf(model, [number]).some(({ questions }) => questions.size > 0),
  may: () => true,
  then: (model) => {
    for (const { questions } of linesOf(model, [number])) questions.clear();
  },
  really: (review) =>
    review.cycle.handoffs
      .filter(({ line, closed }) => line === number && closed === null)
      .reduce((next, { id }) => next.closeHandoff(id, 'withdrawn'), review),
}));

/** What starting a plan leads to, in any order in which it can come. */
export const runSteps: Kinds = [
  ...[verifying, answering(['already-gone', 'blocked', 'unclear', 'declined']), answering(['sent'])],
  ...[[beginning], starting],
];

/** What stands in the way of removals. */
export const stops: readonly Step[] = [cancelling, ending, ...withdrawing];
