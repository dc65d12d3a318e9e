import { describe, expect, it } from 'vitest';

import { anyTypes, borderCasts } from '../../guards/rules/types';
import { filesOf, shown } from './files-of';

describe('the guard against any', () => {
  it.each(['let a: any;', 'const a = b as any;', 'type A = Record<string, any>;'])('finds %j', (text) => {
    expect(shown(anyTypes(filesOf({ 'test/a.ts': text })))).toEqual([
      'test/a.ts:1 has the type any; say unknown and parse',
    ]);
  });

  it('does not mind the word elsewhere', () => {
    expect(anyTypes(filesOf({ 'src/a.ts': "// any\nconst any = 'any';" }))).toEqual([]);
  });
});

describe('the guard against casts at borders', () => {
  it.each(['src/atlassian/a.ts', 'src/storage/a.ts', 'src/entry/resolvers/a.ts'])(
    'finds one in %s',
    (path) => {
      expect(shown(borderCasts(filesOf({ [path]: 'const user = (await reply.json()) as User;' })))).toEqual([
        `${path}:1 claims "as User" on data at a border; parse it with a schema`,
      ]);
    },
  );

  it('does not mind as unknown, which claims nothing', () => {
    expect(
      borderCasts(filesOf({ 'src/storage/a.ts': 'const value = JSON.parse(text) as unknown;' })),
    ).toEqual([]);
  });

  it('finds as unknown on the way to another type', () => {
    expect(borderCasts(filesOf({ 'src/storage/a.ts': 'const a = b as unknown as User;' }))).toHaveLength(2);
  });

  it('finds the older form as well', () => {
    expect(borderCasts(filesOf({ 'src/storage/a.ts': 'const user = <User>value;' }))).toHaveLength(1);
  });

  it('lets as const and casts elsewhere pass', () => {
    const files = filesOf({
      'src/storage/a.ts': "const A = ['a'] as const;",
      'src/lib/a.ts': 'const b = a as B;',
    });
    expect(borderCasts(files)).toEqual([]);
  });
});
