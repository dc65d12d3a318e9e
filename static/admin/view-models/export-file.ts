/** A piece of a file for one request: its headings and some of its records. */
export interface FilePart {
  /** Row in the file of the first record behind the headings, which are row 1. */
  readonly firstRow: number;
  readonly text: string;
}

/**
 * Cuts a CSV file between records into pieces of at most so many characters. A line break inside quotation marks
 * belongs to its record. A record that is too long for any piece makes one of its own, which the app refuses.
 */
export function cutExport(text: string, maxChars: number): FilePart[] {
  const [headings = '', ...records] = recordsOf(text);
  const parts: FilePart[] = [];
  let held: string[] = [];
  let chars = headings.length;
  records.forEach((record, index) => {
    if (held.length > 0 && chars + record.length > maxChars) {
      parts.push({ firstRow: index + 2 - held.length, text: headings + held.join('') });
      [held, chars] = [[], headings.length];
    }
    held.push(record);
    chars += record.length;
  });
  parts.push({ firstRow: records.length + 2 - held.length, text: headings + held.join('') });
  return parts;
}

/** Why a file cannot be sent, or null: a row that is longer than any request. */
export function whyTooLong(parts: readonly FilePart[], maxChars: number): string | null {
  const long = parts.find(({ text }) => text.length > maxChars);
  return long === undefined
    ? null
    : `Row ${String(long.firstRow)}: the row is longer than any export has. Check the quotation marks before it.`;
}

/** Records with their line ends; a last one gets the end that it lacks. */
function recordsOf(text: string): string[] {
  const records: string[] = [];
  let open = '';
  for (const line of text.match(/[^\n]*\n|[^\n]+$/g) ?? []) {
    open += line;
    // An even number of marks: none is open.
    if ((open.split('"').length - 1) % 2 === 0) {
      records.push(open);
      open = '';
    }
  }
  return open === '' ? records : [...records, open];
}

/** The text of a file that UI Kit's picker hands over in Base64. What is not UTF-8 becomes U+FFFD, which the app names. */
export function textOfFile(base64: string): string {
  const data = base64.slice(base64.indexOf(',') + 1);
  const bytes = Uint8Array.from(atob(data), (char) => char.charCodeAt(0));
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}
