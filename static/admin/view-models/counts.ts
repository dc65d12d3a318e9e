const PLURALS = {
  membership: 'memberships',
  seat: 'seats',
  scan: 'scans',
  line: 'lines',
  person: 'people',
  handoff: 'handoffs',
  group: 'groups',
  project: 'projects',
  removal: 'removals',
  account: 'accounts',
  case: 'cases',
  record: 'records',
  row: 'rows',
  review: 'reviews',
  exception: 'exceptions',
  flag: 'flags',
  day: 'days',
  ability: 'abilities',
} as const;

export type Unit = keyof typeof PLURALS;

/** "1 seat", "12 seats", "4,120 people": a number never stands without what it counts. */
export function counted(count: number, unit: Unit): string {
  return `${grouped(count)} ${count === 1 ? unit : PLURALS[unit]}`;
}

/** "4,120", the same in every locale. */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** "a", "a and b", "a, b and c"; empty for nothing. */
export function listed(parts: readonly string[]): string {
  if (parts.length < 2) return parts[0] ?? '';
  return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;
}

/** "38%" of a share from 0 to 1. */
export function percent(share: number): string {
  return `${String(Math.round(Math.min(1, Math.max(0, share)) * 100))}%`;
}

/** `part` of `whole` as a share from 0 to 1; nothing of nothing is 0. */
export function shareOf(part: number, whole: number): number {
  return whole <= 0 ? 0 : Math.min(1, Math.max(0, part / whole));
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
