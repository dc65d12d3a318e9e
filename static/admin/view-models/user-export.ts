import type { ExportPartView, SettingsView } from '../../../src/contract/settings-replies';
import { counted, grouped } from './counts';
import { ageInWords, daysBetween, formatDay } from './dates';
import type { Choice } from './input';
import { productLabel } from './labels';

type Meaning = NonNullable<ExportPartView['columns'][number]['meaning']>;
type Problem = ExportPartView['problems'][number];
type Person = ExportPartView['sample'][number];

/** A whole file as the back end understood it, put together of its parts. */
export interface ExportReading {
  readonly importId: string;
  readonly parts: number;
  readonly columns: ExportPartView['columns'];
  readonly rows: number;
  readonly sample: readonly Person[];
  readonly problems: readonly Problem[];
  readonly problemCount: number;
}

/** One more part; the first rows of the file stay the sample. */
export function withPart(before: ExportReading | null, part: ExportPartView): ExportReading {
  return {
    importId: part.importId,
    parts: (before?.parts ?? 0) + 1,
    columns: part.columns,
    rows: (before?.rows ?? 0) + part.rows,
    sample: before?.sample ?? part.sample,
    problems: [...(before?.problems ?? []), ...part.problems],
    problemCount: (before?.problemCount ?? 0) + part.problemCount,
  };
}

/** What the imported export is worth now, for the head of its panel. */
export function exportInWords(
  { userExport, orgKey }: Pick<SettingsView, 'userExport' | 'orgKey'>,
  now: string,
): { readonly text: string; readonly state: 'counts' | 'old' | 'none' | 'not-used' } {
  if (orgKey.present)
    return { state: 'not-used', text: 'An organization key is stored, so scans do not need an export.' };
  if (userExport === null)
    return {
      state: 'none',
      text: 'No export is imported: last use and dates are unknown, and every seat needs facts.',
    };
  const { exportedOn, countsUntil, people } = userExport;
  const made = `${counted(people, 'person')}, as of ${formatDay(exportedOn)} (${ageInWords(exportedOn, now)})`;
  return (daysBetween(countsUntil, now) ?? 0) > 0
    ? {
        state: 'old',
        text: `${made}. It is older than seven days and tells nothing any more: import a new one.`,
      }
    : { state: 'counts', text: `${made}. Scans go by it until ${formatDay(countsUntil)}.` };
}

/** What may be said of a column. Products are those that any column names, and the Jira family. */
export function meaningChoices(columns: ExportPartView['columns']): Choice[] {
  const named = columns.flatMap(({ meaning }) => meaning?.split(':')[1] ?? []);
  const products = [...new Set(['jira-software', 'jira-servicedesk', 'confluence', ...named])].filter(
    (product) => product !== 'elsewhere',
  );
  const plain: Meaning[] = ['not-used', 'account-id', 'email', 'added-to-org', 'org-role'];
  const ofProducts = products.flatMap((product): Meaning[] => [`last-seen:${product}`, `access:${product}`]);
  return [...plain, ...ofProducts, 'last-seen:elsewhere' as const].map((meaning) => ({
    value: meaning,
    label: meaningLabel(meaning),
  }));
}

const PLAIN_MEANINGS: Readonly<Record<string, string>> = {
  'not-used': 'Not used',
  'account-id': 'Account id',
  email: 'E-mail address',
  'added-to-org': 'Added to the organization',
  'org-role': 'Role in the organization',
  'last-seen:elsewhere': 'Last use of a product of another site',
};

function meaningLabel(meaning: Meaning): string {
  const [what, product = ''] = meaning.split(':');
  const label = PLAIN_MEANINGS[meaning];
  if (label !== undefined) return label;
  return what === 'access' ? `Access to ${productLabel(product)}` : `Last use of ${productLabel(product)}`;
}

/** The meanings after one column got another. A column whose meaning nobody said stays so. */
export function withMeaning(
  columns: ExportPartView['columns'],
  index: number,
  meaning: string,
): ExportPartView['columns'] {
  const chosen = meaningChoices(columns).find(({ value }) => value === meaning)?.value;
  return columns.map((column, at) =>
    // The value of a choice that was made of a meaning.
    at === index && chosen !== undefined ? { ...column, meaning: chosen as Meaning } : column,
  );
}

/** A row as it was understood, in words: "1 May 2026", "never used", "not told". */
export function personCells({ row, person, addedToOrg, uses, never, untold }: Person): string[] {
  const used = Object.entries(uses).map(([product, day]) => `${nameOf(product)}: ${formatDay(day)}`);
  const told = [
    ...used,
    ...never.map((product) => `${nameOf(product)}: never used`),
    ...untold.map((product) => `${nameOf(product)}: not told`),
  ];
  return [
    grouped(row),
    person.startsWith('email:') ? 'Found by e-mail address' : person,
    addedToOrg === null ? 'Not told' : formatDay(addedToOrg),
    told.length === 0 ? 'Nothing' : told.join(' · '),
  ];
}

function nameOf(product: string): string {
  return product === 'elsewhere' ? 'Another site' : productLabel(product);
}

/** "Row 7, column “Added to org”: …". */
export function problemText({ row, column, text }: Problem): string {
  const place = [
    ...(row === null ? [] : [`row ${grouped(row)}`]),
    ...(column === null ? [] : [`column “${column}”`]),
  ].join(', ');
  const sentence = place === '' ? text : `${place}: ${text}`;
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

/** Why a file cannot be imported as it stands, or null. */
export function whyNotImportable(reading: ExportReading | null): string | null {
  if (reading === null) return 'Choose the file first.';
  if (reading.problemCount > 0) return 'Nothing is imported while the file has problems.';
  return reading.rows === 0 ? 'The file holds no rows behind its headings.' : null;
}
