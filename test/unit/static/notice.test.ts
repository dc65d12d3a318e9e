import { describe, expect, it } from 'vitest';
import type { NoticeRow, NoticeView } from '../../../src/contract/notice-replies';
import {
  claimInWords,
  daysInWords,
  hasToldMore,
  noticeInWords,
  noticeRows,
} from '../../../static/admin/view-models/notice';
import { COLLEAGUE, NOW, SOMEBODY } from './builders';

const aRow = (change: Partial<NoticeRow> = {}): NoticeRow => ({
  ...{ accountId: SOMEBODY, lines: [1, 2], products: ['Jira', 'Loom'], how: 'told', at: NOW },
  ...{ removableFrom: '2026-11-29T09:00:00.000Z', text: '' },
  ...change,
});

const aNotice = (change: Partial<NoticeView> = {}): NoticeView => ({
  ...{ cycleId: 'cycle-1', days: 7, issueKey: 'OPS-1', waiting: 0, rows: [aRow()] },
  ...{ preview: null, mayNotBecause: null },
  ...change,
});

describe('the notice', () => {
  it('counts people by what they know, and leaves out what nobody is', () => {
    const rows = [aRow(), aRow({ accountId: COLLEAGUE, how: 'not-reachable' })];
    expect(noticeInWords(aNotice({ rows, waiting: 1 }))).toBe(
      '1 person waits to be told, 1 told and 1 not reachable',
    );
  });

  it('says how long people have, and from which issue they are told', () => {
    expect(daysInWords(aNotice())).toMatch(
      /has 7 days to say .* from the issue OPS-1, which names nobody\.$/,
    );
    expect(daysInWords(aNotice({ issueKey: null }))).not.toMatch(/issue/);
  });

  it('says since when and from when on', () => {
    expect(noticeRows(aNotice())[0]).toMatchObject({
      lines: '1, 2',
      products: 'Jira and Loom',
      when: 'On 22 Nov 2026, 09:00 UTC. May be removed from 29 Nov 2026, 09:00 UTC on.',
    });
  });

  it('says no time of who waits', () => {
    expect(
      noticeRows(aNotice({ rows: [aRow({ how: 'waiting', at: null, removableFrom: null })] }))[0]?.when,
    ).toBe('');
  });

  it('has moved when fewer wait or the issue is there', () => {
    const before = aNotice({ waiting: 2, issueKey: null });
    expect(hasToldMore(before, before)).toBe(false);
    expect(hasToldMore(before, aNotice({ waiting: 1, issueKey: null }))).toBe(true);
    expect(hasToldMore(before, aNotice({ waiting: 2 }))).toBe(true);
  });
});

describe('a claim', () => {
  const claim = { note: 'I close the books.', at: NOW };

  it('is told in the words of the person', () => {
    expect(claimInWords({ claim, cause: null })).toBe(
      'The person concerned said on 22 Nov 2026, 09:00 UTC that they still need it: I close the books.',
    );
  });

  it('is not said twice where it is the cause of the line', () => {
    expect(claimInWords({ claim, cause: `They need it: ${claim.note}` })).toBe('');
  });
});
