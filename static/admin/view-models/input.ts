/** Values out of what UI Kit hands to event handlers. They come from another window, so nothing is taken for granted. */

interface InputLike {
  readonly target: { readonly value?: unknown; readonly checked?: unknown };
}

export function textOf(event: InputLike): string {
  return typeof event.target.value === 'string' ? event.target.value : '';
}

export function isChecked(event: InputLike): boolean {
  return event.target.checked === true;
}

export interface Choice {
  readonly label: string;
  readonly value: string;
}

/** The value of a picked option; empty when the choice was cleared. */
export function choiceOf(option: unknown): string {
  const value = fieldOf(option, 'value');
  return typeof value === 'string' ? value : '';
}

/** The values of a multiple choice. */
export function choicesOf(options: unknown): string[] {
  if (!Array.isArray(options)) return [];
  return options.map(choiceOf).filter((value) => value !== '');
}

/** Account ids out of a user picker: one person, several, or nobody. */
export function peopleOf(picked: unknown): string[] {
  const all: readonly unknown[] = Array.isArray(picked) ? picked : [picked];
  return all.flatMap((one) => {
    const id = fieldOf(one, 'id') ?? fieldOf(one, 'accountId') ?? one;
    return typeof id === 'string' && id !== '' ? [id] : [];
  });
}

/** What a file picker read of the one file that was chosen, in Base64; null for none. */
export function fileOf(picked: unknown): string | null {
  const data = fieldOf(Array.isArray(picked) ? picked.at(-1) : picked, 'data');
  return typeof data === 'string' && data !== '' ? data : null;
}

/** The page number that a pagination hands over, counted from 1. */
export function pageNumberOf(page: unknown): number {
  const number = Number(page);
  return Number.isInteger(number) && number >= 1 ? number : 1;
}

/** Options in the order of a label table. */
export function choicesFrom<Value extends string>(labels: Readonly<Record<Value, string>>): Choice[] {
  return Object.entries<string>(labels).map(([value, label]) => ({ value, label: capital(label) }));
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (Reflect.get(value, name) as unknown) : undefined;
}
