import { expect, it } from 'vitest';

import { fixtureDifferences } from '../../guards/rules/fixtures';
import { filesOf, shown } from './files-of';

it('is content with equal files', () => {
  expect(fixtureDifferences('facts', filesOf({ 'a.json': '1' }), filesOf({ 'a.json': '1' }))).toEqual([]);
});

it('finds a changed line, a missing file and a surplus one', () => {
  const copies = filesOf({ 'a.json': '1\n2\n', 'c.json': '' });
  const originals = filesOf({ 'a.json': '1\n3\n', 'b.json': '' });
  expect(shown(fixtureDifferences('facts', copies, originals))).toEqual([
    'facts/a.json:2 differs from ../shared',
    'facts/b.json:0 is missing; copy it from ../shared',
    'facts/c.json:0 is not in ../shared',
  ]);
});
