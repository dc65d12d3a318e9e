import { describe, expect, it } from 'vitest';
import {
  addFilter,
  MOST_SAVED_FILTERS,
  withoutFilter,
  type SavedFilter,
} from '../../../src/domain/saved-filters';

const aFilter = (name: string, values = { verdict: 'cleanup' }, list = 'seats'): SavedFilter => ({
  list,
  name,
  values,
});
const full = Array.from({ length: MOST_SAVED_FILTERS }, (_, index) => aFilter(`Filter ${String(index)}`));

describe('saving a filter', () => {
  it('keeps those that are there', () => {
    const ruling = addFilter([aFilter('Mine')], aFilter('Other'), false);
    expect(ruling).toEqual({ ok: true, filters: [aFilter('Mine'), aFilter('Other')] });
  });

  it('refuses a name that is taken', () => {
    expect(addFilter([aFilter('Mine')], aFilter('Mine', { verdict: 'hold' }), false)).toMatchObject({
      ok: false,
      code: 'filter.name-taken',
    });
  });

  it('replaces one of the same name when the person said so', () => {
    const changed = aFilter('Mine', { verdict: 'hold' });
    expect(addFilter([aFilter('Mine')], changed, true)).toEqual({ ok: true, filters: [changed] });
  });

  it('lets two lists use the same name', () => {
    expect(addFilter([aFilter('Mine')], aFilter('Mine', undefined, 'lines'), false).ok).toBe(true);
  });

  it('refuses one more than the most there may be', () => {
    expect(addFilter(full, aFilter('One more'), false)).toMatchObject({ ok: false, code: 'filter.too-many' });
  });

  it('replaces one even when there are as many as there may be', () => {
    expect(addFilter(full, aFilter('Filter 3', { verdict: 'hold' }), true).ok).toBe(true);
  });
});

describe('removing a filter', () => {
  it('leaves one of the same name on another list', () => {
    const other = aFilter('Mine', undefined, 'lines');
    expect(withoutFilter([aFilter('Mine'), other], aFilter('Mine'))).toEqual([other]);
  });
});
