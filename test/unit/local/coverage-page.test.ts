import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { coverage } from '../../local/coverage';
import { printCoverage } from '../../local/coverage-page';

const page = readFileSync(resolve(import.meta.dirname, '../../../docs/local.md'), 'utf8');

/** What stands between the two marks of the page. */
const tableOfPage = /<!-- coverage -->\n+([\s\S]*?)\n+<!-- end of coverage -->/.exec(page)?.[1];

describe('the coverage table of docs/local.md', () => {
  it('is the table of test/local/coverage.ts', () => {
    expect(tableOfPage).toBe(printCoverage(coverage));
  });
});

describe('a printed coverage table', () => {
  it('names each endpoint once, in the order of its rows', () => {
    const endpoints = printCoverage(coverage)
      .split('\n')
      .flatMap((line) => /^\| `([^`]+)`/.exec(line)?.[1] ?? []);
    expect(endpoints).toEqual(coverage.map(({ method, path }) => `${method} ${path}`));
  });

  it('aligns its columns', () => {
    const lengths = new Set(
      printCoverage(coverage)
        .split('\n')
        .map((line) => line.length),
    );
    expect(lengths.size).toBe(1);
  });
});
