import { beforeEach, describe, expect, test } from 'vitest';

import { hashOfText } from '../../src/domain/evidence/hash-chain';
import { aScannedSite, type Site } from './a-site';

const HOLDS = { list: 'seats', name: 'Needs facts', values: { verdict: 'hold' } } as const;

let site: Site;
beforeEach(async () => {
  site = await aScannedSite();
});

/** Puts a filter into the storage as an earlier version could have left it. */
function store(who: string, filters: readonly unknown[]): void {
  const key = `filters:${hashOfText(site.accountOf(who))}`;
  site.host.keep(key, { v: 1, filters });
}

describe('A saved filter', () => {
  test('is there for the person who saved it', async () => {
    await site.get('admin', 'save-filter', HOLDS);
    expect(await site.get('admin', 'list-filters')).toEqual([HOLDS]);
  });

  test('is not there for anybody else', async () => {
    await site.get('admin', 'save-filter', HOLDS);
    expect(await site.get('approver', 'list-filters')).toEqual([]);
  });

  test('goes by its name', async () => {
    await site.get('admin', 'save-filter', HOLDS);
    expect(await site.get('admin', 'remove-filter', HOLDS)).toEqual([]);
  });

  test('is not replaced unless its owner says so', async () => {
    await site.get('admin', 'save-filter', HOLDS);
    const { code } = await site.refusal('admin', 'save-filter', { ...HOLDS, values: { verdict: 'split' } });
    expect(code).toBe('filter.name-taken');
    expect(await site.get('admin', 'list-filters')).toEqual([HOLDS]);
  });

  test.each([
    ['a word that the list does not know', { verdict: 'nonsense' }],
    ['a filter that the list does not have', { state: 'undecided' }],
    ['no filter at all', {}],
  ])('is refused with %s', async (_, values) => {
    expect((await site.refusal('admin', 'save-filter', { ...HOLDS, values })).code).toBe('input.invalid');
  });

  test('is told as unusable when the list no longer knows its words, and can be removed', async () => {
    store('admin', [{ ...HOLDS, values: { verdict: 'a-word-of-before' } }]);
    expect(await site.get('admin', 'list-filters')).toEqual([{ ...HOLDS, values: null }]);
    expect(await site.get('admin', 'remove-filter', HOLDS)).toEqual([]);
  });

  test('is stored under no account id', async () => {
    await site.get('admin', 'save-filter', HOLDS);
    const keys = site.stored().map(({ key }) => key);
    expect(keys.filter((key) => key.includes(site.accountOf('admin')))).toEqual([]);
  });
});
