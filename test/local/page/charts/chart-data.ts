/** Index or name of a field in a chart's data, whose items are arrays or objects. */
export type Accessor = number | string;

export interface Series {
  /** Names in the order in which they first appear; one unnamed series when nothing groups the data. */
  readonly names: readonly string[];
  readonly rows: readonly SeriesRow[];
}

export interface SeriesRow {
  readonly label: string;
  /** Value by series name. A series that has no value at this label is absent. */
  readonly values: Readonly<Record<string, number>>;
}

export interface Slice {
  readonly name: string;
  readonly value: number;
  /** Share of the whole, 0 to 1. */
  readonly share: number;
}

export const UNNAMED = '';

/** One field of one data item. */
export function fieldOf(item: unknown, accessor: Accessor): unknown {
  return typeof item === 'object' && item !== null ? (Reflect.get(item, accessor) as unknown) : undefined;
}

function textField(item: unknown, accessor: Accessor): string {
  const value = fieldOf(item, accessor);
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : '';
}

function numberField(item: unknown, accessor: Accessor): number {
  const value = Number(fieldOf(item, accessor));
  return Number.isFinite(value) ? value : 0;
}

/** Groups data by x label and by colour. Values that meet at the same place are added up. */
export function toSeries(data: readonly unknown[], x: Accessor, y: Accessor, color?: Accessor): Series {
  const names = new Set<string>();
  const rows = new Map<string, Record<string, number>>();
  for (const item of data) {
    const name = color === undefined ? UNNAMED : textField(item, color);
    const label = textField(item, x);
    const values = rows.get(label) ?? {};
    values[name] = (values[name] ?? 0) + numberField(item, y);
    rows.set(label, values);
    names.add(name);
  }
  return { names: [...names], rows: [...rows].map(([label, values]) => ({ label, values })) };
}

/** Slices of a pie; those without a value take no room and are left out. */
export function toSlices(data: readonly unknown[], label: Accessor, value: Accessor): readonly Slice[] {
  const total = data.reduce<number>((sum, item) => sum + numberField(item, value), 0);
  return data
    .map((item) => ({ name: textField(item, label), value: numberField(item, value) }))
    .filter((slice) => slice.value > 0)
    .map((slice) => ({ ...slice, share: slice.value / total }));
}
