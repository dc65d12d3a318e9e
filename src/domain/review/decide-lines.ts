import { wholeDays } from '../../lib/duration';
import { openHandoffs } from '../routing/open-handoffs';
import type { OwnerClass } from '../seat';
import { bundleOf, isExecutorAmongThree, isLineConsented, type Cycle } from './cycle';
import {
  allowedDecisions,
  DECISION_WORDS,
  isReasonContrary,
  recommendedDecision,
  type DecisionKind,
} from './decision';
import { refuseException } from './exceptions';
import { findLines } from './find-lines';
import { handOver } from './hand-over';
import { describeState, isHalfRemoved, mayChange, type Line } from './line';
import { lineNames, record, refuse, type Ruling } from './ruling';

export interface DecideCommand {
  readonly lines: readonly number[];
  readonly decision: DecisionKind;
  readonly reason: string;
  readonly note: string;
  readonly until?: string | undefined;
  readonly owners?: readonly OwnerClass[] | undefined;
  readonly control?: string | undefined;
  /** Account id of who answers for an exception; who decides it when absent. */
  readonly owner?: string | undefined;
  /** With `not-mine`: account id of who gets the lines; the fallback reviewer when absent. */
  readonly handTo?: string | undefined;
}

/** A reviewer's decision on lines (product.md §7, Decisions a line allows). */
export function decideLines(
  cycle: Cycle,
  command: DecideCommand,
  { by, at }: { by: string; at: string },
): Ruling {
  const found = findLines(cycle, command.lines);
  if (!found.ok) return found;
  const { lines } = found;
  const refusal =
    lines.map((line) => refuseLine(cycle, line, command, { by, at })).find((each) => each !== null) ??
    refuseTogether(cycle, lines, command);
  if (refusal !== null) return refusal;
  if (command.decision === 'not-mine') return handOver(cycle, lines, command, by);
  return record({
    kind: 'lines-decided',
    lines: lines.map(({ facts }) => facts.line),
    decision: command.decision,
    reason: command.reason,
    note: command.note,
    until: command.until ?? null,
    owners: command.owners ?? [],
    control: command.control ?? null,
    ...(command.decision === 'exception' ? { owner: command.owner ?? by } : {}),
    handoffs: openHandoffs(cycle, lines, (line) => ownersAsked(line, command), at),
  });
}

function refuseLine(
  cycle: Cycle,
  line: Line,
  command: DecideCommand,
  { by, at }: { by: string; at: string },
): Ruling | null {
  const { seat, line: number } = line.facts;
  const name = `Line ${String(number)}`;
  const consented = isLineConsented(cycle, line);
  if (seat.accountId === by)
    return refuse('decision.not-allowed', `${name} is your own account: somebody else must decide it.`);
  if (isExecutorAmongThree(cycle, line, by))
    return refuse(
      'decision.not-allowed',
      `${name} was in a run of yours: under the three-person rule somebody else must decide it.`,
    );
  if (!mayChange(line))
    return refuse(
      'decision.not-allowed',
      isHalfRemoved(line)
        ? `A part of line ${String(number)} was removed: undo that on Execute before it is decided anew.`
        : `${name} is ${describeState(line)}; its decision cannot change now.`,
    );
  const allowed = allowedDecisions(seat.verdict, consented);
  if (!allowed.includes(command.decision))
    return refuse(
      'decision.not-allowed',
      `${name} cannot be decided as “${DECISION_WORDS[command.decision]}”. It allows: ${allowed.map((kind) => DECISION_WORDS[kind]).join(', ')}.`,
    );
  if (command.decision === 'remove' && seat.provisional)
    return refuse(
      'decision.not-allowed',
      `${name} rests on facts that are still to be read. Scan again first.`,
    );
  if (command.decision !== recommendedDecision(seat.verdict, consented) && command.note.trim() === '')
    return refuse(
      'decision.not-allowed',
      `${name}: say in your own words why you depart from the recommendation.`,
    );
  if (isReasonContrary(command.reason, command.decision, recommendedDecision(seat.verdict, consented)))
    return refuse('decision.not-allowed', `${name}: the reason says the contrary of the decision.`);
  return refuseUntil(name, command.until, at) ?? refuseException(line, command);
}

/** A year, leap years included: what is still needed then is looked at again. */
const LONGEST_DAYS = 366;

function refuseUntil(name: string, until: string | undefined, at: string): Ruling | null {
  if (until === undefined) return null;
  if (until <= at)
    return refuse(
      'decision.not-allowed',
      `${name}: the day on which the decision ends must lie in the future.`,
    );
  if (wholeDays(until) - wholeDays(at) > LONGEST_DAYS)
    return refuse('decision.not-allowed', `${name}: a decision holds for a year at most.`);
  return null;
}

/** Bulk only within lines alike; a bundle is removed together or not at all. */
function refuseTogether(cycle: Cycle, lines: readonly Line[], { decision }: DecideCommand): Ruling | null {
  const bundles = new Set(lines.map(({ facts }) => facts.bundle));
  const verdicts = new Set(lines.map(({ facts }) => facts.seat.verdict));
  if (bundles.size > 1 && verdicts.size > 1)
    return refuse('decision.not-allowed', 'Decide together only lines with the same verdict.');
  if (decision !== 'remove') return null;
  const chosen = new Set(lines);
  for (const line of lines) {
    const missing = bundleOf(cycle, line).filter(
      (other) => !chosen.has(other) && other.decision?.kind !== 'remove',
    );
    if (missing.length > 0) {
      const names = lineNames(missing.map(({ facts }) => facts.line));
      return refuse(
        'decision.not-allowed',
        `Line ${String(line.facts.line)} shares a group with ${names}: decide them together.`,
      );
    }
  }
  return null;
}

/** A split's synced part always goes to the identity owner; a route-out asks whom the reviewer or the facts name. */
function ownersAsked(line: Line, { decision, owners }: DecideCommand): readonly OwnerClass[] {
  const { seat } = line.facts;
  if (decision === 'remove') return seat.verdict === 'split' ? ['identity'] : [];
  if (decision !== 'route-out') return [];
  if (owners !== undefined) return owners;
  return seat.owners.length > 0 ? seat.owners : ['app'];
}
