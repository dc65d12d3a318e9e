import { expect, it } from 'vitest';

import { domainPurity } from '../../guards/rules/domain-purity';
import { filesOf, shown } from './files-of';

function check(text: string): readonly string[] {
  return shown(domainPurity(filesOf({ 'src/domain/a.ts': text })));
}

it.each([
  ['const now = Date.now();', 'Date.now'],
  ['const now = new Date();', 'new Date()'],
  ['const now = Date();', 'Date()'],
  ['const chance = Math.random();', 'Math.random'],
  ['const zone = process.env.TZ;', 'process'],
  ['console.log(1);', 'console'],
  ['setTimeout(() => 1, 2);', 'setTimeout'],
  ["fetch('/');", 'fetch'],
  ['async function a() {}', 'async'],
  ['const a = async () => 1;', 'async'],
  ['type Later = Promise<number>;', 'Promise'],
  ["import { randomUUID } from 'node:crypto';", 'randomUUID of node:crypto'],
  ["import { isPast } from 'date-fns';", 'isPast of date-fns'],
  ['names.sort((a, b) => a.localeCompare(b));', "localeCompare (the machine's language)"],
])('finds that %s is not pure', (text, what) => {
  expect(check(`\n${text}`)).toEqual([`src/domain/a.ts:2 ${what} is not pure`]);
});

it.each([
  'const then = new Date(seat.addedAt);',
  'const floor = Math.floor(2.5);',
  "import { createHash } from 'node:crypto';",
  'const step = { process: 1, fetch: 2 };',
  'const done = step.process;',
  'interface Step { readonly process: string }',
])('lets %s pass', (text) => {
  expect(check(text)).toEqual([]);
});

it('leaves code outside the domain alone', () => {
  expect(domainPurity(filesOf({ 'src/app.ts': 'const now = Date.now();' }))).toEqual([]);
});
