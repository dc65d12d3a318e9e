/** Reads a query string; what it cannot read becomes the API's own 400 through `refuse`. */
export class Query {
  constructor(
    private readonly params: URLSearchParams,
    private readonly refuse: (fault: string) => Error,
  ) {}

  /** Refuses parameters that the endpoint does not document. */
  expectOnly(known: readonly string[]): void {
    for (const name of this.params.keys()) {
      if (!known.includes(name)) throw this.refuse(`The query parameter '${name}' is not known.`);
    }
  }

  string(name: string): string | undefined {
    const value = this.params.get(name);
    return value === null || value === '' ? undefined : value;
  }

  /** A parameter that repeats. */
  strings(name: string): string[] {
    return this.params.getAll(name).filter((value) => value !== '');
  }

  /** A parameter that repeats, holds commas, or both. */
  list(name: string): string[] {
    return this.strings(name)
      .flatMap((value) => value.split(','))
      .map((value) => value.trim())
      .filter((value) => value !== '');
  }

  integer(name: string, fallback: number): number {
    const text = this.string(name);
    if (text === undefined) return fallback;
    if (!/^-?\d{1,15}$/.test(text)) throw this.refuse(`The value '${text}' of '${name}' is no integer.`);
    return Number(text);
  }

  /** Start and size of a page; a size over the endpoint's maximum is cut, as Jira does. */
  page(size: { fallback: number; max: number }): { startAt: number; maxResults: number } {
    const startAt = this.integer('startAt', 0);
    const maxResults = this.integer('maxResults', size.fallback);
    if (startAt < 0) throw this.refuse("The value of 'startAt' must not be negative.");
    if (maxResults < 0) throw this.refuse("The value of 'maxResults' must not be negative.");
    return { startAt, maxResults: Math.min(maxResults === 0 ? size.fallback : maxResults, size.max) };
  }

  boolean(name: string, fallback: boolean): boolean {
    const text = this.string(name);
    if (text === undefined) return fallback;
    if (text !== 'true' && text !== 'false')
      throw this.refuse(`The value '${text}' of '${name}' is no boolean.`);
    return text === 'true';
  }
}
