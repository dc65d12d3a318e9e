/** What a link to the inspector asks to search for. */
export function initialQuery(): string {
  return new URLSearchParams(window.location.search).get('q') ?? '';
}
