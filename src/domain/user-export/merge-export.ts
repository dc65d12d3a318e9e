import { sortedSet } from '../../lib/order';
import { MOST_ROWS, type ExportedAccount, type ExportProblem } from './exported-account';

/** Every person once. The older shape has one row for each group of a person; such rows must tell the same. */
export function mergeExport(rows: readonly ExportedAccount[]): {
  readonly accounts: readonly ExportedAccount[];
  readonly problems: readonly ExportProblem[];
} {
  if (rows.length === 0) return refuse(null, 'the file holds no rows behind its headings.');
  if (rows.length > MOST_ROWS)
    return refuse(
      null,
      `the file has ${String(rows.length)} rows; an import takes ${String(MOST_ROWS)}. Export active users only, or only those of the groups that grant Jira.`,
    );
  const people = new Map<string, ExportedAccount>();
  const problems: ExportProblem[] = [];
  for (const row of rows) {
    const before = people.get(row.person);
    if (before === undefined) people.set(row.person, row);
    else if (sayTheSame(before, row))
      people.set(row.person, {
        ...before,
        platformRoles: sortedSet([...before.platformRoles, ...row.platformRoles]),
      });
    else
      problems.push({
        row: row.row,
        column: null,
        text: `row ${String(before.row)} tells something else about the same account.`,
      });
  }
  return problems.length > 0 ? { accounts: [], problems } : { accounts: [...people.values()], problems };
}

function sayTheSame(a: ExportedAccount, b: ExportedAccount): boolean {
  const told = ({ addedToOrg, uses, never, untold }: ExportedAccount): string =>
    JSON.stringify([addedToOrg, Object.entries(uses).sort(), never, untold]);
  return told(a) === told(b);
}

function refuse(row: number | null, text: string): { accounts: []; problems: ExportProblem[] } {
  return { accounts: [], problems: [{ row, column: null, text }] };
}
