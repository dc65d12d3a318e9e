import type { CoverageRow } from './coverage';

const HEADINGS = ['Endpoint', 'What is emulated', 'What is approximate', 'Shape from'];

/** The coverage table as Markdown, its columns aligned as Prettier aligns them; docs/local.md holds it. */
export function printCoverage(rows: readonly CoverageRow[]): string {
  const cells = rows.map(({ method, path, emulated, approximate, shape }) => [
    `\`${method} ${path}\``,
    emulated,
    approximate,
    shape,
  ]);
  const widths = HEADINGS.map((heading, column) =>
    Math.max(heading.length, ...cells.map((row) => row[column]?.length ?? 0)),
  );
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  return [HEADINGS, widths.map((width) => '-'.repeat(width)), ...cells].map(line).join('\n');
}
