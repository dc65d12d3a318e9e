import type { Names } from '../classification/explain';
import type { OrganizationState } from '../organization-state';
import { handoffsOf, isLineConsented, type Cycle } from '../review/cycle';
import { recommendedDecision, type DecisionKind } from '../review/decision';
import type { CycleRecord } from '../review/fold-cycle';
import type { Line } from '../review/line';
import type { Handoff } from '../routing/handoff';
import { afterSignOffOf, type AfterSignOffEntry } from './after-sign-off';
import { traceOf, type TraceEntry } from './describe-record';

/** Everything that the ledgers say of one line, from its frozen facts to what came after the sign-off. */
export interface LineTrace {
  readonly line: Line;
  readonly recommended: DecisionKind;
  readonly handoffs: readonly Handoff[];
  /** Records of the review's ledger, oldest first. */
  readonly records: readonly TraceEntry[];
  /** Records of the organization's ledger, oldest first. */
  readonly after: readonly AfterSignOffEntry[];
}

/** A review with all that its traces are made of. */
export interface TracedCycle {
  readonly cycle: Cycle;
  readonly records: readonly CycleRecord[];
  readonly organization: Pick<OrganizationState, 'afterSignOff'>;
  readonly names: Names;
}

export function lineTraceOf(line: Line, { cycle, records, organization, names }: TracedCycle): LineTrace {
  const number = line.facts.line;
  return {
    line,
    recommended: recommendedDecision(line.facts.seat.verdict, isLineConsented(cycle, line)),
    handoffs: handoffsOf(cycle, number),
    records: traceOf(records, number, names),
    after: afterSignOffOf(cycle, organization, names).filter((entry) => entry.line === number),
  };
}
