import { describe, expect, it } from 'vitest';

import { sizes } from '../../guards/rules/sizes';
import { filesOf, shown } from './files-of';

const lines = (count: number): string => '1;\n'.repeat(count);

describe('the guard of sizes', () => {
  it('finds a file that is too long', () => {
    expect(shown(sizes(filesOf({ 'src/a.ts': lines(301) })))).toEqual([
      'src/a.ts:301 has 301 lines; at most 300',
    ]);
  });

  it('lets a file be as long as allowed', () => {
    expect(sizes(filesOf({ 'src/a.ts': lines(300) }))).toEqual([]);
  });

  it('finds a function that is too long', () => {
    const text = `\nfunction decide() {\n${lines(59)}}\n`;
    expect(shown(sizes(filesOf({ 'src/a.ts': text })))).toEqual([
      'src/a.ts:2 decide has 61 lines; at most 60',
    ]);
  });

  it('finds an arrow function by the name of its variable', () => {
    const text = `const decide = memo(() => {\n${lines(59)}});\n`;
    expect(shown(sizes(filesOf({ 'src/a.ts': text })))).toEqual([
      'src/a.ts:1 decide has 61 lines; at most 60',
    ]);
  });

  it('lets a component be longer, up to a hundred lines', () => {
    const component = (count: number): string => `export function Page() {\n${lines(count - 2)}}\n`;
    expect(sizes(filesOf({ 'static/page.tsx': component(100) }))).toEqual([]);
    expect(sizes(filesOf({ 'static/page.tsx': component(101) }))).toHaveLength(1);
  });

  it('finds a fifth parameter', () => {
    expect(shown(sizes(filesOf({ 'src/a.ts': 'function f(a, b, c, d, e) {}' })))).toEqual([
      'src/a.ts:1 f has 5 parameters; at most 4, else one object',
    ]);
  });

  it('lets describe hold many tests', () => {
    expect(sizes(filesOf({ 'test/unit/a.test.ts': `describe('a', () => {\n${lines(80)}});\n` }))).toEqual([]);
  });

  it('lets pass what has an exception with a reason', () => {
    const files = filesOf({
      'src/a.ts': lines(301),
      'test/guards/size-exceptions.json': JSON.stringify({
        'src/a.ts': 'one table that reads best in one piece',
      }),
    });
    expect(sizes(files)).toEqual([]);
  });

  it('finds an exception that nothing needs any more', () => {
    const exceptions = JSON.stringify({ 'src/a.ts#f': 'one table that reads best in one piece' });
    const files = filesOf({ 'src/a.ts': 'function f() {}', 'test/guards/size-exceptions.json': exceptions });
    expect(shown(sizes(files))).toEqual([
      'test/guards/size-exceptions.json:0 excepts src/a.ts#f, which is within the sizes',
    ]);
  });
});
