import type { NoticeRow, NoticeView } from '../../../src/contract/notice-replies';
import type { LineRow } from '../../../src/contract/review-replies';
import type { Appearance } from './appearances';
import { counted, listed } from './counts';
import { formatTime } from './dates';

type How = NoticeRow['how'];

export const NOTICE_LABELS: Readonly<Record<How, string>> = {
  waiting: 'Not told yet',
  attempted: 'Being told',
  told: 'Told',
  'not-reachable': 'Not reachable',
  unclear: 'Perhaps not told',
  claimed: 'Still needed',
};

export const NOTICE_APPEARANCE: Readonly<Record<How, Appearance>> = {
  waiting: 'default',
  attempted: 'inprogress',
  told: 'success',
  'not-reachable': 'removed',
  unclear: 'moved',
  claimed: 'new',
};

/** "2 people wait to be told, 3 told, 1 not reachable"; how many days they get is said by the panel. */
export function noticeInWords({ rows, waiting }: NoticeView): string {
  const people = (how: How): number =>
    new Set(rows.flatMap((row) => (row.how === how ? [row.accountId] : []))).size;
  const counts = (['told', 'not-reachable', 'unclear', 'claimed'] as const).flatMap((how) =>
    people(how) === 0 ? [] : [`${String(people(how))} ${NOTICE_LABELS[how].toLowerCase()}`],
  );
  return listed([waitInWords(waiting), ...counts]);
}

function waitInWords(waiting: number): string {
  if (waiting === 0) return 'Nobody waits to be told';
  return waiting === 1 ? '1 person waits to be told' : `${counted(waiting, 'person')} wait to be told`;
}

/** What the panel says of the days. */
export function daysInWords({ days, issueKey }: NoticeView): string {
  const issue = issueKey === null ? '' : ` They are told from the issue ${issueKey}, which names nobody.`;
  return `Each person is told alone what ends, when and why, and has ${counted(days, 'day')} to say that they still need it.${issue}`;
}

export interface NoticeTableRow {
  readonly key: string;
  readonly accountId: string;
  readonly lines: string;
  readonly products: string;
  readonly how: How;
  /** When it became so, and from when on the removal may begin. */
  readonly when: string;
  readonly text: string;
}

export function noticeRows({ rows }: NoticeView): NoticeTableRow[] {
  return rows.map(({ accountId, lines, products, how, at, removableFrom, text }) => ({
    key: `${accountId} ${how} ${lines.join(' ')}`,
    accountId,
    lines: lines.map(String).join(', '),
    products: listed(products),
    how,
    when: [
      ...(at === null ? [] : [`On ${formatTime(at)}.`]),
      ...(removableFrom === null ? [] : [`May be removed from ${formatTime(removableFrom)} on.`]),
    ].join(' '),
    text,
  }));
}

/** Whether a slice brought it on; one that did not must not be repeated at once. */
export function hasToldMore(before: NoticeView, after: NoticeView): boolean {
  return after.waiting < before.waiting || after.issueKey !== before.issueKey;
}

/**
 * The words of the person concerned, as the reviewer and the approver read them; empty without a claim, and where the
 * line's cause says them already.
 */
export function claimInWords({ claim, cause }: Pick<LineRow, 'claim' | 'cause'>): string {
  return claim === null || cause?.endsWith(claim.note) === true
    ? ''
    : `The person concerned said on ${formatTime(claim.at)} that they still need it: ${claim.note}`;
}
