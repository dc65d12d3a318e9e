import type { GroupUndo, UndoFact, UndoneMembership } from '../../domain/review/after-removal';
import { AppError } from '../../lib/app-error';
import { toMillis } from '../../lib/duration';
import type { Actor } from '../../domain/evidence/record';
import type { WriteAnswer } from '../../domain/plan/write-outcome';
import type { Cycle } from '../../domain/review/cycle';
import type { SnapshotHeader } from '../../domain/snapshot';
import type { MembershipWriter } from '../../ports/membership-writer';
import type { OrganizationDirectory, SiteDirectory } from '../../ports/site-directory';
import type { LedgerTools } from '../organization-ledger';
import { readGroupFacts } from '../read-account-afresh';
import { recordUndo } from './record-undo';

/** How long an addition without a clear answer is only read again. */
const UNCLEAR_MS = 60_000;
/** Adding somebody who is there already changes nothing, so that it may be tried a few times. */
const MAX_ATTEMPTS = 5;

export interface UndoContext {
  readonly tools: LedgerTools & {
    readonly jira: SiteDirectory;
    readonly organization: OrganizationDirectory;
    readonly writer: MembershipWriter;
  };
  readonly actor: Actor;
  readonly header: SnapshotHeader;
  readonly confirmedGroups: ReadonlySet<string>;
  readonly administering: { readonly admin: readonly string[]; readonly siteAdmin: readonly string[] };
}

interface Question {
  readonly undoId: string;
  readonly accountId: string;
  readonly groupId: string;
}

type Observed = Pick<Extract<UndoFact, { is: 'undo-observed' }>, 'outcome' | 'status' | 'note'>;

/**
 * Gives one membership back: what was begun is looked at first, then the group is read again, the attempt recorded,
 * sent and its answer recorded. The review as it stands then; unchanged where it has to wait.
 */
export async function giveBack(cycle: Cycle, question: Question, context: UndoContext): Promise<Cycle> {
  const standing = groupOf(cycle, question);
  if (standing === undefined) return cycle;
  if (standing.state !== 'waiting') {
    const member = await isMember(question, context);
    if (member === true)
      return observe(cycle, question, context, {
        outcome: 'added',
        status: null,
        note: 'The membership is there.',
      });
    const since = context.tools.platform.now() - (toMillis(standing.attemptedAt) ?? 0);
    if (since < UNCLEAR_MS) return cycle;
    if (standing.attempts >= MAX_ATTEMPTS)
      return observe(cycle, question, context, {
        ...{ outcome: 'refused', status: null },
        note: 'Atlassian gave no clear answer and the membership is not there.',
      });
  }
  const order = await orderFor(question, context);
  const attempt = standing.attempts + 1;
  const journaled = await recordUndo(cycle, context.actor, context.tools, (newest) =>
    (groupOf(newest, question)?.attempts ?? attempt) >= attempt
      ? null
      : { is: 'undo-attempted', ...membershipIn(newest, question), attempt },
  );
  // Another tab has journaled this very addition first.
  if (groupOf(journaled, question)?.attempts !== attempt) return journaled;
  return observe(journaled, question, context, await send(order, question, context));
}

async function orderFor({ accountId, groupId }: Question, context: UndoContext) {
  const { header, administering, tools, actor, confirmedGroups } = context;
  const { cloudId } = header.site;
  const user = await tools.organization.findUser(accountId);
  const now = await readGroupFacts([groupId], { cloudId, administering }, tools.organization);
  const others = header.groups.filter(({ id }) => id !== groupId);
  return {
    ...{ accountId, groupId, actor: actor.accountId ?? '', confirmedGroups },
    then: header.groups.find(({ id }) => id === groupId),
    header: { ...header, groups: [...others, ...now] },
    accountType: user?.accountType ?? 'unknown',
  };
}

async function send(
  order: Awaited<ReturnType<typeof orderFor>>,
  question: Question,
  context: UndoContext,
): Promise<Observed> {
  let answer: WriteAnswer;
  try {
    answer = await context.tools.writer.add(order);
  } catch (error) {
    if (error instanceof AppError && error.code === 'removal.blocked')
      return { outcome: 'refused', status: null, note: error.message };
    throw error;
  }
  const { status } = answer;
  if (status === 200 || status === 201 || status === 204)
    return { outcome: 'added', status, note: 'Given back.' };
  if (status === null || status >= 500 || status === 429)
    return {
      ...{ outcome: 'unclear', status },
      note: status === 429 ? 'Atlassian asks to wait.' : 'Atlassian gave no clear answer.',
    };
  const member = await isMember(question, context);
  if (member === true) return { outcome: 'already-there', status, note: 'Was a member already.' };
  return { outcome: 'refused', status, note: `Atlassian refused it (${String(status)}).` };
}

function observe(cycle: Cycle, question: Question, context: UndoContext, observed: Observed): Promise<Cycle> {
  return recordUndo(cycle, context.actor, context.tools, (newest) => {
    const state = groupOf(newest, question)?.state;
    const isAnswered = state === 'added' || state === 'already-there' || state === 'refused';
    return state === undefined || isAnswered
      ? null
      : { is: 'undo-observed', ...membershipIn(newest, question), ...observed };
  });
}

function groupOf({ lines }: Cycle, { undoId, accountId, groupId }: Question): GroupUndo | undefined {
  return lines
    .filter(({ undo, facts }) => undo?.undoId === undoId && facts.seat.accountId === accountId)
    .flatMap(({ undo }) => undo?.groups ?? [])
    .find((group) => group.groupId === groupId);
}

/** The lines of the person that the group is given back to. */
function membershipIn({ lines }: Cycle, { undoId, accountId, groupId }: Question): UndoneMembership {
  const concerned = lines.filter(
    ({ undo, facts }) =>
      undo?.undoId === undoId &&
      facts.seat.accountId === accountId &&
      undo.groups.some((group) => group.groupId === groupId),
  );
  return { undoId, accountId, groupId, lines: concerned.map(({ facts }) => facts.line) };
}

/** Whether the account is in the group now; null when that cannot be read. */
async function isMember({ accountId, groupId }: Question, { tools }: UndoContext): Promise<boolean | null> {
  try {
    const groups = await tools.jira.readGroupsOf(accountId);
    return groups.some(({ id }) => id === groupId);
  } catch {
    return null;
  }
}
