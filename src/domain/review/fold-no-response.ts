import { changeLines, closeIdleHandoffs } from './change-cycle';
import { isExecutorAmongThree, type Cycle } from './cycle';
import { NOBODY_ANSWERED, type Decision } from './decision';
import type { CycleEvent } from './events';
import type { Line } from './line';

/**
 * Lines that nobody decided, closed by the rule that was approved when the cycle opened. Its decider is whoever
 * chose the rule, but never where they could not have decided themselves (product.md §7).
 */
export function decidingEnded(
  cycle: Cycle,
  event: Extract<CycleEvent, { kind: 'deciding-ended' }>,
  by: string,
  at: string,
): Cycle {
  const chooser = cycle.rules.noResponseBy ?? by;
  const ended = { by, at, lines: event.lines.length };
  if (event.rule === 'carry') {
    const carried = changeLines(cycle, event.lines, (line) => ({
      ...line,
      state: 'closed',
      outcome: 'carried',
    }));
    return { ...carried, decidingEnded: ended };
  }
  const next = changeLines(cycle, event.lines, (line): Line => {
    const mayDecide = (person: string): boolean =>
      line.facts.seat.accountId !== person && !isExecutorAmongThree(cycle, line, person);
    const decider = [chooser, by].find(mayDecide) ?? 'app';
    const removes = mayDecide(chooser) && followsRecommendation(event.rule, line);
    const decision: Decision = {
      kind: removes ? 'remove' : 'keep',
      by: decider,
      at,
      reason: NOBODY_ANSWERED,
      note: event.reason,
      until: null,
      owners: [],
      control: null,
      owner: null,
    };
    const deciders = [...new Set([...line.deciders, decider])];
    return removes
      ? { ...line, state: 'decided', decision, deciders }
      : { ...line, state: 'closed', outcome: 'no-answer', decision, deciders };
  });
  const handoffs = closeIdleHandoffs(next.handoffs, event.lines, at, () => false);
  return { ...next, handoffs, decidingEnded: ended };
}

/** The rule reaches cleanups only, and never unread ones (product.md §7). */
export function followsRecommendation(rule: string, { facts: { seat } }: Pick<Line, 'facts'>): boolean {
  return rule === 'follow-recommendation' && seat.verdict === 'cleanup' && !seat.provisional;
}
