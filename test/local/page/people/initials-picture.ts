const COLORS = ['#0055CC', '#216E4E', '#5E4DB2', '#A54800', '#AE2E24', '#206A83', '#943D73', '#4C6B1F'];

/** A round picture with the initials of a name, as Atlassian makes one for who has uploaded none; a data URL. */
export function initialsPicture(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined]
    .map((word) => word?.charAt(0).toUpperCase() ?? '')
    .join('')
    .replace(/[^\p{L}\p{N}]/gu, '');
  const sum = [...name].reduce((total, char) => total + (char.codePointAt(0) ?? 0), 0);
  const color = COLORS[sum % COLORS.length] ?? '#0055CC';
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" fill="${color}"/>` +
    `<text x="16" y="21" text-anchor="middle" font-family="sans-serif" font-size="14" font-weight="600" fill="#fff">${letters}</text></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
