import { describe, expect, it } from 'vitest';
import {
  changeFilters,
  formatRoute,
  linkTo,
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

describe('the link to a route', () => {
  const FILTERS = { verdict: 'hold', offset: '25' };

  it('stands below the address of the module', () => {
    const module = new URL('https://acme.atlassian.net/jira/settings/apps/1/2/');
    expect(linkTo(module, { page: 'seats', filters: FILTERS })).toBe(
      'https://acme.atlassian.net/jira/settings/apps/1/2/seats?verdict=hold&offset=25',
    );
  });

  it('keeps what the address of the module says itself', () => {
    const module = new URL('https://acme.atlassian.net/apps?as=me');
    expect(linkTo(module, { page: 'review', filters: {} })).toBe(
      'https://acme.atlassian.net/apps/review?as=me',
    );
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
