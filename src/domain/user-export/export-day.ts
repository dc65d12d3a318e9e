import { isValid, parse } from 'date-fns';

/** A day that was read, or why it could not be. */
export type DayReading =
  { readonly ok: true; readonly day: string } | { readonly ok: false; readonly problem: string };

/** Forms in which exports are known to write days; a time of day behind them is cut off. */
const ONE_WAY = ['d MMM yyyy', 'd MMMM yyyy', 'MMM d, yyyy', 'MMMM d, yyyy', 'yyyy-MM-dd'];
/** Forms that say the same of different days. */
const TWO_WAYS = [
  ['d/M/yyyy', 'M/d/yyyy'],
  ['d.M.yyyy', 'M.d.yyyy'],
  ['d-M-yyyy', 'M-d-yyyy'],
];
const TIME_OF_DAY =
  /(?:T|,?\s+)\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:am|pm)?\s*(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})?$/i;

const ISO_MOMENT = /^\d{4}-\d{2}-\d{2}T.+(?:Z|[+-]\d{2}:?\d{2})$/;

/**
 * A day of an export as midnight UTC. A day that can be read in two ways is refused: nobody may guess which month
 * it was.
 */
export function readExportDay(text: string): DayReading {
  const written = (inUtc(text.trim()) ?? text.trim()).replace(TIME_OF_DAY, '');
  const days = (forms: readonly string[]): string[] => [
    ...new Set(forms.flatMap((form) => dayIn(written, form))),
  ];
  const [day] = days(ONE_WAY);
  if (day !== undefined) return { ok: true, day };
  for (const forms of TWO_WAYS) {
    const [first, second] = days(forms);
    if (first === undefined) continue;
    if (second === undefined) return { ok: true, day: first };
    return {
      ok: false,
      problem: `“${text}” can be read as two different days. Write dates like 25 Oct 2023 and import again.`,
    };
  }
  return { ok: false, problem: `“${text}” is no date that can be read. Dates look like 25 Oct 2023.` };
}

/** A moment that tells its offset is a day in UTC. */
function inUtc(text: string): string | null {
  const date = ISO_MOMENT.test(text) ? new Date(text) : null;
  return date === null || Number.isNaN(date.getTime()) ? null : date.toISOString();
}

function dayIn(written: string, form: string): string[] {
  const date = parse(`${written} +00:00`, `${form} xxx`, 0);
  // Years of two digits parse as years of the first century.
  if (!isValid(date) || date.getUTCFullYear() < 1990) return [];
  return [date.toISOString()];
}
