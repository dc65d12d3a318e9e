import { describe, expect, it } from 'vitest';
import type { ExemptionRow } from '../../../src/contract/exemption-replies';
import { pickerDayAfter } from '../../../static/admin/view-models/dates';
import {
  coveredBy,
  exemptionErrors,
  exemptionPayload,
  type ExemptionForm,
} from '../../../static/admin/view-models/exemption-form';
import {
  coverageSentences,
  coveredByRow,
  coversInWords,
  untilInWords,
  wayInWords,
} from '../../../static/admin/view-models/exemptions';
import { NOW } from './builders';

const form: ExemptionForm = {
  kind: 'emailDomain',
  value: ' @partner.example ',
  product: '',
  expires: '2027-01-01',
  reason: 'contract',
  owner: 'ana',
  control: '',
};

const row = (change: Partial<ExemptionRow> = {}): ExemptionRow => ({
  exemptionId: 'e',
  state: 'waiting',
  match: { kind: 'group', value: 'g-1', name: 'all-staff' },
  product: null,
  expires: '2027-01-01T23:59:59.000Z',
  reason: 'contract',
  owner: 'ana',
  control: null,
  asked: { by: 'rita', at: '2026-11-02T09:00:00.000Z' },
  answered: null,
  ended: null,
  obstacle: '',
  ...change,
});

describe('the form', () => {
  it('asks for exactly one thing, without spaces and the @ before a domain', () => {
    expect(exemptionPayload(form)).toEqual({
      match: { emailDomain: 'partner.example' },
      expires: '2027-01-01T23:59:59.000Z',
      reason: 'contract',
      owner: 'ana',
    });
  });

  it('needs an end that is still to come, an owner and a reason', () => {
    const empty = { ...form, expires: '2020-01-01', owner: '', reason: '' };
    expect(Object.keys(exemptionErrors(empty, NOW))).toEqual(['expires', 'reason', 'owner']);
  });

  it('lasts a year at most', () => {
    const errors = (expires: string) => exemptionErrors({ ...form, expires }, NOW);
    expect(errors(pickerDayAfter(NOW, 366))).toEqual({});
    expect(errors(pickerDayAfter(NOW, 367)).expires).toBe(
      'An exemption lasts at most a year; it can be asked for again.',
    );
  });

  it('covers nothing before it says what', () => {
    expect(coveredBy({ ...form, value: ' ' })).toBeNull();
  });
});

describe('an exemption', () => {
  it('for a group is told by the name of the group', () => {
    expect(coversInWords(row())).toBe('Group: all-staff');
  });

  it('for a group that the scan does not know says so', () => {
    const match = { kind: 'group', value: 'g-1', name: null } as const;
    expect(coversInWords(row({ match }))).toBe('A group that the last scan does not know (g-1)');
  });

  it('is asked about as it was asked for', () => {
    expect(coveredByRow(row({ product: 'confluence' }))).toEqual({
      match: { group: 'g-1' },
      product: 'confluence',
    });
  });

  it('that has run out says that its seats are judged like others', () => {
    expect(untilInWords(row({ state: 'expired', expires: '2026-10-01T00:00:00.000Z' }), NOW)).toBe(
      'Its day was 1 Oct 2026: its seats are judged like others since then',
    );
  });

  it('says who asked, who approved and who ended it', () => {
    const at = '2026-11-03T09:00:00.000Z';
    const answered = { by: 'paul', at, approved: true, reason: '' };
    const ended = { by: 'olga', at, reason: 'over' };
    expect(wayInWords(row({ answered, ended }))).toEqual([
      'Asked by rita on 2 Nov 2026',
      'Approved by paul on 3 Nov 2026',
      'Ended by olga on 3 Nov 2026: over',
    ]);
  });

  it('says why it was turned down', () => {
    const answered = { by: 'paul', at: NOW, approved: false, reason: 'too wide' };
    expect(wayInWords(row({ answered }))[1]).toMatch(/^Turned down by paul on .*: too wide$/);
  });

  it('that was saved with the policy says so', () => {
    expect(wayInWords(row({ asked: null }))).toEqual([
      'Saved with the policy, before exemptions were asked for',
    ]);
  });
});

describe('what it covers', () => {
  const coverage = (covers: Parameters<typeof coverageSentences>[0]['covers']) =>
    coverageSentences({ asOf: NOW, covers, isPartial: false });

  it('is told in seats, people and verdicts', () => {
    const moves = [{ from: 'cleanup', to: 'protected', seats: 8 }] as const;
    expect(coverage({ people: 9, seats: 12, moves })).toEqual([
      'It covers 12 seats of 9 people.',
      '8 seats from Local cleanup to Protected.',
    ]);
  });

  it('is said to be nothing', () => {
    expect(coverage({ people: 0, seats: 0, moves: [] })).toEqual([
      'It covers no seat.',
      'No seat gets another verdict.',
    ]);
  });

  it('may change no verdict', () => {
    expect(coverage({ people: 1, seats: 1, moves: [] })).toEqual([
      'It covers 1 seat of 1 person.',
      'No seat gets another verdict.',
    ]);
  });

  it('says that products out of sight are not counted', () => {
    const covers = { people: 1, seats: 1, moves: [] };
    expect(coverageSentences({ asOf: NOW, covers, isPartial: true }).at(-1)).toMatch(
      /^Seats of products outside Jira/,
    );
  });

  it('is said to be unknown where only a scan can tell', () => {
    expect(coverage(null)).toEqual([
      'Whom it covers is looked up by the next scan: names and addresses are not stored.',
    ]);
  });
});
