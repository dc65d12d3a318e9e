import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bundledSeed } from '../../local/generate/bundled';
import { runSeedCommand } from '../../local/generate/seed-command';
import { parseSeed } from '../../local/organization/seed';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'seattrace-seed-'));
  file = join(folder, 'seed.json');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const written = (): unknown => JSON.parse(readFileSync(file, 'utf8'));

describe('npm run seed', () => {
  it('writes as many accounts as were asked for', () => {
    expect(runSeedCommand(['--accounts', '150', '--out', file]).exitCode).toBe(0);
    expect(parseSeed(written()).accounts).toHaveLength(150);
  });

  it('says in one line what it wrote', () => {
    const { message } = runSeedCommand(['--accounts', '1000', '--out', file]);
    expect(message).toBe(
      `Wrote Harbourline Example with 1000 accounts, 40 groups, 25 projects and 7 products to ${file}.`,
    );
  });

  it('writes another organization for another seed', () => {
    runSeedCommand(['--accounts', '50', '--seed', '1', '--out', file]);
    const first = written();
    runSeedCommand(['--accounts', '50', '--seed', '2', '--out', file]);
    expect(written()).not.toEqual(first);
  });

  it('writes the bundled organization', () => {
    runSeedCommand(['--bundled', '--out', file]);
    expect(written()).toEqual(bundledSeed());
  });

  it.each([
    ['no file', ['--accounts', '100'], '--out must name a file.'],
    ['no count', ['--out', 'x.json'], '--accounts must say how many, or say --bundled.'],
    [
      'a count that is no number',
      ['--accounts', 'many', '--out', 'x.json'],
      '--accounts must be a whole number',
    ],
    ['a count below the personas', ['--accounts', '6', '--out', 'x.json'], 'from 7 to 500000, not "6".'],
    [
      'a seed that is no number',
      ['--accounts', '9', '--seed', '-', '--out', 'x.json'],
      '--seed must be a whole number',
    ],
    [
      'a clock that is no moment',
      ['--accounts', '9', '--clock', 'noon', '--out', 'x.json'],
      'clock must be a moment',
    ],
    [
      'two wishes at once',
      ['--bundled', '--accounts', '9', '--out', 'x.json'],
      '--bundled takes no other option',
    ],
    ['an option that there is not', ['--size', '9', '--out', 'x.json'], "Unknown option '--size'"],
  ])('refuses %s with exit code 2', (_, args, sentence) => {
    const { exitCode, message } = runSeedCommand(args);
    expect(exitCode).toBe(2);
    expect(message).toContain(sentence);
  });

  it('ends with exit code 1 when the file cannot be written', () => {
    const { exitCode, message } = runSeedCommand([
      '--accounts',
      '50',
      '--out',
      join(folder, 'no', 'such', 'folder'),
    ]);
    expect(exitCode).toBe(1);
    expect(message).toContain('could not be written');
  });
});
