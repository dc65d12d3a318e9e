import type { Door, VerificationCheck, VerificationOutcome } from '../../src/domain/review/after-removal';
import { chainRecord } from '../../src/domain/evidence/hash-chain';
import type { PlanQuestion } from '../../src/domain/plan/approved-removals';
import { peopleToTell } from '../../src/domain/notice/people-to-tell';
import { planRemovals, type PlannedPerson, type RemovalPlan } from '../../src/domain/plan/removal-plan';
import { approveLines, returnLines } from '../../src/domain/review/approve-lines';
import {
  acknowledgeUnexplained,
  cancelCycle,
  endDeciding,
  undoDecision,
} from '../../src/domain/review/change-decision';
import { claimSeat } from '../../src/domain/review/claim-seat';
import type { Cycle } from '../../src/domain/review/cycle';
import { decideLines, type DecideCommand } from '../../src/domain/review/decide-lines';
import type { DecisionKind } from '../../src/domain/review/decision';
import type { CycleEvent } from '../../src/domain/review/events';
import { emptyCycle, foldRecord, type CycleRecord } from '../../src/domain/review/fold-cycle';
import { removalGroups, type Line } from '../../src/domain/review/line';
import type { Ruling } from '../../src/domain/review/ruling';
import { carriedLines } from '../../src/domain/review/carried';
import { refuseSignOff } from '../../src/domain/review/sign-off';
import { answerHandoffs } from '../../src/domain/routing/answer-handoffs';
import type { AnswerKind, Handoff } from '../../src/domain/routing/handoff';
import { DAY_MS, MINUTE_MS, toIso } from '../../src/lib/duration';
import { mayNotStart } from '../../src/usecases/execute-plan';
import { daysAhead, TAKEN_AT } from './times';

export const CYCLE_ID = 'cycle-1';

/** People of every review; none of them holds a seat unless a test says so. */
export const REVIEWER = 'rita';
export const APPROVER = 'paul';
export const EXECUTOR = 'emil';

/** A step that people could not have taken. */
export class Refused extends Error {}

type Command = (cycle: Cycle, at: string) => Ruling;
type Observed = Extract<CycleEvent, { kind: 'removal-observed' }>;
type Told = Extract<CycleEvent, { kind: 'notice-observed' }>;

/** What a plan rests on besides the review itself. */
export interface PlanGiven {
  readonly inferred?: readonly string[];
  readonly confirmed?: readonly string[];
  /** Products that end only because lines are removed together. */
  readonly together?: readonly string[];
}

/**
 * A review and the ledger that tells it. Every step goes through the real command and throws where that refuses,
 * so no test can start from a state that people could not have reached. Each step returns a new review.
 */
export class Review {
  private constructor(
    readonly records: readonly CycleRecord[],
    readonly cycle: Cycle,
    /** Unix milliseconds of the next record. */
    private readonly clock: number,
  ) {}

  static before(): Review {
    return new Review([], emptyCycle(CYCLE_ID), Date.parse(TAKEN_AT));
  }

  line(number: number): Line {
    const line = this.cycle.lines[number - 1];
    if (line === undefined) throw new Error(`this review has no line ${String(number)}`);
    return line;
  }

  handoff(id: string): Handoff {
    const handoff = this.cycle.handoffs.find((each) => each.id === id);
    if (handoff === undefined) throw new Error(`this review has no handoff ${id}`);
    return handoff;
  }

  /** The same review, with the next record at this time. */
  at(time: string): Review {
    return new Review(this.records, this.cycle, Date.parse(time));
  }

  /** The same review, with the next record so many days later. */
  later(days: number): Review {
    return new Review(this.records, this.cycle, this.clock + days * DAY_MS);
  }

  /** What a command would lead to, refusals included. */
  ask(command: Command): Ruling {
    return command(this.cycle, toIso(this.clock));
  }

  run(by: string | null, command: Command): Review {
    const ruling = this.ask(command);
    if (!ruling.ok) throw new Refused(`${ruling.code}: ${ruling.message}`);
    return this.record(by, ruling.event);
  }

