import { AppError } from '../../lib/app-error';
import { toIso } from '../../lib/duration';
import type { UndoFact, UndoneMembership } from '../../domain/review/after-removal';
import type { UndoOrder } from '../../domain/plan/undo-block';
import { judgeWrite, type WriteAnswer } from '../../domain/plan/write-outcome';
import { readMembership } from '../read-membership';
import { proveAgain } from '../prove-site-admin';
import { readGroupFacts } from '../read-account-afresh';
import { groupsToldByJira } from '../read-account-through-jira';
import type { UndoContext, UndoQuestion } from './undo-context';

/** What became of an addition, without whose it was. */
export type Observed = Omit<Extract<UndoFact, { is: 'undo-observed' }>, keyof UndoneMembership | 'is'>;

type Sent = Observed & {
  /** Why nothing else may be tried now, as a sentence; null when something may. */
  readonly held: string | null;
};

const DONE: readonly (number | null)[] = [200, 201, 204];

/** Reads the group again, right before the write. */
export async function orderFor(
  { accountId, groupId }: UndoQuestion,
  account: NonNullable<UndoOrder['account']>,
  { header, siteFacts, tools, actor, confirmedGroups }: UndoContext,
): Promise<UndoOrder> {
  const { cloudId } = header.site;
  const { administering } = siteFacts;
  const now =
    tools.organization === null
      ? groupsToldByJira(header.site, siteFacts).filter(({ id }) => id === groupId)
      : await readGroupFacts([groupId], { cloudId, administering }, tools.organization);
  const others = header.groups.filter(({ id }) => id !== groupId);
  return {
    ...{ accountId, groupId, actor: actor.accountId ?? '', confirmedGroups, account },
    then: header.groups.find(({ id }) => id === groupId),
    header: { ...header, groups: [...others, ...now] },
  };
}

/** Sends the addition once; what its answer means follows the table of removals. */
export async function sendAddition(
  order: UndoOrder,
  question: UndoQuestion,
  context: UndoContext,
): Promise<Sent> {
  try {
    return await judge(await context.tools.writer.add(order), question, context);
  } catch (error) {
    if (error instanceof AppError && error.code === 'removal.blocked')
      return { outcome: 'refused', status: null, note: error.message, held: null };
    throw error;
  }
}

/** product.md §8, "A write is sent once": only what lies in the group or the person is a refusal. */
async function judge(answer: WriteAnswer, question: UndoQuestion, context: UndoContext): Promise<Sent> {
  const { status } = answer;
  if (DONE.includes(status)) return { outcome: 'added', status, note: 'Given back.', held: null };
  const next = judgeWrite(answer);
  switch (next.step) {
    case 'wait-and-re-read':
      return { outcome: 'unclear', status, note: next.note, held: null };
    case 'wait': {
      const notBefore = toIso(context.tools.platform.now() + next.seconds * 1_000);
      return { outcome: 'declined', status, note: next.note, notBefore, held: null };
    }
    case 'stop-run':
      return { outcome: 'declined', status, note: next.note, held: next.note };
    case 'check-own-rights': {
      const lacking = await ownLack(context);
      return lacking === null
        ? refused(status, next.note, question, context)
        : { outcome: 'declined', status, note: `${next.note} ${lacking}`, held: lacking };
    }
    default:
      return refused(status, next.note, question, context);
  }
}

/** A refusal is one only where the account was read as no member; else it is looked at again. */
async function refused(
  status: number | null,
  note: string,
  question: UndoQuestion,
  context: UndoContext,
): Promise<Sent> {
  const membership = await readMembership(question, context.tools);
  if (membership === 'member')
    return { outcome: 'already-there', status, note: 'Was a member already.', held: null };
  return { outcome: membership === 'unread' ? 'unclear' : 'refused', status, note, held: null };
}

/** Two harmless reads: why the acting person may not write any more, as a sentence; null when they may. */
async function ownLack({ actor, tools }: UndoContext): Promise<string | null> {
  try {
    const may =
      (await tools.writer.mayStillWrite()) && (await proveAgain(actor.accountId ?? '', tools)) !== null;
    return may ? null : 'You no longer administer this site.';
  } catch (error) {
    if (error instanceof AppError && !error.code.startsWith('storage.'))
      return 'Whether you still administer this site could not be read.';
    throw error;
  }
}
