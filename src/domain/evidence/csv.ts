import Papa from 'papaparse';

export type Cell = string | number | null;

interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  /** Whose rows they are: each row of a rehearsal says so, also where it is copied from the file. */
  readonly of: { readonly rehearsal: boolean };
}

/** RFC 4180 CSV with a heading. A text that a spreadsheet would run as a formula gets an apostrophe before it. */
export function toCsv({ columns, rows, of }: Table): string {
  const fields = of.rehearsal ? ['rehearsal', ...columns] : [...columns];
  if (rows.length === 0) return `${fields.join(',')}\r\n`;
  const data = rows.map((row) => (of.rehearsal ? ['yes', ...row] : [...row]));
  return `${Papa.unparse({ fields, data }, { newline: '\r\n', escapeFormulae: true })}\r\n`;
}
