import { describe, expect, it } from 'vitest';
import type { CycleEntry } from '../../../../src/domain/organization-state';
import { draftDue, draftsReplaced, isOutdated, nextDraft } from '../../../../src/domain/review/next-draft';
import { aCalendar } from '../../../builders/a-calendar';

const NOW = Date.parse('2026-11-02T09:00:00.000Z');
const KEY = 'billing:2026-11-30';
const calendar = { ...aCalendar(), savedOn: '2026-01-01' };

function anEntry(overrides: Partial<CycleEntry> = {}): CycleEntry {
  return {
    cycleId: 'cycle-1',
    snapshotId: 'snapshot-1',
    products: null,
    title: 'Review',
    openedAt: '2026-11-01T09:00:00.000Z',
    openedBy: 'app',
    dueAt: '2026-11-21T23:59:59.000Z',
    state: 'draft',
    occasion: KEY,
    rehearsal: false,
    endedAt: null,
    endedBy: null,
    headHash: null,
    removals: 0,
    ...overrides,
  };
}

const due = (...cycles: readonly CycleEntry[]) => draftDue({ calendar, cycles }, NOW)?.key ?? null;
const signedOff = (overrides: Partial<CycleEntry> = {}): CycleEntry =>
  anEntry({
    cycleId: 'cycle-0',
    state: 'signed-off',
    occasion: null,
    openedAt: '2026-10-01T09:00:00.000Z',
    endedAt: '2026-10-20T09:00:00.000Z',
    endedBy: 'sigrid',
    ...overrides,
  });

describe('A review is to be drafted', () => {
  it('when its day has come', () => {
    expect(due()).toBe(KEY);
  });

  it('also while another is open: it waits to be opened', () => {
    const open = anEntry({ state: 'open', occasion: null, openedAt: '2026-10-20T09:00:00.000Z' });
    expect(due(open)).toBe(KEY);
  });

  it('anew when a review was signed off since it was drafted', () => {
    const since = signedOff({ endedAt: '2026-11-02T08:00:00.000Z' });
    expect(due(since, anEntry())).toBe(KEY);
  });

  it('anew when the app had cancelled the draft to replace it', () => {
    expect(due(anEntry({ state: 'cancelled', endedBy: 'app' }))).toBe(KEY);
  });

  it('when the draft of the period before was never opened and its last day has passed', () => {
    const stale = anEntry({ occasion: 'billing:2026-10-31', dueAt: '2026-10-22T23:59:59.000Z' });
    expect(due(stale)).toBe(KEY);
  });

  it('when a person’s review since then left products out that bill then', () => {
    expect(due(anEntry({ state: 'open', occasion: null, products: ['confluence'] }))).toBe(KEY);
  });

  it('while a draft of other products waits to be opened', () => {
    expect(due(anEntry({ occasion: 'billing:2026-11-25', products: ['confluence'] }))).toBe(KEY);
  });

  it('when only a rehearsal was held since its day', () => {
    expect(due(anEntry({ state: 'open', occasion: null, rehearsal: true }))).toBe(KEY);
  });
});

describe('No review is to be drafted', () => {
  it('before its day', () => {
    expect(draftDue({ calendar, cycles: [] }, Date.parse('2026-10-30T23:59:59.000Z'))).toBeNull();
  });

  it('while its draft waits to be opened', () => {
    expect(due(anEntry())).toBeNull();
  });

  it('while another draft waits to be opened', () => {
    expect(due(anEntry({ occasion: 'billing:2026-11-25' }))).toBeNull();
  });

  it('once its draft was opened', () => {
    expect(due(anEntry({ state: 'open' }))).toBeNull();
  });

  it('once it was signed off', () => {
    expect(due(signedOff({ occasion: KEY }))).toBeNull();
  });

  it('when a person discarded its draft', () => {
    expect(due(anEntry({ state: 'cancelled', endedBy: 'rita' }))).toBeNull();
  });

  it('when a person opened a review of these products since its day', () => {
    expect(due(anEntry({ state: 'open', occasion: null, products: ['jira-software'] }))).toBeNull();
  });
});

describe('A draft is outdated', () => {
  it('by a sign-off after it', () => {
    const cycles = [signedOff({ endedAt: '2026-11-01T09:00:01.000Z' })];
    expect(isOutdated(anEntry(), { calendar, cycles })).toBe(true);
  });

  it('by no sign-off before it', () => {
    expect(isOutdated(anEntry(), { calendar, cycles: [signedOff()] })).toBe(false);
  });
});

describe('A new draft', () => {
  const replaced = (...cycles: readonly CycleEntry[]) =>
    draftsReplaced({ calendar, cycles }, ['jira-software'], NOW).map(({ cycleId }) => cycleId);

  it('takes the place of one of the same products, or of one whose last day has passed', () => {
    const late = { products: ['confluence'], dueAt: '2026-10-22T23:59:59.000Z' };
    expect(replaced(anEntry({ cycleId: 'same' }), anEntry({ cycleId: 'late', ...late }))).toEqual([
      'same',
      'late',
    ]);
  });

  it('stands beside one of other products', () => {
    expect(replaced(anEntry({ products: ['confluence'] }))).toEqual([]);
  });

  it('is opened in the order of the days on which they are due', () => {
    const [soon, later] = ['2026-11-05T23:59:59.000Z', '2026-11-21T23:59:59.000Z'];
    const cycles = [anEntry({ cycleId: 'soon', dueAt: soon }), anEntry({ cycleId: 'later', dueAt: later })];
    expect(nextDraft({ cycles }, NOW)?.cycleId).toBe('soon');
    expect(nextDraft({ cycles }, Date.parse('2026-11-06T09:00:00.000Z'))?.cycleId).toBe('later');
  });
});
