/** Strings in order of code units, with binary search; the order in which the key-value store lists its keys. */
export class OrderedKeys {
  private readonly keys: string[] = [];

  get size(): number {
    return this.keys.length;
  }

  add(key: string): void {
    const place = this.placeOf(key);
    if (this.keys[place] !== key) this.keys.splice(place, 0, key);
  }

  delete(key: string): void {
    const place = this.placeOf(key);
    if (this.keys[place] === key) this.keys.splice(place, 1);
  }

  /** Keys that begin with `prefix`, those after `after` when it is given. */
  *from(prefix: string, after?: string): Generator<string> {
    let place = this.placeOf(after === undefined || after < prefix ? prefix : after);
    for (; place < this.keys.length; place += 1) {
      const key = this.keys[place];
      if (key === undefined || !key.startsWith(prefix)) return;
      if (key !== after) yield key;
    }
  }

  /** Index of `key`, or where it would be. */
  private placeOf(key: string): number {
    let low = 0;
    let high = this.keys.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.keys[middle] ?? '') < key) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
