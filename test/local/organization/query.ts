/** What a value must be among, where the endpoint documents it. */
type Among = readonly string[] | undefined;

/** Reads a query string; what it cannot read becomes the API's own 400 through `refuse`. */
export class Query {
  constructor(
    private readonly params: URLSearchParams,
    private readonly refuse: (fault: string, name: string) => Error,
  ) {}

  /** Refuses parameters that the endpoint does not document. */
  expectOnly(known: readonly string[]): void {
    for (const name of this.params.keys()) if (!known.includes(name)) throw this.fault(name, 'is not known');
  }

  string(name: string, among?: Among): string | undefined {
    const value = this.params.get(name);
    if (value === null || value === '') return undefined;
    this.expectAmong(name, value, among);
    return value;
  }

  /** A parameter that repeats. */
  strings(name: string): string[] {
    return this.params.getAll(name).filter((value) => value !== '');
  }

  /** A parameter that repeats, holds commas, or both. */
  list(name: string, { max = Infinity, among }: { max?: number; among?: Among } = {}): string[] {
    const values = this.strings(name)
      .flatMap((value) => value.split(','))
      .map((value) => value.trim())
      .filter((value) => value !== '');
    if (values.length > max) throw this.fault(name, `has more than ${String(max)} values`);
    for (const value of values) this.expectAmong(name, value, among);
    return values;
  }

  /** @throws the API's 400 also for a number outside the range */
  integer(
    name: string,
    fallback: number,
    { min = -Infinity, max = Infinity }: { min?: number; max?: number } = {},
  ): number {
    const text = this.string(name);
    if (text === undefined) return fallback;
    const value = this.toInteger(name, text);
    if (value < min) throw this.fault(name, `must not be less than ${String(min)}`);
    if (value > max) throw this.fault(name, `must not be more than ${String(max)}`);
    return value;
  }

  /** A list of whole numbers. */
  integers(name: string): number[] {
    return this.list(name).map((text) => this.toInteger(name, text));
  }

  /** Start and size of a page; a size over the endpoint's maximum is cut, as Jira does. */
  page(size: { fallback: number; max: number }): { startAt: number; maxResults: number } {
    const startAt = this.integer('startAt', 0, { min: 0 });
    const maxResults = this.integer('maxResults', size.fallback, { min: 0 });
    return { startAt, maxResults: Math.min(maxResults === 0 ? size.fallback : maxResults, size.max) };
  }

  boolean(name: string, fallback: boolean): boolean {
    const text = this.string(name, ['true', 'false']);
    return text === undefined ? fallback : text === 'true';
  }

  private toInteger(name: string, text: string): number {
    if (!/^-?\d{1,15}$/.test(text)) throw this.fault(name, `has the value '${text}', which is no integer`);
    return Number(text);
  }

  private expectAmong(name: string, value: string, among: Among): void {
    if (among?.includes(value) === false)
      throw this.fault(name, `has the value '${value}', which is not known`);
  }

  private fault(name: string, what: string): Error {
    return this.refuse(`The query parameter '${name}' ${what}.`, name);
  }
}
