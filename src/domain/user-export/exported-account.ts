import { differenceInCalendarDays } from 'date-fns';

/** What a user export of Atlassian Administration tells of one person. Days are midnight UTC, ISO 8601. */
export interface ExportedAccount {
  /** Row in the file; the headings are row 1. */
  readonly row: number;
  /** The account id; where the file names none, a one-way mark of the e-mail address (see `markOf`). */
  readonly person: string;
  readonly addedToOrg: string | null;
  /** Administration that the file names; it may raise suspicion, never lower it. */
  readonly platformRoles: readonly string[];
  /** Product → day of the last use; products of other sites together under `elsewhere`. */
  readonly uses: Readonly<Record<string, string>>;
  /** Products that the file says were never used. */
  readonly never: readonly string[];
  /** Products whose use the file leaves open. */
  readonly untold: readonly string[];
}

/** Products of the organization's other sites, whichever they are. */
export const ELSEWHERE = 'elsewhere';

/** Something in the file that nobody may guess at. */
export interface ExportProblem {
  /** Row in the file, null when it is about the whole file. */
  readonly row: number | null;
  /** Heading of the column, null when it is about a whole row. */
  readonly column: string | null;
  /** What is wrong and what to do, as a sentence. */
  readonly text: string;
}

/** "Row 7, column “Added to org”: …", for screens and command lines. */
export function problemInWords({ row, column, text }: ExportProblem): string {
  const place = [
    ...(row === null ? [] : [`row ${String(row)}`]),
    ...(column === null ? [] : [`column “${column}”`]),
  ].join(', ');
  return place === '' ? text : `${place.charAt(0).toUpperCase()}${place.slice(1)}: ${text}`;
}

/** Most rows that one import takes. */
export const MOST_ROWS = 20_000;

/** Days after its own for which an export still tells of activity (product.md §12). */
export const EXPORT_LASTS_DAYS = 7;

/** Whether an export of a day still tells of activity at a time; both ISO 8601 UTC. */
export function stillCounts(exportedOn: string, at: string): boolean {
  return differenceInCalendarDays(at.slice(0, 10), exportedOn.slice(0, 10)) <= EXPORT_LASTS_DAYS;
}
