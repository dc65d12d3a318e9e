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
import type { Ruling } from '../domain/review/ruling';
import { answerHandoffs, type AnswerCommand } from '../domain/routing/answer-handoffs';
import { lineOfHandoff } from '../domain/routing/handoff';
import { commandCycle } from './cycle-ledger';
import { tellEnd, tellUntoldEnds } from './end-cycle';
import type { LedgerTools } from './organization-ledger';

interface Asked {
  readonly cycleId: string;
  readonly actor: Actor;
}

/** A command as it was sent: with the sequence that its page had seen. */
type Sent<Command> = Command & { readonly seen?: number | undefined };

interface GivingBack {
  readonly lines: readonly number[];
  readonly reason: string;
}

type Seen = { readonly lines: readonly number[]; readonly sequence: number } | undefined;

/** What people do with the lines of an open review; each is one record (product.md §7). */
export function createReview(tools: LedgerTools) {
  /** Whoever acts on lines is a person: the app itself decides nothing. */
  const act = (
    { cycleId, actor }: Asked,
    rule: (cycle: Cycle, deed: { readonly by: string; readonly at: string }) => Ruling,
    seen?: Seen,
  ): Promise<Cycle> => {
    const by = actor.accountId ?? 'app';
    return commandCycle(tools, { cycleId, actor, seen, rule: (cycle, at) => rule(cycle, { by, at }) });
  };
  return {
    decide: (asked: Asked, command: Sent<DecideCommand>): Promise<Cycle> =>
      act(asked, (cycle, deed) => decideLines(cycle, command, deed), seenOf(command)),
    assign: (asked: Asked, command: Sent<AssignCommand>): Promise<Cycle> =>
      act(asked, (cycle, { by }) => assignLines(cycle, command, by), seenOf(command)),
    undo: (asked: Asked, command: Sent<GivingBack>): Promise<Cycle> =>
      act(asked, (cycle, { by }) => undoDecision(cycle, command, by), seenOf(command)),
    endDeciding: (asked: Asked, reason: string): Promise<Cycle> =>
      act(asked, (cycle, deed) => endDeciding(cycle, reason, deed)),
    approve: (asked: Asked, command: Sent<ApproveCommand>): Promise<Cycle> =>
      act(asked, (cycle, { by }) => approveLines(cycle, command, by), seenOf(command)),
    giveBack: (asked: Asked, command: Sent<GivingBack>): Promise<Cycle> =>
      act(asked, (cycle, { by }) => returnLines(cycle, command, by), seenOf(command)),
    acknowledge: (asked: Asked, command: { product: string; reason: string }): Promise<Cycle> =>
      act(asked, (cycle, { by }) => acknowledgeUnexplained(cycle, command, by)),
    answer(asked: Asked, command: Sent<AnswerCommand>): Promise<Cycle> {
      const lines = command.handoffIds.map(lineOfHandoff);
      const seen = seenOf({ lines, seen: command.seen });
      return act(asked, (cycle, { by }) => answerHandoffs(cycle, command, by), seen);
    },
    async cancel(asked: Asked, reason: string): Promise<Cycle> {
      // Whoever cancels again after a crash is told that it was done, and then it is done everywhere.
      await tellUntoldEnds(tools);
      const cycle = await act(asked, (each) => cancelCycle(each, reason));
      await tellEnd(cycle, asked.actor, tools);
      return cycle;
    },
  };
}

function seenOf({ lines, seen }: { lines: readonly number[]; seen?: number | undefined }): Seen {
  return seen === undefined ? undefined : { lines, sequence: seen };
}
