import { describe, expect, it } from 'vitest';
import type { ExceptionRow } from '../../../src/contract/exception-replies';
import {
  exceptionQuery,
  exceptionReasons,
  exceptionTotals,
  exceptionWay,
  standingInWords,
} from '../../../static/admin/view-models/exceptions';
import { COLLEAGUE, ME, NOW, SOMEBODY } from './builders';

function anException(change: Partial<ExceptionRow> = {}): ExceptionRow {
  return {
    cycleId: 'cycle-1',
    title: 'Review of November 2026',
    line: 4,
    accountId: SOMEBODY,
    product: 'jira-software',
    state: 'in-force',
    owner: ME,
    decidedBy: ME,
    ended: null,
    decidedAt: NOW,
    reason: 'on-leave',
    note: '',
    control: null,
    approvedBy: null,
    approvedAt: null,
    expires: '2026-12-02T23:59:59.000Z',
    protectedFrom: NOW,
    ...change,
  };
}

describe('where an exception stands', () => {
  it('is told with the days that are left', () => {
    expect(standingInWords(anException(), NOW)).toBe('Until 2 Dec 2026 (in 10 days)');
  });

  it('is told as protecting nothing before the sign-off', () => {
    const approved = anException({ state: 'approved', protectedFrom: null });
    expect(standingInWords(approved, NOW)).toBe(
      'Until 2 Dec 2026 (in 10 days); protects its seat from the sign-off on',
    );
  });

  it('is told as returned by itself once its day has come', () => {
    const expired = anException({ state: 'expired', expires: '2026-11-20T00:00:00.000Z' });
    expect(standingInWords(expired, NOW)).toBe(
      'Returned by itself on 20 Nov 2026: its seat is judged like others since then',
    );
  });

  it('does not say that it returned where it never protected', () => {
    const late = anException({ state: 'expired', protectedFrom: null });
    expect(standingInWords(late, NOW)).toContain('it never protected its seat');
  });
});

describe('what is told of an exception', () => {
  it('names that no compensating control was given', () => {
    expect(exceptionReasons(anException())).toEqual(['On leave', 'No compensating control is named']);
  });

  it('gives note and control where they are', () => {
    const told = exceptionReasons(anException({ note: 'back in March', control: 'blocked at the proxy' }));
    expect(told).toEqual(['On leave', 'back in March', 'Control: blocked at the proxy']);
  });

  it('names its owner and who approved it', () => {
    const approved = anException({ approvedBy: COLLEAGUE, approvedAt: NOW });
    expect(exceptionWay(approved)).toEqual([
      `Decided and owned by ${ME} since 22 Nov 2026`,
      `Approved by ${COLLEAGUE} on 22 Nov 2026`,
    ]);
  });
});

describe('the register of exceptions', () => {
  it('counts its exceptions by where they stand', () => {
    const totals = { waiting: 1, approved: 0, 'in-force': 5, expired: 0, ended: 0, cancelled: 0 };
    expect(exceptionTotals({ totals })).toBe('6 exceptions (waits for approval: 1, in force: 5).');
  });

  it('says that there is none', () => {
    const totals = { waiting: 0, approved: 0, 'in-force': 0, expired: 0, ended: 0, cancelled: 0 };
    expect(exceptionTotals({ totals })).toBe('0 exceptions.');
  });

  it('asks for what the URL filters by, and leaves out a state that is none', () => {
    expect(exceptionQuery({ state: 'expired', product: 'confluence', person: ME, offset: '25' })).toEqual({
      state: 'expired',
      product: 'confluence',
      accountId: ME,
      offset: 25,
      limit: 25,
    });
    expect(exceptionQuery({ state: 'lost' })).toEqual({ offset: 0, limit: 25 });
  });
});