  decide(
    lines: readonly number[],
    decision: DecisionKind,
    { by = REVIEWER, ...rest }: Partial<DecideCommand> & { by?: string } = {},
  ): Review {
    const until = decision === 'exception' ? daysAhead(90) : undefined;
    const control = decision === 'exception' ? 'a check by the team lead each month' : undefined;
    const command = { lines, decision, reason: 'reviewed', note: 'looked into it', until, control, ...rest };
    return this.run(by, (cycle, at) => decideLines(cycle, command, { by, at }));
  }

  approve(lines: readonly number[], by = APPROVER, overrideReason?: string): Review {
    const override =
      overrideReason === undefined
        ? undefined
        : { rule: 'decider-is-approver' as const, reason: overrideReason };
    return this.run(by, (cycle) => approveLines(cycle, { lines, override }, by));
  }

  giveBack(lines: readonly number[], by = APPROVER): Review {
    return this.run(by, (cycle) => returnLines(cycle, { lines, reason: 'please look again' }, by));
  }

  undo(lines: readonly number[], by = REVIEWER): Review {
    return this.run(by, (cycle) => undoDecision(cycle, { lines, reason: 'a mistake' }, by));
  }

  /** On the day on which the review is due, unless that has passed. */
  endDeciding(by = REVIEWER): Review {
    const due = Date.parse(this.cycle.dueAt);
    const then = due > this.clock ? this.at(this.cycle.dueAt) : this;
    return then.run(by, (cycle, at) => endDeciding(cycle, 'the time is over', { by, at }));
  }

  acknowledge(product: string, by = REVIEWER): Review {
    return this.run(by, (cycle) => acknowledgeUnexplained(cycle, { product, reason: 'known lag' }, by));
  }

  answer(handoffIds: readonly string[], answer: AnswerKind, answeredByAccount?: string): Review {
    const command = { handoffIds, answer, answeredBy: 'Olga Owner', answeredByAccount, note: '' };
    return this.run(REVIEWER, (cycle) => answerHandoffs(cycle, command, REVIEWER));
  }

  closeHandoff(handoffId: string, cause: 'path-removed' | 'seat-ended' | 'withdrawn' | 'answered'): Review {
    if (this.handoff(handoffId).closed !== null) throw new Error(`${handoffId} is closed already`);
    return this.record(null, { kind: 'handoff-closed', handoffId, cause, note: 'seen in a scan' });
  }

  plan(given: PlanGiven = {}): RemovalPlan {
    return planRemovals(this.question(given), toIso(this.clock));
  }

  /** Whom approved removals concern and nobody has begun to tell. */
  untold(given: PlanGiven = {}): readonly PlannedPerson[] {
    return peopleToTell(this.question(given));
  }

  /** Tells everybody who waits, each with this outcome and Jira's answer to the message. */
  tell(outcome: Told['outcome'] = 'told', status = outcome === 'told' ? 204 : 403): Review {
    const told = { outcome, status, notBefore: null, why: outcome === 'told' ? '' : `it was ${outcome}.` };
    return this.untold().reduce<Review>((review, { accountId, lines }) => {
      const begun = review.record(REVIEWER, { kind: 'notice-attempted', accountId, lines });
      return begun.record(REVIEWER, { kind: 'notice-observed', accountId, lines, ...told });
    }, this);
  }

  claim(by: string, product = 'jira-software', note = 'I close the books in January.'): Review {
    return this.run(by, (cycle) => claimSeat(cycle, { product, note }, by));
  }

  private question({ inferred, confirmed, together }: PlanGiven): PlanQuestion {
    return {
      cycle: this.cycle,
      inferredGroups: new Set(inferred),
      confirmedGroups: new Set(confirmed),
      groupName: (id) => id,
      endsTogether: () => together ?? [],
    };
  }

  /** Starts the run of everything that the plan holds. */
  startRun(by = EXECUTOR): Review {
    const { people, fingerprint } = this.plan();
    const refusal = mayNotStart(this.cycle, people, by);
    if (refusal !== null) throw new Refused(`run.not-allowed: ${refusal}`);
    const runId = `${CYCLE_ID}.run-${String(this.cycle.runs.length + 1)}`;
    return this.record(by, { kind: 'run-started', runId, fingerprint, items: people });
  }

