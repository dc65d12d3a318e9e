import type { RunView } from '../../../src/contract/execution-replies';
import type { CycleView, LineRow } from '../../../src/contract/review-replies';
import { counted, listed, shareOf } from './counts';
import { VERIFICATION_LABELS } from './labels';

/** Share of the people of a run who are done, 0 to 1. */
export function runShare({ done, people }: RunView): number {
  return shareOf(done, people);
}

/** "7 of 12 people done: 9 removed, 1 already gone, 1 blocked". */
export function runInWords({ done, people, sent, alreadyGone, blocked, cancelled }: RunView): string {
  const counts = [
    `${String(sent)} removed`,
    ...(alreadyGone === 0 ? [] : [`${String(alreadyGone)} already gone`]),
    ...(blocked === 0 ? [] : [`${String(blocked)} blocked`]),
    ...(cancelled === 0 ? [] : [`${String(cancelled)} cancelled`]),
  ];
  return `${String(done)} of ${counted(people, 'person')} done: ${listed(counts)}`;
}

/** Who writes, and whose key it is, as a sentence. */
export function executorInWords({ executor, keyCreatedBy }: RunView): string {
  if (executor === 'acting-administrator') return 'Removals act as the person who started them.';
  const creator = keyCreatedBy === null ? 'whose creator was not told' : `created by ${keyCreatedBy}`;
  return `Removals go on by themselves with the organization key, ${creator}.`;
}

/** Neither stopped nor ended. */
export function isUnended({ state }: RunView): boolean {
  return state === 'running' || state === 'paused';
}

/** Whether a slice brought the run on; one that did not must not be repeated at once. */
export function hasMoved(before: RunView, after: RunView): boolean {
  const written = (run: RunView): number =>
    run.sent + run.alreadyGone + run.blocked + run.cancelled + run.done;
  return before.state !== after.state || written(before) !== written(after);
}

/** What to do next once a run is no longer running. */
export function afterRun({ state, blocked, cancelled, sent }: RunView): string {
  if (state === 'stopped')
    return 'The run stopped. Approved lines stay approved: start again when the cause is gone.';
  const trouble = blocked + cancelled;
  const next = sent === 0 ? 'Nothing was removed.' : 'Verify now, to read again that access is gone.';
  return trouble === 0
    ? next
    : `${next} ${counted(trouble, 'removal')} did not happen: see the reasons below.`;
}

export interface RunRow {
  readonly key: string;
  readonly accountId: string;
  readonly group: string;
  readonly outcome: RunView['items'][number]['outcome'];
  readonly text: string;
}

/** What needs a person's eye first, then what is to do, then what went well. */
const ORDER: readonly RunRow['outcome'][] = [
  'blocked',
  'unclear',
  'cancelled',
  'pending',
  'already-gone',
  'sent',
];

export function runRows({ items }: RunView): RunRow[] {
  return items
    .map(({ accountId, groupId, groupName, outcome, text }, index) => ({
      key: `${accountId}/${groupId ?? 'none'}/${String(index)}`,
      accountId,
      group: groupName ?? groupId ?? 'No group',
      outcome,
      text,
    }))
    .sort((a, b) => ORDER.indexOf(a.outcome) - ORDER.indexOf(b.outcome));
}

/** Whether a verification needs a person's eye. */
export function isAlarm({ verification }: Pick<LineRow, 'verification'>): boolean {
  return verification === 'more-ended-than-approved' || verification === 'not-changed';
}

/** The last check's outcome, or what the line waits for before there is one. */
export function verificationInWords({
  verification,
  state,
}: Pick<LineRow, 'verification' | 'state'>): string {
  if (verification !== null) return VERIFICATION_LABELS[verification];
  switch (state) {
    case 'undecided':
    case 'decided':
      return 'Not approved yet';
    case 'approved':
    case 'noticed':
      return 'Not removed yet';
    case 'executing':
      return 'Being removed';
    case 'verifying':
      return 'Waits for its first check';
    case 'closed':
      return 'Closed without a check';
  }
}

/** Whether a first check is still to come that nobody needs to ask for. */
export function awaitsCheck({ verification, state }: Pick<LineRow, 'verification' | 'state'>): boolean {
  return state === 'verifying' && verification === null;
}

export interface Announcement {
  readonly title: string;
  readonly next: string;
  readonly type: 'success' | 'info';
}

/** What a demanded check did: nothing new in the ledger means that nothing could be checked yet. */
export function afterVerifying(
  before: Pick<CycleView, 'sequence'>,
  after: Pick<CycleView, 'sequence'>,
): Announcement {
  if (after.sequence === before.sequence) {
    return {
      title: 'Nothing to verify yet',
      next: 'Atlassian shows a change late, so a removal is read again a minute after it at the earliest. That check runs by itself.',
      type: 'info',
    };
  }
  return {
    title: 'Verified',
    next: 'Memberships and product access were read again; the table shows the outcome. Later checks run by themselves.',
    type: 'success',
  };
}
