import { changeLines, givenBack } from './change-cycle';
import type { Cycle } from './cycle';
import type { CycleEvent } from './events';
import { approvedState, isApproved, type Line, type LineNotice } from './line';

type EventOf<Kind extends CycleEvent['kind']> = Extract<CycleEvent, { kind: Kind }>;
type NoticeEvent = EventOf<
  'notice-begun' | 'notice-issue-observed' | 'notice-attempted' | 'notice-observed' | 'seat-claimed'
>;

/** What telling the people concerned, and what they say, does to a cycle. */
export function foldNotice(cycle: Cycle, event: NoticeEvent, at: string): Cycle {
  switch (event.kind) {
    case 'notice-begun': {
      const { project, issueType } = event;
      return { ...cycle, notice: { project, issueType, begunAt: at, issueKey: null, notBefore: null } };
    }
    case 'notice-issue-observed': {
      const { issueKey } = event;
      const made = issueKey === null || cycle.notice === null ? null : { ...cycle.notice, issueKey };
      return { ...cycle, notice: made };
    }
    case 'notice-attempted':
      return changeLines(cycle, event.lines, (line) =>
        isApproved(line)
          ? { ...line, notice: { how: 'attempted', at, why: '', mayHaveArrived: true } }
          : line,
      );
    case 'notice-observed':
      return observed(cycle, event, at);
    case 'seat-claimed':
      return claimed(cycle, event, at);
  }
}

/** Only a line whose message was under way has waited for this: a claim meanwhile has ended that. */
function observed(cycle: Cycle, event: EventOf<'notice-observed'>, at: string): Cycle {
  const { outcome: how, why, notBefore, status } = event;
  // Who has no access to Jira counts as not reachable although a message was sent.
  const mayHaveArrived = how !== 'not-reachable' || (status !== null && status < 300);
  const notice: LineNotice | null = how === 'declined' ? null : { how, at, why, mayHaveArrived };
  const next = changeLines(cycle, event.lines, (line) => {
    if (line.notice?.how !== 'attempted') return line;
    return isApproved(line) ? { ...line, notice, state: approvedState({ notice }) } : { ...line, notice };
  });
  return { ...next, notice: next.notice === null ? null : { ...next.notice, notBefore } };
}

/** Whoever answered is told anew before the lines may be removed after all. */
function claimed(cycle: Cycle, { line: number, mates, note }: EventOf<'seat-claimed'>, at: string): Cycle {
  const untold = (line: Line): Line => ({ ...line, notice: null });
  const back = givenBack(cycle, [number], `The person concerned still needs it: ${note}`, at);
  const own = changeLines(back, [number], (line) => ({
    ...untold(line),
    claim: { note, at, notice: line.notice },
  }));
  const withMates = givenBack(
    own,
    mates,
    `It hangs together with line ${String(number)}, which is still needed.`,
    at,
  );
  return changeLines(withMates, mates, untold);
}
