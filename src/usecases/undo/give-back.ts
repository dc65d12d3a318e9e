import { toIso, toMillis } from '../../lib/duration';
import { isTooOldToUndo, UNDO_DAYS } from '../../domain/plan/undo';
import type { UndoFact } from '../../domain/review/after-removal';
import { isOpenUndo } from '../../domain/review/fold-undo';
import type { Cycle } from '../../domain/review/cycle';
import { findPerson } from '../read-account-through-jira';
import { readMembership, type MembershipNow } from '../read-membership';
import { UNCLEAR_MS } from '../execute/write-once';
import { readKinds } from '../scan/kinds-phase';
import { recordUndo } from './record-undo';
import { orderFor, sendAddition, type Observed } from './send-addition';
import { standingOf, type StandingUndo, type UndoContext, type UndoQuestion } from './undo-context';

/** Adding somebody who is there already changes nothing, so that it may be tried a few times. */
const MAX_ATTEMPTS = 5;

/** The review as it stands then, and how this membership leaves the slice. */
export interface GaveBack {
  readonly cycle: Cycle;
  /** `unread`: what it rests on could not be read, and it waits for another slice. */
  readonly went: 'on' | 'unread';
  /** Why the slice ends with it, as a sentence; null where the next membership may be looked at. */
  readonly held: string | null;
}

/**
 * Gives one membership back: what was begun is looked at first, then the person, the membership and the group are
 * read again, the attempt recorded, sent and its answer recorded. Nothing is sent unless the account was just read as
 * no member; what cannot be read waits.
 */
export async function giveBack(
  cycle: Cycle,
  question: UndoQuestion,
  context: UndoContext,
): Promise<GaveBack> {
  const standing = standingOf(cycle, question);
  if (standing === undefined || !isOpenUndo(standing.group)) return { cycle, went: 'on', held: null };
  const person = await findAccount(question, context);
  const membership = person === 'gone' ? 'gone' : await readMembership(question, context.tools);
  const step = nextStep(standing, person, membership, context.tools.platform.now());
  if (step === 'send' && typeof person === 'object') return attempt(cycle, question, context, person);
  if (step === 'wait' || step === 'send') return { cycle, went: 'on', held: null };
  if (step === 'unread') return { cycle, went: 'unread', held: null };
  const { attempts } = standing.group;
  return { cycle: await observe(cycle, question, context, { attempts, ...step }), went: 'on', held: null };
}

type Found = { readonly accountType: string } | 'gone' | 'unread';

/** That Jira alone does not know the account proves nothing. */
async function findAccount(
  { accountId }: UndoQuestion,
  { tools: { organization, jira } }: UndoContext,
): Promise<Found> {
  if (organization !== null) return (await organization.findUser(accountId)) ?? 'gone';
  return (await findPerson(accountId, jira))?.member ?? 'unread';
}

/** What the readings allow. */
function nextStep(
  { group, removal, isStopped }: StandingUndo,
  person: Found,
  membership: MembershipNow,
  now: number,
): Observed | 'send' | 'wait' | 'unread' {
  const seen = (outcome: Observed['outcome'], note: string): Observed => ({ outcome, status: null, note });
  if (person === 'gone')
    return seen('refused', 'Not given back: the organization no longer knows this person.');
  if (person === 'unread' || membership === 'unread') return 'unread';
  const isBegun = group.state !== 'waiting';
  if (membership === 'member') {
    // The directory shows a removal seconds late: this would be the membership that was just ended.
    if (now - (toMillis(removal.attemptedAt) ?? 0) < UNCLEAR_MS) return 'wait';
    return isBegun
      ? seen('added', 'The membership is there.')
      : seen('already-there', 'Was a member already.');
  }
  if (isBegun && now - (toMillis(group.attemptedAt) ?? 0) < UNCLEAR_MS) return 'wait';
  if (isStopped) return seen('stopped', 'Stopped before it was tried again; the membership is not there.');
  if (isTooOldToUndo(removal, toIso(now)))
    return seen('refused', `Not given back: it was removed more than ${String(UNDO_DAYS)} days ago.`);
  if (isBegun && group.attempts >= MAX_ATTEMPTS)
    return seen('refused', 'Atlassian gave no clear answer and the membership is not there.');
  return 'send';
}

/** Reads what is left, records the attempt, unless it was stopped or another tab has recorded it first, and sends it. */
async function attempt(
  cycle: Cycle,
  question: UndoQuestion,
  context: UndoContext,
  { accountType }: { readonly accountType: string },
): Promise<GaveBack> {
  const [kind] = await readKinds([question.accountId], context.tools.jira);
  if (kind?.appType.known !== true) return { cycle, went: 'unread', held: null };
  const account = { accountType, appType: kind.appType };
  const order = await orderFor(question, account, context);
  const number = (standingOf(cycle, question)?.group.attempts ?? 0) + 1;
  const { actor, tools } = context;
  const journaled = await recordUndo(cycle.cycleId, actor, tools, (newest) => {
    const now = standingOf(newest, question);
    const mayBegin =
      now !== undefined && isOpenUndo(now.group) && !now.isStopped && now.group.attempts < number;
    return mayBegin ? { is: 'undo-attempted', ...now.of, attempt: number } : null;
  });
  if (!journaled.recorded) return { cycle: journaled.cycle, went: 'on', held: null };
  const { held, ...observed } = await sendAddition(order, question, context);
  const told = await observe(journaled.cycle, question, context, { attempts: number, ...observed });
  return { cycle: told, went: 'on', held };
}

/** Where another tab got further than these attempts meanwhile, its record stands. */
async function observe(
  { cycleId }: Cycle,
  question: UndoQuestion,
  { actor, tools }: UndoContext,
  { attempts, ...observed }: Observed & { readonly attempts: number },
): Promise<Cycle> {
  const { cycle } = await recordUndo(cycleId, actor, tools, (newest): UndoFact | null => {
    const now = standingOf(newest, question);
    return now === undefined || !isOpenUndo(now.group) || now.group.attempts !== attempts
      ? null
      : { is: 'undo-observed', ...now.of, ...observed };
  });
  return cycle;
}
