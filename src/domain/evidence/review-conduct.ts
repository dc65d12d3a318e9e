import { counted } from '../../lib/counted';
import { byCodeUnit } from '../../lib/order';
import { SECOND_MS, toMillis } from '../../lib/duration';
import { listed } from '../classification/explain';
import { noticeDaysOf } from '../notice/notice-period';
import type { Cycle } from '../review/cycle';
import { recommendedDecision, type Decision } from '../review/decision';
import { lastNotice, type Line, type NoticeOutcome } from '../review/line';
import { isOverdue } from '../routing/handoff';

/**
 * How a review was conducted, as sentences for the sign-off and the page: when each step was taken and what was
 * late, figures that show whether people looked, rules that were set aside (product.md §7), and who was told before.
 * They rest on the decisions that stand; what was undone on the way is in the records. `now` is the sign-off, or the
 * present moment.
 */
export function reviewConduct(cycle: Cycle, now: string): string[] {
  return [
    ...timeliness(cycle, now),
    ...decisions(cycle),
    approvals(cycle),
    notice(cycle),
    ...overrides(cycle),
  ];
}

function timeliness(cycle: Cycle, now: string): string[] {
  const { lines, dueAt, signedOff } = cycle;
  const signedAt = signedOff?.at;
  const overdue = cycle.handoffs.filter((handoff) => isOverdue(handoff, now)).length;
  return [
    `Opened ${cycle.openedAt}, due ${dueAt}${signedAt === undefined ? '' : `, signed ${signedAt}`}${(signedAt ?? now) > dueAt ? ' (late)' : ''}; ${counted(overdue, 'handoff')} overdue.`,
    span(
      'Decided',
      timesOf(lines, ({ decision }) => decision?.at),
      dueAt,
    ),
    span(
      'Approved',
      timesOf(lines, ({ approvedAt }) => approvedAt),
      dueAt,
    ),
    span(
      'Removed',
      timesOf(lines, ({ removedAt }) => removedAt),
      dueAt,
    ),
    span(
      'Last checked',
      timesOf(lines, ({ verifications }) => verifications.at(-1)?.at),
      dueAt,
    ),
  ];
}

function timesOf(lines: readonly Line[], time: (line: Line) => string | null | undefined): string[] {
  return lines.flatMap((line) => time(line) ?? []).sort(byCodeUnit);
}

/** "Decided: 12 lines from … to …, 3 late." Times are sorted. */
function span(what: string, times: readonly string[], dueAt: string): string {
  const [first, last] = [times[0], times.at(-1)];
  if (first === undefined || last === undefined) return `${what}: no line.`;
  const late = times.filter((time) => time > dueAt).length;
  const when = first === last ? `at ${first}` : `from ${first} to ${last}`;
  return `${what}: ${counted(times.length, 'line')} ${when}, ${late === 0 ? 'none' : String(late)} late.`;
}

/** Reasons that the app records itself: nobody looked at the line. */
const RULE = 'nobody-answered';
const CARRIED = 'carried-over';

interface Decided {
  readonly line: Line;
  readonly decision: Decision;
}

/** Lines that one person decided at one moment. */
interface Step {
  readonly by: string;
  readonly at: string;
  readonly lines: readonly Decided[];
}

function decisions({ lines }: Cycle): string[] {
  const all = lines.flatMap((line): Decided[] =>
    line.decision === null ? [] : [{ line, decision: line.decision }],
  );
  const isCarried = ({ line, decision }: Decided): boolean =>
    decision.reason === CARRIED || line.outcome === 'kept-until';
  const taken = all.filter((each) => each.decision.reason !== RULE && !isCarried(each));
  const steps = stepsOf(taken);
  const ruled = all.filter(({ decision }) => decision.reason === RULE).length;
  const carried = all.filter(isCarried).length;
  const people = new Set(steps.map(({ by }) => by)).size;
  const bulk = steps.filter(isBulk).reduce((sum, step) => sum + step.lines.length, 0);
  const followed = taken.filter(followsRecommendation).length;
  const notes = taken.flatMap(({ decision }) => (decision.note === '' ? [] : [decision.note]));
  return [
    `${counted(taken.length, 'line')} decided by ${counted(people, 'person', 'people')} in ${counted(steps.length, 'step')}, ${String(bulk)} of them together with lines of other people.`,
    `${counted(followed, 'line')} followed the recommendation, ${String(taken.length - followed)} departed from it.`,
    `${counted(notes.length, 'line')} with a note, in ${counted(new Set(notes).size, 'wording')}.`,
    pace(steps),
    `${counted(ruled, 'line')} closed by the no-response rule, ${String(carried)} carried over from the review before.`,
  ];
}

