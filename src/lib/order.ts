/** Compares by UTF-16 code unit, the only order that is the same on every machine. */
export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The distinct strings of `values`, sorted by code unit. */
export function sortedSet<T extends string>(values: Iterable<T>): T[] {
  const all = [...values];
  return all.length < 2 ? all : [...new Set(all)].sort(byCodeUnit);
}
