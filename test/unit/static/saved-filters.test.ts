import { describe, expect, it } from 'vitest';
import {
  changesTo,
  nameProblem,
  savedChoices,
  shownFilter,
  valuesToSave,
} from '../../../static/admin/view-models/saved-filters';
import { changeFilters } from '../../../static/admin/view-models/route';

const HOLDS = { list: 'seats', name: 'Needs facts', values: { verdict: 'hold', sort: 'product' } };
const BROKEN = { list: 'seats', name: 'Older', values: null };
const OF_LINES = { list: 'lines', name: 'Mine', values: { state: 'undecided' } };
const SAVED = [HOLDS, BROKEN, OF_LINES];

describe('what is saved', () => {
  it('is every filter and the order, but not the page of the list', () => {
    const url = { verdict: 'hold', sort: 'product', offset: '50', unknown: 'x' };
    expect(valuesToSave('seats', url)).toEqual({ verdict: 'hold', sort: 'product' });
  });
});

describe('choosing a saved filter', () => {
  it('clears what it does not hold and starts at the first row', () => {
    const url = { product: 'confluence', offset: '50' };
    expect(changeFilters(url, changesTo('seats', HOLDS.values))).toEqual(HOLDS.values);
  });
});

describe('the choices', () => {
  it('are those of the list alone', () => {
    expect(savedChoices(SAVED, 'lines')).toEqual([{ value: 'Mine', label: 'Mine' }]);
  });

  it('say which one can no longer be used', () => {
    expect(savedChoices(SAVED, 'seats')).toContainEqual({
      value: 'Older',
      label: 'Older (can no longer be used)',
    });
  });
});

describe('the saved filter that shows', () => {
  it('is the one that says what the URL says', () => {
    expect(shownFilter(SAVED, 'seats', { ...HOLDS.values, offset: '25' })).toBe('Needs facts');
  });

  it('is none when the URL says more', () => {
    expect(shownFilter(SAVED, 'seats', { ...HOLDS.values, product: 'confluence' })).toBe('');
  });
});

describe('a name', () => {
  it('must say something', () => {
    expect(nameProblem('  ')).toBe('Give the filter a name.');
  });

  it('has an end', () => {
    expect(nameProblem('x'.repeat(61))).toBe('A name has at most 60 characters.');
  });

  it('is fine else', () => {
    expect(nameProblem('Needs facts')).toBeUndefined();
  });
});
