import type { WriteAnswer } from '../plan/write-outcome';
import type { NoticeOutcome } from '../review/line';

/** What an answer to a message means. */
export interface JudgedNotice {
  /** `declined`: clearly not sent, and it may be tried again. */
  readonly outcome: NoticeOutcome | 'declined';
  /** With `declined`: how long to wait, in seconds; null where waiting does not help. */
  readonly waitSeconds: number | null;
  /** As a sentence; empty for who was told. */
  readonly why: string;
}

/** A 429 without `Retry-After`. */
const UNTOLD_WAIT_SECONDS = 30;

const REFUSED: Readonly<Record<number, string>> = {
  400: 'Jira does not write to this person (400).',
  403: 'Jira refused to send it (403): mail is switched off, or a data security policy forbids it.',
  404: 'Jira no longer shows the issue that messages are sent from (404).',
};

/**
 * What became of one message. Jira takes a message with 204 and tells nothing of its arrival; `opensPage` says whether
 * the person can answer in the app, `contact` whom they write to where not (product.md §1, person concerned).
 */
export function judgeNotice(
  { status, retryAfterSeconds }: WriteAnswer,
  { opensPage, contact }: { readonly opensPage: boolean; readonly contact: string },
): JudgedNotice {
  const judged = (outcome: JudgedNotice['outcome'], why: string): JudgedNotice => ({
    outcome,
    why,
    waitSeconds: null,
  });
  if (status === null || status >= 500)
    return judged('unclear', 'Jira gave no clear answer; the message is not sent again.');
  if (status === 429)
    return {
      ...judged('declined', 'Atlassian asks to wait.'),
      waitSeconds: retryAfterSeconds ?? UNTOLD_WAIT_SECONDS,
    };
  if (status === 401) return judged('declined', 'Jira does not let the app in (401).');
  if (status >= 300)
    return judged('not-reachable', REFUSED[status] ?? `Jira refused to send it (${String(status)}).`);
  return opensPage
    ? judged('told', '')
    : judged(
        'not-reachable',
        `The message was sent, but the person has no access to Jira, where they could answer; it names ${contact} instead.`,
      );
}
