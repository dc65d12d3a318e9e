/** A filter that the caller saved. */
export interface SavedFilterView {
  readonly list: string;
  readonly name: string;
  /** Filters by their names in the page's URL; null when they say something that the list no longer knows. */
  readonly values: Readonly<Record<string, string>> | null;
}
