import { describe, expect, it } from 'vitest';
import { nextCursor } from '../../../src/atlassian/organization-gateway';

describe('The next page', () => {
  it.each([
    ['a bare token', 'abc123==', 'abc123=='],
    ['a whole address', 'https://api.atlassian.com/admin/v1/orgs/o/users?limit=2&cursor=abc', 'abc'],
    ['an address without a host', '/admin/v1/orgs/o/users?cursor=a%2Bb', 'a+b'],
    ['a query alone', '?cursor=abc&limit=2', 'abc'],
  ])('is taken from %s', (_, next, cursor) => {
    expect(nextCursor({ next })).toBe(cursor);
  });

  it.each([
    ['no links are told', undefined],
    ['links are null', null],
    ['there is no next', {}],
    ['next is null', { next: null }],
    ['next is empty', { next: '' }],
  ])('does not exist when %s', (_, links) => {
    expect(nextCursor(links)).toBeNull();
  });
});
