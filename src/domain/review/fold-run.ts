import type { Cycle } from './cycle';
import type { CycleEvent } from './events';
import { changeLines, mergeHandoffs } from './change-cycle';
import { foldChecks } from './fold-checks';
import { approvedState, removalGroups, type GroupRemoval, type Line } from './line';
import type { Run } from './run';

type RunEvent = Extract<
  CycleEvent,
  {
    kind:
      | 'run-started'
      | 'run-paused'
      | 'run-resumed'
      | 'removal-cancelled'
      | 'removal-attempted'
      | 'removal-observed'
      | 'run-ended'
      | 'lines-verified';
  }
>;

/** What execution and verification do to a cycle. */
export function foldRun(cycle: Cycle, event: RunEvent, { by, at }: { by: string; at: string }): Cycle {
  switch (event.kind) {
    case 'run-started': {
      const { runId, fingerprint, items, executor = 'acting-administrator', key = null } = event;
      const run: Run = {
        runId,
        fingerprint,
        items,
        executor,
        key,
        startedBy: by,
        startedAt: at,
        state: 'running',
        message: '',
        failures: 0,
      };
      const lines = items.flatMap((item) => item.lines);
      const next = changeLines(cycle, lines, (line) => ({ ...line, state: 'executing', executor: by }));
      return { ...next, runs: [...cycle.runs, run] };
    }
    case 'run-paused':
      return changeRun(cycle, event.runId, { state: 'paused' });
    case 'run-resumed':
      return changeRun(cycle, event.runId, { state: 'running' });
    case 'removal-cancelled':
      // What was removed before the rest was cancelled still waits for its check.
      return changeLines(cycle, event.lines, (line) =>
        line.state === 'executing'
          ? { ...line, state: 'closed', outcome: 'cancelled', cause: event.cause }
          : line,
      );
    case 'removal-attempted':
      return changeLines(cycle, event.lines, (line) =>
        withRemoval(line, {
          groupId: event.groupId,
          runId: event.runId,
          state: 'attempted',
          attempts: event.attempt,
          undeclined: (removalOf(line, event.groupId)?.undeclined ?? 0) + 1,
          attemptedAt: at,
          mayHaveWorked: true,
          notBefore: null,
          toldToWait: false,
          isProven: false,
          groupRefused: false,
          note: '',
          event: null,
        }),
      );
    case 'removal-observed':
      return observed(cycle, event, at);
    case 'run-ended':
      return runEnded(cycle, event);
    case 'lines-verified':
      return foldChecks(cycle, event, at);
  }
}

function observed(cycle: Cycle, event: Extract<RunEvent, { kind: 'removal-observed' }>, at: string): Cycle {
  const { groupId, runId, outcome, note } = event;
  const next = changeLines(cycle, event.lines, (line) => {
    const before = removalOf(line, groupId);
    const { attempts = 0, attemptedAt = at, undeclined = 0 } = before ?? {};
    const isDeclined = outcome === 'declined' && before?.mayHaveWorked === true;
    const removal: GroupRemoval = {
      groupId,
      runId,
      state: outcome === 'declined' ? 'unclear' : outcome,
      attempts,
      undeclined: isDeclined ? undeclined - 1 : undeclined,
      attemptedAt,
      mayHaveWorked: outcome !== 'declined',
      notBefore: event.notBefore,
      toldToWait: event.status === 429,
      isProven: outcome === 'sent' && event.status !== null,
      groupRefused: outcome === 'blocked' && event.handoffs.some(({ owner }) => owner === 'identity'),
      note,
      event: null,
    };
    return afterRemoval(withRemoval(line, removal), at);
  });
  const failed = outcome === 'blocked' ? 1 : 0;
  return {
    ...next,
    handoffs: mergeHandoffs(next.handoffs, event.handoffs),
    runs: next.runs.map((run) => (run.runId === runId ? { ...run, failures: run.failures + failed } : run)),
  };
}

/** A line leaves execution when every one of its groups was answered. */
function afterRemoval(line: Line, at: string): Line {
  const removals = removalGroups(line).map((id) => removalOf(line, id));
  const states = removals.map((removal) => removal?.state);
  const blocked = removals.find((removal) => removal?.state === 'blocked');
  if (blocked !== undefined) return { ...line, state: 'closed', outcome: 'blocked', cause: blocked.note };
  const done = states.every((state) => state === 'sent' || state === 'already-gone');
  return done ? { ...line, state: 'verifying', removedAt: at } : line;
}

/** Lines that a stopped run did not finish stand as before; the next run looks before it writes again. */
function runEnded(cycle: Cycle, event: Extract<RunEvent, { kind: 'run-ended' }>): Cycle {
  const { runs } = changeRun(cycle, event.runId, { state: event.state, message: event.message });
  const lines = cycle.lines.map((line) =>
    line.state === 'executing' ? { ...line, state: approvedState(line) } : line,
  );
  return { ...cycle, runs, lines };
}

function changeRun(cycle: Cycle, runId: string, change: Partial<Run>): Cycle {
  return { ...cycle, runs: cycle.runs.map((run) => (run.runId === runId ? { ...run, ...change } : run)) };
}

function removalOf({ removals }: Line, groupId: string): GroupRemoval | undefined {
  return removals.find((removal) => removal.groupId === groupId);
}

function withRemoval(line: Line, removal: GroupRemoval): Line {
  const others = line.removals.filter(({ groupId }) => groupId !== removal.groupId);
  return { ...line, removals: [...others, removal] };
}
