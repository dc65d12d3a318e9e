import { planOfLine } from '../plan/approved-plan';
import { bundleOf, isExecutorAmongThree, isLineConsented, type Cycle } from './cycle';
import { needsApproval } from './decision';
import { findLines } from './find-lines';
import { isApproved, isHalfRemoved, isInDoubt, type Line } from './line';
import { record, refuse, type Ruling } from './ruling';

/** Rules that the one eligible person of a site may override, one of them on a line (product.md §7). */
export type OverridableRule = 'decider-is-approver' | 'approver-is-account';

export interface ApproveCommand {
  readonly lines: readonly number[];
  readonly override?: { readonly rule: OverridableRule; readonly reason: string } | undefined;
  /** Whether Jira's permission makes this person an approver; else the list does, as it was at the opening. */
  readonly approves?: boolean | undefined;
  /** Approvers in whose place somebody approves who is none; absent for approvers. */
  readonly delegators?: readonly string[] | undefined;
}

/** A second person stands behind removals and exceptions (product.md §7, Separation of duties). */
export function approveLines(cycle: Cycle, command: ApproveCommand, by: string): Ruling {
  const found = findLines(cycle, command.lines);
  if (!found.ok) return found;
  if (command.approves === false && !isListed(cycle, command, by))
    return refuse(
      'approval.not-allowed',
      'The approvers of this review were named before it was opened: you approve from the next one on.',
    );
  for (const line of found.lines) {
    const refusal = refuseApproval(cycle, line, command, by);
    if (refusal !== null) return refusal;
  }
  const event = {
    kind: 'lines-approved' as const,
    lines: found.lines.map(({ facts }) => facts.line),
    plans: found.lines.map((line) => (line.decision?.kind === 'remove' ? planOfLine(line) : '')),
    override: command.override ?? null,
  };
  const { delegators } = command;
  if (delegators === undefined) return record(event);
  const insteadOf = delegators.find((person) =>
    found.lines.every((line) => mayStandFor(cycle, line, person)),
  );
  return insteadOf === undefined
    ? refuseDelegate(cycle, found.lines, delegators)
    : record({ ...event, insteadOf });
}

/** On the list when the review was opened, or in the place of somebody who was (product.md §7). */
function isListed({ rules }: Cycle, { delegators }: ApproveCommand, by: string): boolean {
  return [by, ...(delegators ?? [])].some((person) => rules.approvers.includes(person));
}

/** A delegate lends nobody a second hand: whoever could not have approved the line is not stood in for. */
function mayStandFor(cycle: Cycle, line: Line, delegator: string): boolean {
  return (
    cycle.rules.approvers.includes(delegator) &&
    line.facts.seat.accountId !== delegator &&
    !line.deciders.includes(delegator) &&
    !isExecutorAmongThree(cycle, line, delegator)
  );
}

function refuseDelegate(cycle: Cycle, lines: readonly Line[], delegators: readonly string[]): Ruling {
  const barred = lines.find((line) => !delegators.some((person) => mayStandFor(cycle, line, person)));
  return refuse(
    'approval.not-allowed',
    barred === undefined
      ? 'No one person in whose place you approve may approve all of these lines: approve them separately.'
      : `Line ${String(barred.facts.line)} was decided by, belongs to or was run by whoever delegated to you: somebody else must approve it.`,
  );
}

/** Why this person may not approve this line, or null. */
export function refuseApproval(
  cycle: Cycle,
  line: Line,
  command: Pick<ApproveCommand, 'override'>,
  by: string,
): Ruling | null {
  const name = `Line ${String(line.facts.line)}`;
  if (line.state !== 'decided' || line.decision === null || !needsApproval(line.decision.kind))
    return refuse('approval.not-allowed', `${name} does not wait for an approval.`);
  if (line.facts.seat.accountId === by) {
    const refusal = refuseOverridden(cycle, line, { command, rule: 'approver-is-account', by });
    if (refusal !== null) return refusal;
  }
  if (isExecutorAmongThree(cycle, line, by))
    return refuse(
      'approval.not-allowed',
      `${name} was in a run of yours: under the three-person rule somebody else must approve it.`,
    );
  // Whoever decided it owns it mostly: then the rule on deciders speaks.
  if (line.decision.owner === by && !line.deciders.includes(by))
    return refuse('approval.not-allowed', `${name}: you own this exception. Somebody else must approve it.`);
  const { verdict } = line.facts.seat;
  if (line.decision.kind === 'remove' && verdict === 'route-out' && !isLineConsented(cycle, line))
    return refuse('approval.not-allowed', `${name}: not every owner has consented.`);
  if (!line.deciders.includes(by)) return null;
  return refuseOverridden(cycle, line, { command, rule: 'decider-is-approver', by });
}

const STANDS: Readonly<Record<OverridableRule, string>> = {
  'decider-is-approver': 'was decided by you: somebody else must approve it.',
  'approver-is-account': 'is your own account: somebody else must approve it.',
};

/** Two people at least; one may do both only where nobody else can, with a reason that the sign-off prints. */
function refuseOverridden(
  cycle: Cycle,
  line: Line,
  {
    command: { override },
    rule,
    by,
  }: {
    readonly command: Pick<ApproveCommand, 'override'>;
    readonly rule: OverridableRule;
    readonly by: string;
  },
): Ruling | null {
  const name = `Line ${String(line.facts.line)}`;
  if (override?.rule !== rule) return refuse('approval.not-allowed', `${name} ${STANDS[rule]}`);
  if (cycle.rules.separation === 'three-person')
    return refuse(
      'approval.not-allowed',
      'Under the three-person rule no separation of duties may be overridden.',
    );
  // Who may approve by permission cannot be listed: only a list in Settings shows that nobody else is left.
  if (!cycle.rules.approvers.includes(by))
    return refuse(
      'approval.not-allowed',
      `${name}: name the approvers in Settings first; the rule may be overridden only where the list holds nobody else.`,
    );
  const others = cycle.rules.approvers.filter(
    (person) => person !== by && !line.deciders.includes(person) && person !== line.facts.seat.accountId,
  );
  if (others.length > 0)
    return refuse(
      'approval.not-allowed',
      `${name} can be approved by somebody else on the approvers' list, so the rule stands.`,
    );
  return null;
}

/** The approver hands decisions back, with a reason, also after having approved them. */
export function returnLines(
  cycle: Cycle,
  command: { lines: readonly number[]; reason: string },
  by: string,
): Ruling {
  const found = findLines(cycle, command.lines);
  if (!found.ok) return found;
  for (const line of found.lines) {
    const name = `Line ${String(line.facts.line)}`;
    const returnable = line.state === 'decided' || isApproved(line) || line.outcome === 'excepted';
    if (!returnable)
      return refuse('approval.not-allowed', `${name} does not wait for an approval or a removal.`);
    if (line.facts.seat.accountId === by)
      return refuse('approval.not-allowed', `${name} is your own account: somebody else must return it.`);
    if (bundleOf(cycle, line).some(isInDoubt))
      return refuse(
        'approval.not-allowed',
        `${name}: a removal was begun and nobody knows yet what became of it. The next run looks at it first.`,
      );
    if (bundleOf(cycle, line).some(isHalfRemoved))
      return refuse(
        'approval.not-allowed',
        `${name}: a part of it was removed. Undo that on Execute, or run the rest.`,
      );
  }
  return record({
    kind: 'lines-returned',
    lines: found.lines.map(({ facts }) => facts.line),
    reason: command.reason,
  });
}
