/**
 * A fact that a source may not have told. Unknown is a value of its own and never read as "no" (product.md §1).
 */
export type Signal<T> =
  { readonly known: true; readonly value: T } | { readonly known: false; readonly reason: string };

export function known<T>(value: T): Signal<T> {
  return { known: true, value };
}

/** `reason` is a short phrase that can follow "unknown:" on a screen. */
export function unknown(reason: string): { readonly known: false; readonly reason: string } {
  return { known: false, reason };
}
