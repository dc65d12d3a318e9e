import { describe, expect, it } from 'vitest';
import {
  changeFilters,
  formatRoute,
  offsetOf,
  oneOf,
  parseRoute,
} from '../../../static/admin/view-models/route';

const PAGES = ['overview', 'seats', 'review'] as const;

describe('the route in the URL', () => {
  it('names the page and its filters', () => {
    const route = parseRoute({ pathname: '/seats', search: '?product=confluence' }, PAGES, 'overview');
    expect(route).toEqual({ page: 'seats', filters: { product: 'confluence' } });
  });

  it('falls back when it names a page that may not be shown', () => {
    expect(parseRoute({ pathname: '/settings', search: '?a=b' }, PAGES, 'overview')).toEqual({
      page: 'overview',
      filters: {},
    });
  });

  it('survives being written and read again', () => {
    const route = { page: 'seats', filters: { group: 'a b&c', person: '712020:x' } } as const;
    const [pathname = '', search = ''] = formatRoute(route).split('?');
    expect(parseRoute({ pathname, search: `?${search}` }, PAGES, 'overview')).toEqual(route);
  });

  it('takes no value that is longer than any id', () => {
    const search = `?group=${'x'.repeat(300)}`;
    expect(parseRoute({ pathname: '/seats', search }, PAGES, 'overview').filters).toEqual({});
  });
});

describe('changing filters', () => {
  it('starts at the first row again', () => {
    expect(changeFilters({ offset: '50', product: 'a' }, { verdict: 'hold' })).toEqual({
      product: 'a',
      verdict: 'hold',
    });
  });

  it('keeps the others when only the row changes', () => {
    expect(changeFilters({ product: 'a' }, { offset: '25' })).toEqual({ product: 'a', offset: '25' });
  });

  it('removes what is set to nothing', () => {
    expect(changeFilters({ product: 'a' }, { product: '' })).toEqual({});
  });
});

describe('values out of a URL', () => {
  it('that are no word of the list count as not set', () => {
    expect(oneOf('drop table', ['asc', 'desc'])).toBeUndefined();
  });

  it.each(['-25', '1.5', 'x', ''])('offset %j starts at the first row', (offset) => {
    expect(offsetOf({ offset })).toBe(0);
  });
});
