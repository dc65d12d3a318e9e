/** Longest list word made of several: "do not reply". */
const LONGEST_RUN = 3;

/**
 * The policy word that a display name or an e-mail's local part contains, or null (product.md §5).
 * Split at anything that is no Unicode letter or digit, lower-cased, trailing digits cut, neighbours joined;
 * so "svc01" and "no-reply" match, "Abbot" and "Ciência" do not.
 */
export function findServiceWord(
  person: { readonly name: string; readonly email?: string | undefined },
  words: ReadonlySet<string>,
): string | null {
  return wordIn(person.name, words) ?? wordIn(person.email?.split('@')[0] ?? '', words);
}

function wordIn(text: string, words: ReadonlySet<string>): string | null {
  const parts = text
    .normalize('NFC')
    .toLowerCase()
    .split(/[^\p{L}\p{Nd}]+/u)
    .map((part) => part.replace(/\p{Nd}+$/u, ''));
  for (const start of parts.keys()) {
    let joined = '';
    for (const part of parts.slice(start, start + LONGEST_RUN)) {
      joined += part;
      if (words.has(joined)) return joined;
    }
  }
  return null;
}

/** The policy's words as they are compared: lower-cased, empty ones left out. */
export function wordSet(words: readonly string[]): ReadonlySet<string> {
  return new Set(words.map((word) => word.normalize('NFC').toLowerCase()).filter((word) => word !== ''));
}
