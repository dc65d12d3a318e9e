/** `2026-11-02T09:00:00.000Z` → `Mon 2 Nov 2026, 09:00 UTC`. */
export function clockText(iso: string): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  const day = date.toLocaleDateString('en-GB', {
    timeZone: 'UTC',
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  });
  return `${day.replace(',', '')}, ${date.toISOString().slice(11, 16)} UTC`;
}