function stepsOf(decided: readonly Decided[]): Step[] {
  const steps = new Map<string, Step>();
  for (const each of decided) {
    const { by, at } = each.decision;
    const key = `${at} ${by}`;
    steps.set(key, { by, at, lines: [...(steps.get(key)?.lines ?? []), each] });
  }
  return [...steps.values()].sort((a, b) => byCodeUnit(a.at, b.at));
}

function isBulk({ lines }: Step): boolean {
  return new Set(lines.map(({ line }) => line.facts.seat.accountId)).size > 1;
}

/** With consent or without: which of both was recommended depends on when the owners answered. */
function followsRecommendation({ line, decision }: Decided): boolean {
  const { verdict } = line.facts.seat;
  return [true, false].some((consented) => recommendedDecision(verdict, consented) === decision.kind);
}

/** Below this nobody can have read a line; 95 % and more of such decisions is the mark of a rubber stamp. */
const TOO_FAST_SECONDS = 10;

/** Time for a line: since the same person's step before, shared by the lines of the step. */
function pace(steps: readonly Step[]): string {
  const before = new Map<string, string>();
  const seconds: number[] = [];
  let unknown = 0;
  for (const { by, at, lines } of steps) {
    const since = toMillis(before.get(by));
    const time = toMillis(at);
    before.set(by, at);
    if (since === undefined || time === undefined) unknown += lines.length;
    else seconds.push(...lines.map(() => (time - since) / SECOND_MS / lines.length));
  }
  const notKnown = `not known for ${counted(unknown, 'line')} of a person's first step`;
  const median = seconds.sort((a, b) => a - b)[Math.floor((seconds.length - 1) / 2)];
  if (median === undefined) return `Time for a line: ${notKnown}.`;
  const fast = seconds.filter((each) => each < TOO_FAST_SECONDS).length;
  return `Time for a line since the same person's step before: ${counted(Math.round(median), 'second')} at the median, under ${String(TOO_FAST_SECONDS)} seconds for ${counted(fast, 'line')}; ${notKnown}.`;
}

function approvals({ lines }: Cycle): string {
  const approved = lines.flatMap(({ approvedBy, approvedAt }) =>
    approvedBy === null ? [] : [{ by: approvedBy, at: approvedAt ?? '' }],
  );
  const people = new Set(approved.map(({ by }) => by)).size;
  const steps = new Set(approved.map(({ by, at }) => `${at} ${by}`)).size;
  return `${counted(approved.length, 'line')} approved by ${counted(people, 'person', 'people')} in ${counted(steps, 'step')}.`;
}

/** Each override with its reason, lines of one approval together. */
function overrides({ lines }: Cycle): string[] {
  const overridden = new Map<string, number[]>();
  for (const { override, approvedBy, facts } of lines) {
    if (override === null) continue;
    const what = `${override.rule.replaceAll('-', ' ')}, by ${approvedBy ?? 'nobody'}: ${override.reason}`;
    overridden.set(what, [...(overridden.get(what) ?? []), facts.line]);
  }
  const count = [...overridden.values()].flat().length;
  return [
    `Overrides of separation of duties: ${counted(count, 'line')}.`,
    ...[...overridden].map(([what, of]) => `Override on line ${listed(of.map(String))}: ${what}.`),
  ];
}

/** Whether the people concerned knew before their removals, and what they said (product.md §8, Notice first). */
function notice(cycle: Cycle): string {
  const days = noticeDaysOf(cycle);
  if (days === 0) return 'Notice: 0 days, nobody was told before removals.';
  const people = (how: NoticeOutcome): number =>
    new Set(cycle.lines.flatMap((line) => (lastNotice(line)?.how === how ? [line.facts.seat.accountId] : [])))
      .size;
  const claimed = cycle.lines.filter(({ claim }) => claim !== null).length;
  return `Notice: ${counted(days, 'day')}; ${counted(people('told'), 'person', 'people')} told, ${String(people('not-reachable'))} not reachable, ${String(people('unclear'))} perhaps not told; ${counted(claimed, 'line')} claimed by the person concerned.`;
}
