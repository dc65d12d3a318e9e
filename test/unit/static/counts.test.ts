import { describe, expect, it } from 'vitest';
import { counted, grouped, listed, percent, shareOf } from '../../../static/admin/view-models/counts';

describe('counts', () => {
  it('always say what they count', () => {
    expect(counted(0, 'seat')).toBe('0 seats');
    expect(counted(1, 'line')).toBe('1 line');
    expect(counted(12, 'handoff')).toBe('12 handoffs');
  });

  it('know that the plural of person is people', () => {
    expect(counted(1, 'person')).toBe('1 person');
    expect(counted(2, 'person')).toBe('2 people');
  });

  it('group thousands the same way in every locale', () => {
    expect(grouped(999)).toBe('999');
    expect(grouped(20_000)).toBe('20,000');
    expect(grouped(1_234_567)).toBe('1,234,567');
  });
});

describe('lists', () => {
  it('join their last part with and', () => {
    expect(listed([])).toBe('');
    expect(listed(['a'])).toBe('a');
    expect(listed(['a', 'b', 'c'])).toBe('a, b and c');
  });
});

describe('shares', () => {
  it('of nothing are nothing', () => {
    expect(shareOf(0, 0)).toBe(0);
  });

  it('never leave the range from 0 to 1', () => {
    expect(shareOf(12, 10)).toBe(1);
    expect(percent(1.4)).toBe('100%');
    expect(percent(-1)).toBe('0%');
  });
});
