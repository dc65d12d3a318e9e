import { describe, expect, it } from 'vitest';
import { namesOf } from '../../../../src/domain/classification/explain';
import { noticeMessage, type MessageFacts } from '../../../../src/domain/notice/notice-message';
import { aHeader } from '../../../builders/a-header';
import { aReview } from '../../../builders/a-review';
import { aCleanup, aGroupPath, aSplit } from '../../../builders/a-seat';
import { daysAhead } from '../../../builders/times';
import type { Seat } from '../../../../src/domain/seat';

const FACTS: MessageFacts = {
  names: namesOf(aHeader()),
  siteUrl: 'https://acme.example',
  pageUrl: 'https://acme.example/jira/apps/app/env',
  opensPage: true,
  now: daysAhead(1),
};

function messageTo(seat: Seat, change: Partial<MessageFacts> = {}) {
  const review = aReview({ seats: [seat], rules: { noticeDays: 7, fallback: 'it@acme.example' } })
    .decide([1], 'remove')
    .approve([1]);
  const [person] = review.untold();
  if (person === undefined) throw new Error('nobody waits to be told');
  return noticeMessage(review.cycle, person, { ...FACTS, ...change });
}

describe('The message to a person concerned', () => {
  const { subject, textBody } = messageTo(aCleanup('ada'));

  it('says in its subject what ends and when', () => {
    expect(subject).toBe('Your access to Jira ends in 7 days unless you still need it');
  });

  it.each([
    ['the review and the site', '“Review of November 2026” of https://acme.example'],
    ['what ends', 'What ends: Jira.'],
    ['from when on', 'not before 10 Nov 2026, 09:00 UTC.'],
    ['why', 'Why: Billable for Jira through local (local group); last used on 5 Jul 2026.'],
    ['how to keep it', 'open https://acme.example/jira/apps/app/env before'],
    ['the words to choose there', 'choose “I still need this”'],
    ['whom to ask for access again', 'ask for access: it@acme.example.'],
  ])('tells %s', (_, words) => {
    expect(textBody).toContain(words);
  });

  it('names another way to answer to who cannot open the page', () => {
    const { textBody: text } = messageTo(aCleanup('ada'), { opensPage: false });
    expect(text).not.toContain('/jira/apps/');
    expect(text).toContain(
      'If you still need it, say so and why before 10 Nov 2026, 09:00 UTC: it@acme.example.',
    );
  });

  it('says what stays where only a part is removed', () => {
    const message = messageTo(aSplit('ada'));
    expect(message.subject).toMatch(/^Group memberships of yours end in 7 days/);
    expect(message.textBody).toContain('What stays, through another path: Jira.');
  });

  it('takes nothing that people typed for markup', () => {
    const { htmlBody } = messageTo(aCleanup('ada', [], { paths: [aGroupPath('<b>a & "b"</b>', 'local')] }));
    expect(htmlBody).toContain('&lt;b&gt;a &amp; &quot;b&quot;&lt;/b&gt;');
    expect(htmlBody.replaceAll(/<\/?p>/g, '')).not.toMatch(/[<>"]/);
  });
});
