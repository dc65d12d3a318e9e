import { besideReview } from '../domain/review/after-sign-off';
import { classifyAccount } from '../domain/classification/classify-account';
import { indexOrganization } from '../domain/classification/organization-index';
import type { Cycle } from '../domain/review/cycle';
import { lineOf } from '../domain/review/cycle';
import { isOpen, type ClosingCause, type Handoff } from '../domain/routing/handoff';
import type { Seat } from '../domain/seat';
import type { Snapshot } from '../domain/snapshot';
import type { OrganizationDirectory } from '../ports/site-directory';
import type { SnapshotStore } from '../ports/stores';
import { recordFact } from './cycle-ledger';
import { APP, loadOrganization, recordOrganization, type LedgerTools } from './organization-ledger';
import { findQuestioned, type QuestionedCycle } from './questioned-cycles';

export interface ClosingTools extends LedgerTools {
  readonly snapshots: SnapshotStore;
  readonly organization: OrganizationDirectory | null;
}

const WITHDRAWN_BECAUSE: Readonly<Partial<Record<Seat['reason'], string>>> = {
  active: 'The seat is in use again.',
  'too-new': 'The seat was given again.',
  exempt: 'An exemption covers the seat.',
};

interface Ending {
  readonly handoff: Handoff;
  readonly cause: ClosingCause;
  readonly note: string;
}

/**
 * A handoff closes itself when a complete scan and a targeted re-read both miss what it asks about
 * (product.md §9). Those of signed-off reviews are closed on the organization's ledger.
 */
export async function closeHandoffs(snapshotId: string, tools: ClosingTools): Promise<void> {
  const organization = await loadOrganization(tools);
  const snapshot = await tools.snapshots.find(snapshotId);
  if (snapshot === undefined) return;
  for (const questioned of await findQuestioned(organization, tools))
    if (snapshot.header.takenAt > questioned.cycle.snapshotTakenAt)
      await closeIn(questioned, snapshot, tools);
}

async function closeIn(
  { cycle: asking, asks }: QuestionedCycle,
  { header, accounts }: Snapshot,
  tools: ClosingTools,
): Promise<void> {
  let cycle = asking;
  const index = indexOrganization(header);
  const byId = new Map(accounts.map((account) => [account.accountId, account]));
  for (const handoff of cycle.handoffs.filter((each) => each.closed === null)) {
    const asked = lineOf(cycle, handoff.line)?.facts.seat;
    if (asked === undefined || !asks(asked.product)) continue;
    const account = byId.get(asked.accountId);
    const seat = account && classifyAccount(account, index).find(({ product }) => product === asked.product);
    const ending = endingOf(handoff, asked, seat);
    if (ending === null || !(await stillHolds(ending, asked, tools))) continue;
    if (cycle.signedOff !== null) await recordAfterSignOff(cycle, ending, tools);
    else cycle = await recordClosing(cycle, ending, tools);
  }
}

/** What the new snapshot says of the question; null while it still stands. */
function endingOf(handoff: Handoff, asked: Seat, seat: Seat | undefined): Ending | null {
  if (seat === undefined)
    return {
      handoff,
      cause: handoff.answer === null || isOpen(handoff) ? 'seat-ended' : 'answered',
      note: 'The seat is gone.',
    };
  if (seat.verdict === 'keep' || seat.verdict === 'protected')
    return {
      handoff,
      cause: 'withdrawn',
      note: WITHDRAWN_BECAUSE[seat.reason] ?? 'The seat no longer asks for a decision.',
    };
  if (handoff.owner !== 'identity') return null;
  const synced = asked.paths.filter(({ source }) => source === 'scim').map(({ groupId }) => groupId);
  const left = seat.paths.filter(({ groupId }) => synced.includes(groupId));
  return left.length === 0
    ? { handoff, cause: 'path-removed', note: 'No synced path gives the seat any more.' }
    : null;
}

/** Reads the one account again, so that a single listing's gap never closes a question. */
async function stillHolds({ cause }: Ending, asked: Seat, { organization }: ClosingTools): Promise<boolean> {
  if (cause === 'withdrawn') return true;
  if (organization === null) return false;
  const user = await organization.findUser(asked.accountId);
  if (user?.groupIds === null) return false;
  const wanted = asked.paths.filter(({ source }) => cause !== 'path-removed' || source === 'scim');
  return !wanted.some(({ groupId }) => groupId !== undefined && user?.groupIds?.includes(groupId) === true);
}

/** Nothing is closed that people closed meanwhile. */
async function recordClosing(
  cycle: Cycle,
  { handoff: { id }, cause, note }: Ending,
  tools: LedgerTools,
): Promise<Cycle> {
  const event = { kind: 'handoff-closed' as const, handoffId: id, cause, note };
  const unless = ({ handoffs }: Cycle): boolean =>
    handoffs.some((each) => each.id === id && each.closed !== null);
  return (await recordFact(tools, cycle, APP, { event, unless })).cycle;
}

async function recordAfterSignOff(
  cycle: Cycle,
  { handoff, cause, note }: Ending,
  tools: LedgerTools,
): Promise<void> {
  const what = { is: 'handoff-closed' as const, handoffId: handoff.id, cause, note };
  await recordOrganization(tools, APP, () => besideReview(cycle, what));
}
