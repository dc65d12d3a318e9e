import type { Actor } from '../domain/evidence/record';
import { approveLines, returnLines, type ApproveCommand } from '../domain/review/approve-lines';
import {
  acknowledgeUnexplained,
  cancelCycle,
  endDeciding,
  undoDecision,
} from '../domain/review/change-decision';
import type { Cycle } from '../domain/review/cycle';
import { decideLines, type DecideCommand } from '../domain/review/decide-lines';
import { assignLines, type AssignCommand } from '../domain/review/hand-over';
import { answerHandoffs, type AnswerCommand } from '../domain/routing/answer-handoffs';
import { lineOfHandoff } from '../domain/routing/handoff';
import { commandCycle } from './cycle-ledger';
import { tellEnd, tellUntoldEnds } from './end-cycle';
import type { LedgerTools } from './organization-ledger';

interface Asked {
  readonly cycleId: string;
  readonly actor: Actor;
}

interface GivingBack {
  readonly lines: readonly number[];
  readonly reason: string;
  readonly seen?: number | undefined;
}

/** Whoever acts on lines is a person: the app itself decides nothing. */
function personOf({ accountId }: Actor): string {
  return accountId ?? 'app';
}

/** What people do with the lines of an open review; each is one record (product.md §7). */
export function createReview(tools: LedgerTools) {
  return {
    decide: (
      { cycleId, actor }: Asked,
      command: DecideCommand & { seen?: number | undefined },
    ): Promise<Cycle> =>
      commandCycle(tools, {
        cycleId,
        actor,
        seen: seenOf(command),
        rule: (cycle, at) => decideLines(cycle, command, { by: personOf(actor), at }),
      }),
    assign: (
      { cycleId, actor }: Asked,
      command: AssignCommand & { seen?: number | undefined },
    ): Promise<Cycle> =>
      commandCycle(tools, {
        cycleId,
        actor,
        seen: seenOf(command),
        rule: (cycle) => assignLines(cycle, command, personOf(actor)),
      }),
    undo: ({ cycleId, actor }: Asked, command: GivingBack): Promise<Cycle> =>
      commandCycle(tools, {
        cycleId,
        actor,
        seen: seenOf(command),
        rule: (cycle) => undoDecision(cycle, command, personOf(actor)),
      }),
    endDeciding: ({ cycleId, actor }: Asked, reason: string): Promise<Cycle> =>
      commandCycle(tools, { cycleId, actor, rule: (cycle) => endDeciding(cycle, reason) }),
    approve: (
      { cycleId, actor }: Asked,
      command: ApproveCommand & { seen?: number | undefined },
    ): Promise<Cycle> =>
      commandCycle(tools, {
        cycleId,
        actor,
        seen: seenOf(command),
        rule: (cycle) => approveLines(cycle, command, personOf(actor)),
      }),
    giveBack: ({ cycleId, actor }: Asked, command: GivingBack): Promise<Cycle> =>
      commandCycle(tools, {
        cycleId,
        actor,
        seen: seenOf(command),
        rule: (cycle) => returnLines(cycle, command, personOf(actor)),
      }),
    acknowledge: ({ cycleId, actor }: Asked, command: { product: string; reason: string }): Promise<Cycle> =>
      commandCycle(tools, {
        cycleId,
        actor,
        rule: (cycle) => acknowledgeUnexplained(cycle, command, personOf(actor)),
      }),
    answer: (
      { cycleId, actor }: Asked,
      command: AnswerCommand & { seen?: number | undefined },
    ): Promise<Cycle> =>
      commandCycle(tools, {
        cycleId,
        actor,
        seen: seenOf({ lines: command.handoffIds.map(lineOfHandoff), seen: command.seen }),
        rule: (cycle) => answerHandoffs(cycle, command, personOf(actor)),
      }),
    async cancel({ cycleId, actor }: Asked, reason: string): Promise<Cycle> {
      // Whoever cancels again after a crash is told that it was done, and then it is done everywhere.
      await tellUntoldEnds(tools);
      const cycle = await commandCycle(tools, { cycleId, actor, rule: (each) => cancelCycle(each, reason) });
      await tellEnd(cycle, actor, tools);
      return cycle;
    },
  };
}

function seenOf({
  lines,
  seen,
}: {
  lines: readonly number[];
  seen?: number | undefined;
}): { lines: readonly number[]; sequence: number } | undefined {
  return seen === undefined ? undefined : { lines, sequence: seen };
}
