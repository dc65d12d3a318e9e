import Papa from 'papaparse';
import { sortedSet } from '../../lib/order';
import { hashOfText } from '../evidence/hash-chain';
import {
  findColumnProblems,
  readHeadings,
  type ColumnMeaning,
  type ExportColumn,
  type ExportSite,
} from './export-columns';
import { readExportDay, type DayReading } from './export-day';
import { ELSEWHERE, type ExportedAccount, type ExportProblem } from './exported-account';

export interface ExportText {
  /** CSV with its headings; a part of a file repeats them. */
  readonly text: string;
  /** Row in the file of the first record behind the headings. */
  readonly firstRow: number;
  /** What somebody said the columns mean, in their order; null to go by the headings, of one column or of all. */
  readonly meanings: readonly (ColumnMeaning | null)[] | null;
  readonly site: ExportSite;
  /** Day on which the export was made, midnight UTC. */
  readonly exportedOn: string;
}

export interface ExportReading {
  readonly columns: readonly ExportColumn[];
  /** Empty when there is any problem: a file is understood as a whole or not at all. */
  readonly accounts: readonly ExportedAccount[];
  readonly problems: readonly ExportProblem[];
}

/** A cell that says nobody used it, and cells that say nobody may. */
const NEVER = /^never( accessed)?$/i;
const NO_ACCESS: readonly string[] = ['', 'none', 'no', 'no access', 'false', '-'];
/** Org roles that administer nothing; every other one counts as administration. */
const PLAIN_ORG_ROLES: readonly string[] = ['', 'none', 'user', 'member', 'no role', '-'];
const ORG_ROLES: ReadonlyMap<string, string> = new Map([
  ['organization admin', 'org-admin'],
  ['org admin', 'org-admin'],
  ['site admin', 'site-admin'],
  ['user access admin', 'user-access-admin'],
]);
/** What a text that was not UTF-8 turns into. */
const BROKEN_TEXT = /[\uFFFD\0]/;

/** Reads an export, or a part of one. Pure; what cannot be told for sure is a problem with its row and column. */
export function readExport(file: ExportText): ExportReading {
  if (file.text.replace(/^\uFEFF/, '').trim() === '')
    return { columns: [], accounts: [], problems: [{ row: null, column: null, text: 'The file is empty.' }] };
  const { data: rows, errors } = Papa.parse<string[]>(file.text.replace(/^\uFEFF/, ''));
  const [headings = [], ...records] = rows;
  const columns = readHeadings(headings, file.site).map((column, index) => ({
    ...column,
    meaning: file.meanings?.[index] ?? column.meaning,
  }));
  const broken = findBrokenText(rows, file.firstRow);
  if (broken !== null) return { columns, accounts: [], problems: [broken] };
  const columnProblems = findColumnProblems(columns);
  if (columnProblems.length > 0) return { columns, accounts: [], problems: columnProblems };
  const problems: ExportProblem[] = errors
    .filter(({ type }) => type === 'Quotes')
    .map(({ row = 0 }) => ({
      row: row === 0 ? 1 : file.firstRow + row - 1,
      column: null,
      text: 'a quotation mark is not closed, or stands where none may.',
    }));
  const readDay = rememberingDays();
  const accounts = records.flatMap((cells, index) => {
    if (cells.every((cell) => cell.trim() === '')) return [];
    const reader = new RowReader(columns, cells, {
      row: file.firstRow + index,
      exportedOn: file.exportedOn,
      readDay,
    });
    const account = reader.read();
    problems.push(...reader.problems);
    return account;
  });
  return { columns, accounts: problems.length === 0 ? accounts : [], problems };
}

/** The one-way mark by which a person is known whose row has an e-mail address and no account id. */
export function markOf(email: string): string {
  return `email:${hashOfText(email.trim().toLowerCase())}`;
}

function findBrokenText(rows: readonly string[][], firstRow: number): ExportProblem | null {
  const index = rows.findIndex((cells) => cells.some((cell) => BROKEN_TEXT.test(cell)));
  if (index < 0) return null;
  const text = 'this is no text in UTF-8. Save the file as “CSV UTF-8” and import it again.';
  return { row: index === 0 ? 1 : firstRow + index - 1, column: null, text };
}

