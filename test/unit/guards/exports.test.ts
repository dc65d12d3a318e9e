import { describe, expect, it } from 'vitest';

import { barrels, defaultExports } from '../../guards/rules/exports';
import { filesOf, shown } from './files-of';

describe('the guard against barrels', () => {
  it.each([
    "export * from './seat';",
    "export { seat } from './seat';\nexport type { Seat } from './seat';",
    "import { seat } from './seat';\nexport { seat };",
  ])('finds %j', (text) => {
    expect(shown(barrels(filesOf({ 'src/domain/all.ts': text })))).toEqual([
      'src/domain/all.ts:1 only re-exports what others export; import from those instead',
    ]);
  });

  it('lets a module re-export beside something of its own', () => {
    const text = "export type { Seat } from './seat';\nexport const two = 2;";
    expect(barrels(filesOf({ 'src/domain/seats.ts': text }))).toEqual([]);
  });

  it("lets the platform's entry re-export", () => {
    expect(barrels(filesOf({ 'src/index.ts': "export { resolver } from './app';" }))).toEqual([]);
  });
});

describe('the guard against default exports', () => {
  it.each(['export default 1;', 'export default function a() {}', 'const a = 1;\nexport { a as default };'])(
    'finds %j',
    (text) => {
      expect(defaultExports(filesOf({ 'src/a.ts': text }))).toHaveLength(1);
    },
  );

  it('lets a configuration file have the one that its tool wants', () => {
    expect(defaultExports(filesOf({ 'test/local/page/vite.config.ts': 'export default {};' }))).toEqual([]);
  });
});
