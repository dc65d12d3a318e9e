import { counted } from '../../lib/counted';
import { listed, whyBillable, type Names } from '../classification/explain';
import { formatMoment } from '../dates';
import type { PlannedPerson } from '../plan/removal-plan';
import { lineOf, type Cycle } from '../review/cycle';
import { noticeDaysOf, removableFrom, replyRoute } from './notice-period';

/** What one person is sent; a subject is one line of text. */
export interface NoticeMessage {
  readonly subject: string;
  readonly textBody: string;
  readonly htmlBody: string;
}

export interface MessageFacts {
  readonly names: Names;
  readonly siteUrl: string;
  /** Where people see their own seats. */
  readonly pageUrl: string;
  /** Whether the person has access to Jira, where that page is. */
  readonly opensPage: boolean;
  /** When it is sent; ISO 8601 UTC. */
  readonly now: string;
}

/** What ends, when and why, how to keep it, and how to ask for it again (product.md §8, Notice first). */
export function noticeMessage(cycle: Cycle, person: PlannedPerson, facts: MessageFacts): NoticeMessage {
  const { names, siteUrl } = facts;
  const ends = person.ends.length === 0 ? null : listed(person.ends.map(names.product));
  const stays =
    person.stays.length === 0
      ? ''
      : ` What stays, through another path: ${listed(person.stays.map(names.product))}.`;
  const seats = person.lines.flatMap((number) => lineOf(cycle, number)?.facts.seat ?? []);
  const from = formatMoment(removableFrom({ at: facts.now }, cycle));
  const paragraphs = [
    `In “${cycle.title}” of ${siteUrl}, your removal from groups that give licences was approved.`,
    `What ends: ${ends ?? 'nothing but these memberships'}.${stays} Your account and what you made stay.`,
    `When: not before ${from}.`,
    `Why: ${seats.map((seat) => whyBillable(seat, names).replaceAll('*', '')).join(' ')}`,
    ...howToKeep(cycle, facts, from),
    `If you need it again later, ask for access: ${replyRoute(cycle)}.`,
  ];
  return {
    subject: oneLine(
      `${ends === null ? 'Group memberships of yours end' : `Your access to ${ends} ends`} in ${counted(noticeDaysOf(cycle), 'day')} unless you still need it`,
    ),
    textBody: paragraphs.join('\n\n'),
    htmlBody: paragraphs.map((text) => `<p>${toHtml(text)}</p>`).join(''),
  };
}

function howToKeep(cycle: Cycle, { opensPage, pageUrl }: MessageFacts, from: string): string[] {
  return opensPage
    ? [
        `If you still need it, open ${pageUrl} before ${from}, choose “I still need this” and say why. The removal is then cancelled and decided anew.`,
      ]
    : [
        `If you still need it, say so and why before ${from}: ${replyRoute(cycle)}. You have no access to Jira, where you could answer yourself.`,
      ];
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Names of groups and reviews are what people typed: nothing in them is markup. */
function toHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}