/** Exports repeat the same days over and over. */
function rememberingDays(): (text: string) => DayReading {
  const known = new Map<string, DayReading>();
  return (text) => {
    const reading = known.get(text) ?? readExportDay(text);
    known.set(text, reading);
    return reading;
  };
}

interface RowPlace {
  readonly row: number;
  readonly exportedOn: string;
  readonly readDay: (text: string) => DayReading;
}

/** One record, cell by cell, and what is wrong with it. */
class RowReader {
  readonly problems: ExportProblem[] = [];

  constructor(
    private readonly columns: readonly ExportColumn[],
    private readonly cells: readonly string[],
    private readonly place: RowPlace,
  ) {}

  read(): ExportedAccount {
    if (this.cells.length !== this.columns.length)
      this.refuse(
        null,
        `the row has ${String(this.cells.length)} cells, the headings ${String(this.columns.length)}.`,
      );
    return {
      row: this.place.row,
      person: this.readPerson(),
      addedToOrg: this.readAdded(),
      platformRoles: platformRoles(this.cell('org-role')),
      ...this.readUses(),
    };
  }

  private readPerson(): string {
    const accountId = this.cell('account-id');
    if (accountId !== '') return accountId;
    const email = this.cell('email');
    if (email !== '') return markOf(email);
    this.refuse(null, 'the row does not say which account it is about.');
    return '';
  }

  private readAdded(): string | null {
    const text = this.cell('added-to-org');
    return text === '' ? null : this.readDay(text, this.heading('added-to-org'));
  }

  private readUses(): Pick<ExportedAccount, 'uses' | 'never' | 'untold'> {
    const uses = new Map<string, string>();
    const never = new Set<string>();
    // Of a product that somebody has, and that no column tells the use of, nobody knows it.
    const untold = new Set(this.productsOf('access').filter((product) => !this.hasNoAccess(product)));
    for (const product of this.productsOf('last-seen')) untold.delete(product);
    this.columns.forEach(({ heading, meaning }, index) => {
      if (meaning?.startsWith('last-seen:') !== true) return;
      const product = productIn(meaning);
      const text = (this.cells[index] ?? '').trim();
      if (NEVER.test(text)) never.add(product);
      else if (text === '') {
        // Somebody without the product has nothing to tell; whoever has it may have used it or not.
        if (!this.hasNoAccess(product)) untold.add(product);
      } else {
        const day = this.readDay(text, heading);
        if (day !== null && (uses.get(product) ?? '') < day) uses.set(product, day);
      }
    });
    return { uses: Object.fromEntries(uses), never: sortedSet([...never]), untold: sortedSet([...untold]) };
  }

  private productsOf(what: 'access' | 'last-seen'): string[] {
    return this.columns.flatMap(({ meaning }) =>
      meaning?.startsWith(`${what}:`) === true ? productIn(meaning) : [],
    );
  }

  private hasNoAccess(product: string): boolean {
    const meaning = `access:${product}`;
    if (product === ELSEWHERE || !this.columns.some((column) => column.meaning === meaning)) return false;
    return NO_ACCESS.includes(this.cell(meaning).toLowerCase());
  }

  private readDay(text: string, heading: string | null): string | null {
    const reading = this.place.readDay(text);
    if (!reading.ok) return this.refuse(heading, reading.problem);
    if (reading.day > this.place.exportedOn)
      return this.refuse(
        heading,
        `${text} is later than the day of the export. Correct that day, or the file.`,
      );
    return reading.day;
  }

  private refuse(column: string | null, text: string): null {
    this.problems.push({ row: this.place.row, column, text });
    return null;
  }

  private cell(meaning: string): string {
    const index = this.columns.findIndex((column) => column.meaning === meaning);
    return index < 0 ? '' : (this.cells[index] ?? '').trim();
  }

  private heading(meaning: string): string | null {
    return this.columns.find((column) => column.meaning === meaning)?.heading ?? null;
  }
}

function productIn(meaning: string): string {
  return meaning.slice(meaning.indexOf(':') + 1);
}

function platformRoles(text: string): string[] {
  const roles = text.split(/[,;|]/).map((role) => role.trim().toLowerCase());
  return sortedSet(
    roles.filter((role) => !PLAIN_ORG_ROLES.includes(role)).map((role) => ORG_ROLES.get(role) ?? role),
  );
}
