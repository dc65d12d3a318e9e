import type { VerdictRow } from '../../src/domain/classification/verdict-table';
import type { Verdict } from '../../src/domain/seat';

/** Names of verdicts on screens (product.md §2). */
const ON_SCREENS: Readonly<Record<Verdict, string>> = {
  keep: 'Active',
  protected: 'Protected',
  hold: 'Needs facts',
  cleanup: 'Local cleanup',
  split: 'Split',
  'route-out': 'Owner decides',
};

/** Prettier draws no column narrower than this. */
const NARROWEST = 3;

/** The verdict table as Markdown, as docs/rules.md shows it: columns as wide as their widest cell. */
export function printVerdictTable(rows: readonly Pick<VerdictRow, 'verdict' | 'reason' | 'when'>[]): string {
  const cells = rows.map(({ verdict, reason, when }, index) => [
    String(index + 1),
    `\`${verdict}\``,
    ON_SCREENS[verdict],
    `\`${reason}\``,
    when,
  ]);
  const table = [['#', 'verdict', 'on screens', 'reason', 'when'], ...cells];
  const widths = (table[0] ?? []).map((_, column) =>
    Math.max(NARROWEST, ...table.map((row) => row[column]?.length ?? 0)),
  );
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const [heading = [], ...body] = table;
  return [line(heading), line(widths.map((width) => '-'.repeat(width))), ...body.map(line)].join('\n');
}
