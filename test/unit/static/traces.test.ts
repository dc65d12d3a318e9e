import { describe, expect, it } from 'vitest';
import type { LineTraceView, SampleView } from '../../../src/contract/evidence-replies';
import {
  doneInWords,
  frozenInWords,
  sampleFilters,
  sampleForm,
  sampleInWords,
  sampleRequest,
  traceRows,
} from '../../../static/admin/view-models/traces';
import { aDecision, aLine, aSeatDetail, COLLEAGUE, ME, NOW } from './builders';

const HASH = 'f'.repeat(64);

function aTrace(change: Partial<LineTraceView> = {}): LineTraceView {
  return {
    ...aLine({ state: 'closed', outcome: 'removed', decision: aDecision() }),
    seat: aSeatDetail(),
    handoffs: [],
    approvedAt: null,
    override: null,
    executor: null,
    records: [],
    after: [],
    ...change,
  };
}

describe('the frozen facts of a trace', () => {
  it('end with what was recommended then', () => {
    expect(frozenInWords(aTrace()).at(-1)).toBe('Recommended: remove');
  });

  it('name what nobody had checked', () => {
    const seat = aSeatDetail({ notChecked: ['use of API tokens'] });
    expect(frozenInWords(aTrace({ seat }))).toContain('Not checked: use of API tokens');
  });
});

describe('what was done with a line', () => {
  it('tells who decided, when and why', () => {
    expect(doneInWords(aTrace(), NOW)[0]).toBe(
      `Remove: Follows the recommendation. Decided by ${COLLEAGUE} on 22 Nov 2026, 09:00 UTC`,
    );
  });

  it('tells that nobody decided, and who stands behind the rule', () => {
    const decision = aDecision({ decision: 'keep', reason: 'nobody-answered' });
    expect(doneInWords(aTrace({ decision }), NOW)[0]).toBe(
      `Keep: Nobody answered. Closed by the rule that ${COLLEAGUE} stands behind on 22 Nov 2026, 09:00 UTC`,
    );
  });

  it('tells who approved and when, and a rule that was set aside', () => {
    const approved = aTrace({
      approvedBy: ME,
      approvedAt: NOW,
      override: { rule: 'decider-is-approver', reason: 'alone today' },
    });
    expect(doneInWords(approved, NOW)).toContain(
      `Approved by ${ME} on 22 Nov 2026, 09:00 UTC, although the rule is two people: alone today`,
    );
  });

  it('says that a removal is not approved, and that a keep needs no approval', () => {
    expect(doneInWords(aTrace(), NOW)).toContain('Not approved');
    const kept = aTrace({ decision: aDecision({ decision: 'keep' }) });
    expect(doneInWords(kept, NOW)).toContain('Needs no approval');
  });

  it('says of a removal that nobody was notified', () => {
    expect(doneInWords(aTrace(), NOW)).toContain('Notice before removal: none, SeatTrace notifies nobody');
  });

  it('tells the compensating control of an exception', () => {
    const decision = aDecision({ decision: 'exception', control: 'blocked at the proxy' });
    expect(doneInWords(aTrace({ decision }), NOW)).toContain('Compensating control: blocked at the proxy');
  });
});

it('records of the organization stand behind those of the review', () => {
  const trace = aTrace({
    records: [{ sequence: 4, hash: HASH, at: NOW, by: ME, role: 'reviewer', text: 'Decided' }],
    after: [{ sequence: 90, hash: HASH, at: NOW, by: 'app', line: 1, text: 'Handoff closed.' }],
  });
  expect(traceRows(trace).map(({ record, who, what }) => [record, who, what])).toEqual([
    ['Review, 4', `${ME} as reviewer`, 'Decided'],
    ['Organization, 90', 'SeatTrace', 'After sign-off: Handoff closed.'],
  ]);
});

describe('the form of a sample', () => {
  it('asks for 25 lines by no seed at first', () => {
    expect(sampleRequest('cycle-1', sampleForm({}))).toEqual({
      cycleId: 'cycle-1',
      size: 25,
      byOutcome: false,
    });
  });

  it('is kept in the URL as it was drawn', () => {
    const form = { seed: ' abc ', size: '40', byOutcome: true };
    expect(sampleForm(sampleFilters(form))).toEqual({ ...form, seed: 'abc' });
  });

  it.each(['', '0', '101', '2.5', 'many'])('asks for nothing while the size is "%s"', (size) => {
    expect(sampleRequest('cycle-1', { seed: '', size, byOutcome: false })).toBeNull();
  });
});

it('a sample says its seed and how many lines of each outcome it holds', () => {
  const sample: SampleView = {
    cycleId: 'cycle-1',
    title: 'November',
    state: 'signed-off',
    headHash: HASH,
    seed: 'abc',
    size: 2,
    byOutcome: true,
    lines: 30,
    strata: [
      { outcome: 'kept', lines: 28, sampled: 1 },
      { outcome: 'open', lines: 2, sampled: 1 },
    ],
    rows: [aTrace(), aTrace()],
  };
  expect(sampleInWords(sample)).toEqual([
    '2 of 30 lines, drawn by the seed abc, outcomes in turn. The same seed draws the same lines again.',
    'Kept: 1 of 28. Not closed yet: 1 of 2.',
  ]);
});
