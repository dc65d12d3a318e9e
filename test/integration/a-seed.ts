import tinySeed from '../fixtures/contracts/tiny.seed.json';

type TinySeed = typeof tinySeed;

/** The tiny organization, free to be changed. */
export function tiny(change: (seed: TinySeed) => void = () => undefined): TinySeed {
  const seed = structuredClone(tinySeed);
  change(seed);
  return seed;
}

const account = (number: number): string =>
  `712020:00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const group = (number: number): string => `a0000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

/** People of the tiny organization. */
export const people = {
  ada: account(1),
  bram: account(2),
  casey: account(3),
  devi: account(4),
  jenkins: account(5),
  erin: '557058:00000000-0000-4000-8000-000000000006',
  fay: account(7),
  gil: account(8),
} as const;

/** Groups of the tiny organization. */
export const groups = {
  jiraUsers: group(1),
  engineering: group(2),
  contractors: group(3),
  jiraAdmins: group(4),
  confluenceUsers: group(5),
} as const;

/** Account ids of people whom `withStalePeople` adds. */
export const stale = (number: number): string => account(100 + number);

/** Adds people like Casey: managed, long idle in Jira, in the default group alone. */
export function withStalePeople(
  seed: TinySeed,
  count: number,
  memberOf: readonly string[] = [groups.jiraUsers],
): void {
  const casey = seed.accounts.find(({ accountId }) => accountId === people.casey);
  if (casey === undefined) throw new Error('The tiny organization has no Casey.');
  for (let number = 1; number <= count; number += 1) {
    const twin = structuredClone(casey);
    twin.accountId = stale(number);
    twin.name = `Person ${String(number)}`;
    twin.email = `person${String(number)}@northwind.example`;
    twin.groups = [...memberOf];
    seed.accounts.push(twin);
  }
}