  /** One write of the running run and what came of it, for each group and person that is still waited for. */
  write(
    outcome: Observed['outcome'],
    only?: readonly string[],
    told: Partial<Pick<Observed, 'notBefore' | 'handoffs'>> = {},
  ): Review {
    const run = this.running();
    return run.items.reduce<Review>((review, { accountId, groupIds, lines }) => {
      const groups = groupIds.filter((id) => (only?.includes(id) ?? true) && !this.isAnswered(lines, id));
      return groups.reduce<Review>((next, groupId) => {
        const leaving = lines.filter((number) => removalGroups(next.line(number)).includes(groupId));
        const about = { runId: run.runId, accountId, groupId, lines: leaving };
        const earlier = leaving.flatMap((number) => next.line(number).removals);
        const attempt = Math.max(0, ...earlier.map(({ attempts }) => attempts)) + 1;
        return next
          .record(run.startedBy, { kind: 'removal-attempted', ...about, attempt })
          .record(run.startedBy, {
            kind: 'removal-observed',
            ...about,
            outcome,
            notBefore: null,
            status: outcome === 'sent' ? 204 : 400,
            note: `it was ${outcome}`,
            handoffs: [],
            ...told,
          });
      }, review);
    }, this);
  }

  cancelRemoval(cause: string): Review {
    const { runId, items, startedBy } = this.running();
    return items.reduce<Review>(
      (review, { accountId, lines }) =>
        review.record(startedBy, { kind: 'removal-cancelled', runId, accountId, lines, cause }),
      this,
    );
  }

  endRun(state: 'ended' | 'stopped' = 'ended'): Review {
    const { runId, startedBy } = this.running();
    return this.record(startedBy, { kind: 'run-ended', runId, state, message: state });
  }

  verify(outcome: VerificationOutcome, check: VerificationCheck = 'day'): Review {
    const due = this.cycle.lines.filter(({ state }) => state === 'verifying');
    if (due.length === 0) throw new Refused('no line waits for a check');
    const results = due.map(({ facts }) => ({ line: facts.line, outcome, note: `found ${outcome}` }));
    return this.record(null, { kind: 'lines-verified', check, results });
  }

  /** A later check of every line that was removed; `door` when access came back. */
  verifyAgain(outcome: VerificationOutcome, check: VerificationCheck, door?: Door): Review {
    const removed = this.cycle.lines.filter((line) => line.outcome === 'removed');
    if (removed.length === 0) throw new Refused('no line was removed');
    const back = door === undefined ? {} : { door };
    const found = { outcome, note: `found ${outcome}`, ...back };
    const results = removed.map(({ facts }) => ({ line: facts.line, ...found }));
    return this.record(null, { kind: 'lines-verified', check, results });
  }

  signOff(by = 'sigrid'): Review {
    const carried = carriedLines(this.cycle);
    return this.run(
      by,
      (cycle) =>
        refuseSignOff(cycle, by) ?? {
          ok: true,
          event: { kind: 'cycle-signed-off', statement: 'I reviewed it.', printed: '', carried },
        },
    );
  }

  cancel(by = REVIEWER): Review {
    return this.run(by, (cycle) => cancelCycle(cycle, 'opened by mistake'));
  }

  /** The next record, whatever the commands think of it; only the app's own events come straight from here. */
  record(by: string | null, event: CycleEvent): Review {
    const { sequence, headHash: hash } = this.cycle;
    const role = by === null ? 'app' : 'reviewer';
    const record = chainRecord(
      { ledger: CYCLE_ID, sequence, hash },
      {
        at: toIso(this.clock),
        actor: { accountId: by, role, proof: 'told by the test' },
        nonce: '00',
        event,
      },
    );
    return new Review([...this.records, record], foldRecord(this.cycle, record), this.clock + MINUTE_MS);
  }

  private isAnswered(lines: readonly number[], groupId: string): boolean {
    const answered = ['sent', 'already-gone', 'blocked'];
    return lines.some((number) =>
      this.line(number).removals.some((each) => each.groupId === groupId && answered.includes(each.state)),
    );
  }

  private running() {
    const run = this.cycle.runs.find(({ state }) => state === 'running');
    if (run === undefined) throw new Refused('no run is going on');
    return run;
  }
}
