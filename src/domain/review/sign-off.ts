import { counted } from '../../lib/counted';
import type { Exemption } from '../policy';
import { isRunGoingOn, phaseOf, type Cycle } from './cycle';
import { isUndoGoingOn } from './fold-undo';
import { isApproved, type Line } from './line';
import { executorsOf } from './run';
import { refuse, type Ruling } from './ruling';

/** What sign-off still waits for, each as a sentence; empty when nothing does (product.md §7). */
export function signOffBlockers(cycle: Cycle): string[] {
  const blockers: string[] = [];
  const waiting = (state: Line['state'] | ((line: Line) => boolean), one: string, many: string): void => {
    const isMeant = typeof state === 'string' ? (line: Line): boolean => line.state === state : state;
    const count = cycle.lines.filter(isMeant).length;
    if (count > 0) blockers.push(`${counted(count, one, many)}.`);
  };
  if (!cycle.opened) blockers.push('The review is a draft: open it first.');
  waiting('undecided', 'line is undecided', 'lines are undecided');
  waiting('decided', 'line waits for approval', 'lines wait for approval');
  // A rehearsal removes nothing, so that nothing is waited for.
  if (!cycle.rehearsal)
    waiting(isApproved, 'line is approved but not removed yet', 'lines are approved but not removed yet');
  waiting('executing', 'line is being removed', 'lines are being removed');
  waiting(
    'verifying',
    'removal waits for its check after a day',
    'removals wait for their check after a day',
  );
  waiting(
    isUndoGoingOn,
    'removal is being undone: go on with its undo, or stop it',
    'removals are being undone: go on with their undo, or stop it',
  );
  if (isRunGoingOn(cycle)) blockers.push('The run of removals has not ended.');
  for (const { product, unexplained } of cycle.population) {
    if (unexplained !== 0 && cycle.acknowledged[product] === undefined)
      blockers.push(
        `${counted(Math.abs(unexplained), 'seat', 'seats')} of ${product} differ from the reported count without an explanation; somebody who did not start the scan must acknowledge it.`,
      );
  }
  return blockers;
}

/** Why this person may not sign off, or null. */
export function refuseSignOff(cycle: Cycle, by: string): Extract<Ruling, { ok: false }> | null {
  if (phaseOf(cycle) === 'signed-off')
    return refuse('sign-off.not-allowed', 'This review is signed off already.');
  if (phaseOf(cycle) === 'cancelled') return refuse('sign-off.not-allowed', 'This review was cancelled.');
  const [blocker] = signOffBlockers(cycle);
  if (blocker !== undefined) return refuse('sign-off.not-allowed', `Not yet: ${blocker}`);
  // The app decides nothing, and a keep of an earlier review was not decided in this one: neither is a second pair of eyes.
  const decided = cycle.lines.filter(({ outcome }) => outcome !== 'kept-until');
  const deciders = new Set(decided.flatMap((line) => line.deciders).filter((each) => each !== 'app'));
  if (deciders.size === 1 && deciders.has(by))
    return refuse(
      'sign-off.not-allowed',
      'You took every decision of this review: somebody else must sign it off.',
    );
  if (cycle.runs.some(({ startedBy }) => startedBy === by))
    return refuse(
      'sign-off.not-allowed',
      'You made removals of this review: somebody else must sign it off.',
    );
  if (cycle.runs.some((run) => executorsOf(run).includes(by)))
    return refuse(
      'sign-off.not-allowed',
      'Removals of this review were made with the organization key that you created: somebody else must sign it off.',
    );
  return null;
}

/** Approved exceptions, as the exemptions that they become at sign-off (product.md §2); none of a rehearsal. */
export function exceptionsOf(cycle: Cycle): Exemption[] {
  if (cycle.rehearsal) return [];
  return cycle.lines.flatMap(({ outcome, decision, facts: { seat } }) => {
    if (outcome !== 'excepted' || decision === null || decision.until === null) return [];
    const { until, by, note, control, owner } = decision;
    return [
      {
        match: { account: seat.accountId },
        product: seat.product,
        expires: until,
        reason: note,
        owner: owner ?? by,
        ...(control === null ? {} : { control }),
      },
    ];
  });
}
