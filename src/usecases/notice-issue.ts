import { AppError } from '../lib/app-error';
import { toMillis } from '../lib/duration';
import type { Actor } from '../domain/evidence/record';
import type { NoticePlace } from '../domain/organization-state';
import type { Cycle } from '../domain/review/cycle';
import type { WriteAnswer } from '../domain/plan/write-outcome';
import type { NoticeWriter } from '../ports/notice-writer';
import { recordFact } from './cycle-ledger';
import type { LedgerTools } from './organization-ledger';

/** How long a write without a recorded end is only looked for, before it counts as broken off. */
export const UNCLEAR_MS = 60_000;

export interface NoticeTools extends LedgerTools {
  readonly notices: NoticeWriter;
}

/**
 * The review with its one issue. Its making is journaled first: what was begun is looked for by its label, and made
 * anew only when Jira's search, which may lag, has not shown it for a minute.
 * @throws AppError when Jira refuses the issue; it may then be begun anew at once
 */
export async function withIssue(
  cycle: Cycle,
  { project, issueType }: NoticePlace,
  actor: Actor,
  tools: NoticeTools,
): Promise<Cycle> {
  const { notice } = cycle;
  if (notice !== null) {
    if (notice.issueKey !== null) return cycle;
    const found = await tools.notices.findIssue(labelOf(cycle));
    if (found !== null) return observe(cycle, { issueKey: found, note: 'Found by its label.' }, actor, tools);
    if (tools.platform.now() - (toMillis(notice.begunAt) ?? 0) < UNCLEAR_MS) return cycle;
  }
  const place = { project: project ?? notice?.project ?? '', issueType };
  const { cycle: begun, recorded } = await recordFact(tools, cycle, actor, {
    event: { kind: 'notice-begun', ...place },
    // Somebody else is making it, or has made it.
    unless: (newest) =>
      newest.notice !== null &&
      (newest.notice.begunAt !== notice?.begunAt || newest.notice.issueKey !== null),
  });
  return recorded ? make(begun, place, actor, tools) : begun;
}

async function make(
  cycle: Cycle,
  place: { readonly project: string; readonly issueType: string },
  actor: Actor,
  tools: NoticeTools,
): Promise<Cycle> {
  const answer = await tools.notices.createIssue({
    ...place,
    label: labelOf(cycle),
    summary: `Notices of “${cycle.title}”`.replace(/\s+/g, ' '),
    paragraphs: [
      'SeatTrace tells the people concerned by removals of this review from here, each of them alone.',
      'Whom it concerns is not named here. It is recorded in the review.',
    ],
  });
  if ('issueKey' in answer) return observe(cycle, { ...answer, note: 'Made.' }, actor, tools);
  // Nobody knows whether there is one: the next try looks for it.
  if (answer.status === null || answer.status < 400 || answer.status >= 500) return cycle;
  const refusal = refusalOf(answer, place);
  await observe(cycle, { issueKey: null, note: refusal.message }, actor, tools);
  throw refusal;
}

function refusalOf(
  { status, detail }: WriteAnswer,
  { project, issueType }: { readonly project: string; readonly issueType: string },
): AppError {
  const context = { status, detail };
  return status === 429
    ? new AppError('atlassian.rate-limited', 'Atlassian asks to wait before the issue is made.', { context })
    : new AppError(
        'notice.not-allowed',
        `Jira refused to make an issue of the type “${issueType}” in the project ${project} (${String(status)}). Look at both in Settings.`,
        { context },
      );
}

async function observe(
  cycle: Cycle,
  observed: { readonly issueKey: string | null; readonly note: string },
  actor: Actor,
  tools: NoticeTools,
): Promise<Cycle> {
  const { cycle: next } = await recordFact(tools, cycle, actor, {
    event: { kind: 'notice-issue-observed', ...observed },
    unless: (newest) => newest.notice?.begunAt !== cycle.notice?.begunAt || newest.notice?.issueKey !== null,
  });
  return next;
}

/** Ids of reviews hold letters, digits and hyphens, so that no query reads them otherwise. */
function labelOf({ cycleId }: Cycle): string {
  return `seattrace-${cycleId}`;
}
