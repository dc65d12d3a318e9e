import { describe, expect, it } from 'vitest';
import {
  answerErrors,
  answerPayload,
  caseDue,
  caseInWords,
  caseQuery,
  chooseAnswer,
  EMPTY_ANSWER,
  handoffInWords,
  ownerInWords,
} from '../../../static/admin/view-models/handoffs';
import { aCase, aHandoff, NOW } from './builders';

describe('a case', () => {
  it('names its owner, and says when no contact is known', () => {
    expect(ownerInWords(aCase())).toBe('Identity provider · idp@acme.example');
    expect(ownerInWords(aCase({ contact: '' }))).toContain('no contact in the owners register');
  });

  it('counts handoffs and people apart', () => {
    expect(caseInWords(aCase())).toBe('3 handoffs for 2 people, 1 open');
  });

  it('is due only while something is open', () => {
    expect(caseDue(aCase(), NOW)).toBe('2 Dec 2026, due in 10 days');
    expect(caseDue(aCase({ open: 0 }), NOW)).toBe('Nothing open');
  });

  it('is asked for by status and owner', () => {
    expect(caseQuery({ status: 'overdue', owner: 'x', case: 'y' })).toEqual({
      status: 'overdue',
      offset: 0,
      limit: 25,
    });
  });
});

describe('a handoff', () => {
  it('says by how much it is overdue and what comes next', () => {
    expect(handoffInWords(aHandoff({ overdue: true }), NOW)).toBe(
      'overdue by 2 days. Remind on 29 Nov 2026.',
    );
  });

  it('shows its answer in words', () => {
    expect(handoffInWords(aHandoff({ status: 'answered', answer: 'remove', nextStep: '' }), NOW)).toBe(
      'May be removed',
    );
  });
});

describe('recording an answer', () => {
  const shown = { cycleId: 'c', sequence: 12 };

  it('sends what the page has seen', () => {
    const form = { ...EMPTY_ANSWER, answer: 'remove' as const, answeredBy: 'Ana' };
    expect(answerPayload(form, shown, ['3-app'])).toMatchObject({ cycleId: 'c', seen: 12 });
  });

  it('needs handoffs, an answer, and who gave it', () => {
    expect(Object.keys(answerErrors(EMPTY_ANSWER, [], NOW))).toEqual(['handoffs', 'answer', 'answeredBy']);
  });

  it('sends a date only with a keep', () => {
    const form = { ...EMPTY_ANSWER, answeredBy: ' Ana ', until: '2027-01-01' };
    expect(answerPayload({ ...form, answer: 'keep' }, shown, ['h'])).toMatchObject({
      answeredBy: 'Ana',
      until: '2027-01-01T23:59:59.000Z',
    });
    expect(answerPayload({ ...form, answer: 'remove' }, shown, ['h'])).not.toHaveProperty('until');
  });

  it('is none while no answer is chosen', () => {
    expect(answerPayload(EMPTY_ANSWER, shown, ['h'])).toBeNull();
    expect(chooseAnswer(EMPTY_ANSWER, 'perhaps').answer).toBe('');
  });
});
