import { DAY_MS, toIso, toMillis } from '../../lib/duration';
import { formatMoment } from '../dates';
import type { Cycle } from '../review/cycle';
import type { Line, LineNotice } from '../review/line';

type Rules = Pick<Cycle, 'rules' | 'rehearsal'>;

/** Days of notice that a review gives; none in a rehearsal, which removes nothing. */
export function noticeDaysOf({ rules, rehearsal }: Rules): number {
  return rehearsal ? 0 : rules.noticeDays;
}

/** From when on what somebody was told of may be removed; ISO 8601 UTC. */
export function removableFrom({ at }: Pick<LineNotice, 'at'>, cycle: Rules): string {
  return toIso((toMillis(at) ?? 0) + noticeDaysOf(cycle) * DAY_MS);
}

/** Whom the person concerned asks where the app's own page is of no use to them. */
export function replyRoute({ rules: { fallback } }: Rules): string {
  return fallback === '' ? 'Jira administrators' : fallback;
}

/** Why notice holds an approved line back at this time, or null (product.md §8, Notice first). */
export function heldByNotice({ notice }: Pick<Line, 'notice'>, cycle: Rules, now: string): string | null {
  if (noticeDaysOf(cycle) === 0) return null;
  if (notice === null) return 'the person has not been told yet';
  if (notice.how === 'attempted') return 'whether the person was told is not known yet';
  const from = removableFrom(notice, cycle);
  return now >= from ? null : `${noticeInWords(notice)}; may be removed from ${formatMoment(from)} on`;
}

/** "told on 2 Nov 2026, 09:00 UTC"; who was told by nobody is never taken for somebody who kept silent. */
export function noticeInWords({ how, at, why }: LineNotice): string {
  const day = formatMoment(at);
  switch (how) {
    case 'attempted':
      return `a message was begun on ${day}`;
    case 'told':
      return `told on ${day}`;
    case 'not-reachable':
      return `told by nobody and listed on ${day} (${withoutStop(why)})`;
    case 'unclear':
      return `perhaps not told, listed on ${day} (${withoutStop(why)})`;
  }
}

function withoutStop(sentence: string): string {
  return sentence.replace(/\.$/, '');
}
