import { describe, expect, it } from 'vitest';
import {
  lastUse,
  pathTag,
  rangeInWords,
  seatQuery,
  verdictNote,
} from '../../../static/admin/view-models/seats';
import { aPath, aSeatRow, NOW } from './builders';

describe('the question for seats', () => {
  it('takes filters, order and page from the URL', () => {
    expect(
      seatQuery({ product: 'confluence', verdict: 'hold', person: 'a', order: 'desc', offset: '25' }),
    ).toEqual({
      product: 'confluence',
      verdict: 'hold',
      accountId: 'a',
      sort: 'last-active',
      order: 'desc',
      offset: 25,
      limit: 25,
    });
  });

  it('leaves out words that the contract does not know', () => {
    expect(seatQuery({ verdict: 'gone', source: 'magic', sort: 'name' })).toEqual({
      sort: 'last-active',
      order: 'asc',
      offset: 0,
      limit: 25,
    });
  });
});

describe('last use', () => {
  it('is a day with its age', () => {
    expect(lastUse(aSeatRow(), NOW)).toBe('22 May 2026 (184 days ago)');
  });

  it('that is unknown is never shown as never', () => {
    expect(lastUse(aSeatRow({ activity: 'unknown', lastActiveAt: null }), NOW)).toBe('Last use unknown');
  });

  it('without a date is unknown, even where the activity is told', () => {
    expect(lastUse(aSeatRow({ activity: 'stale', lastActiveAt: null }), NOW)).toBe('Last use unknown');
  });

  it('of a seat that nobody ever used says so', () => {
    expect(lastUse(aSeatRow({ activity: 'never-accessed', lastActiveAt: null }), NOW)).toBe('Never used');
  });

  it('of a new seat says that it is new', () => {
    expect(lastUse(aSeatRow({ activity: 'too-new', lastActiveAt: null }), NOW)).toBe('New, no use told yet');
  });
});

describe('a path’s tag', () => {
  it('names its source in words, so that it can be read without colour', () => {
    expect(pathTag(aPath({ source: 'scim', groupName: 'idp-engineering' }))).toMatchObject({
      label: 'Synced group',
      name: 'idp-engineering',
      note: '',
    });
  });

  it('says what is special about it', () => {
    expect(
      pathTag(aPath({ source: 'default', role: 'admin', inferredSource: true, privileged: true })).note,
    ).toBe('administrator, source inferred, also administers');
  });

  it('of a role on the account has no group', () => {
    const path = {
      source: 'direct',
      via: 'direct',
      role: 'user',
      privileged: false,
      inferredSource: false,
    } as const;
    expect(pathTag(path)).toMatchObject({ label: 'Role on the account', name: '' });
  });
});

describe('the note under a verdict', () => {
  it('holds its reason, that it is provisional, and its marks', () => {
    expect(verdictNote(aSeatRow({ provisional: true, marks: ['possible-leaver'] }))).toBe(
      'only local paths · provisional: account facts still to be read · possible leaver',
    );
  });
});

describe('the range of rows', () => {
  it('names the rows shown and what they are', () => {
    expect(rangeInWords(25, 25, 312, 'seat')).toBe('26 to 50 of 312 seats');
  });

  it('is just the count when all are shown', () => {
    expect(rangeInWords(0, 3, 3, 'line')).toBe('3 lines');
  });
});
