import { describe, expect, it } from 'vitest';

import { privateText, unfinishedMarks } from '../../guards/rules/text';
import { filesOf, shown } from './files-of';

// Put together here, so that the guards do not find this file.
const mark = 'TO' + 'DO';
const homes = ['', 'home', ''].join('/');
const token = 'ATATT' + '3xFfGF0a1b2c3d4e5f6g7h8i9j0k';

describe('the guard against unfinished work', () => {
  it('finds a mark in a comment', () => {
    expect(shown(unfinishedMarks(filesOf({ 'src/a.ts': `\n// ${mark}: later` })))).toEqual([
      `src/a.ts:2 holds a mark of unfinished work (${mark}…)`,
    ]);
  });

  it('does not mind a longer word', () => {
    expect(unfinishedMarks(filesOf({ 'src/a.ts': `const ${mark}S = 1;` }))).toEqual([]);
  });
});

describe('the guard of private text', () => {
  it('finds a path of one machine', () => {
    expect(shown(privateText(filesOf({ 'docs/local.md': `see ${homes}anna` })))).toEqual([
      `docs/local.md:1 holds a path of one machine (${homes}…)`,
    ]);
  });

  it('does not mind a web address', () => {
    expect(privateText(filesOf({ 'docs/a.md': 'https://acme.example/home/x and ./work/y' }))).toEqual([]);
  });

  it('finds a token and does not repeat it', () => {
    const found = shown(privateText(filesOf({ 'test/a.ts': `const key = '${token}';` })));
    expect(found).toEqual(['test/a.ts:1 holds an Atlassian token (ATATT3xFfGF0…)']);
  });

  it('finds a private key', () => {
    const key = ['-----BEGIN', 'RSA', 'PRIVATE', 'KEY-----'].join(' ');
    expect(privateText(filesOf({ 'a.pem': key }))).toHaveLength(1);
  });

  it('finds the host of a registry in the lock file', () => {
    const lock = '{\n  "resolved": "https://npm.example/a.tgz"\n}';
    expect(shown(privateText(filesOf({ 'package-lock.json': lock })))).toEqual([
      'package-lock.json:2 holds the host of a package registry ("resolved": …)',
    ]);
  });
});
