import Papa from 'papaparse';

export type Cell = string | number | null;

/** RFC 4180 CSV with a heading. A text that a spreadsheet would run as a formula gets an apostrophe before it. */
export function toCsv(columns: readonly string[], rows: readonly (readonly Cell[])[]): string {
  if (rows.length === 0) return `${columns.join(',')}\r\n`;
  return `${Papa.unparse({ fields: [...columns], data: rows.map((row) => [...row]) }, { newline: '\r\n', escapeFormulae: true })}\r\n`;
}
