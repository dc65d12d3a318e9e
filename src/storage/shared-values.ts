/** Distinct values in the order in which they were met, each known by its place. */
export class SharedValues<Value> {
  readonly values: Value[] = [];
  private readonly places = new Map<string, number>();

  place(value: Value): number {
    const text = JSON.stringify(value);
    const place = this.places.get(text) ?? this.values.push(value) - 1;
    this.places.set(text, place);
    return place;
  }
}

/** @throws RangeError when the list has no such place */
export function valueAt<Value>(values: readonly Value[], place: number): Value {
  const value = values[place];
  if (value === undefined)
    throw new RangeError(`There is no place ${String(place)} in a list of what is shared.`);
  return value;
}
