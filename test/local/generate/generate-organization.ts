import { Accounts } from './accounts';
import type { Cast } from './cast';
import { castOf } from './cast';
import { Groups } from './groups';
import type { GeneratedAccount, GeneratedOrganization, GeneratedPolicy } from './organization-shape';
import { makePolicy } from './policy';
import type { ProjectPeople } from './projects';
import { makeProjects } from './projects';
import { Random } from './random';
import { makeScript } from './script';
import type { ProjectTie } from './situation';
import type { NamedSituation, SituationName } from './situations/all-situations';
import { SPECIAL } from './situations/all-situations';
import { EVERYDAY } from './situations/everyday';
import { PERSONAS } from './situations/personas';
import { isoOf, timeAfter } from './times';

export interface GenerateOptions {
  /** How many accounts of any type, people and others; at least as many as there are personas. */
  readonly accounts: number;
  /** Another number is another organization of the same kind. Default 1. */
  readonly seed?: number;
  /** The moment at which the local clock starts, ISO 8601 UTC. Default 2026-11-02T09:00:00Z. */
  readonly clock?: string;
  /** The policy's answer about on-call schedules (product.md §5). Default `unanswered`. */
  readonly jsmOnCall?: GeneratedPolicy['jsmOnCall'];
}

/** An organization together with which accounts were made for which situation. */
export interface StagedOrganization {
  readonly organization: GeneratedOrganization;
  readonly cast: Cast;
}

export const FEWEST_ACCOUNTS = PERSONAS.length;
const DEFAULT_CLOCK = '2026-11-02T09:00:00Z';
const KEY_EXPIRES_IN_DAYS = 40;

/**
 * A whole example organization (`seattrace-org-seed/1`). The same options give the same organization to the byte.
 * From 250 accounts on every situation of situations/ occurs at least once; smaller ones get the first
 * rows of the tables. Throws RangeError for options that make no organization.
 */
export function generateOrganization(options: GenerateOptions): GeneratedOrganization {
  return stageOrganization(options).organization;
}

/** The same organization, told apart by situation. */
export function stageOrganization(options: GenerateOptions): StagedOrganization {
  const clock = checkedClock(options);
  const random = new Random(options.seed ?? 1);
  const ids = { org: random.uuid(), directory: random.uuid(), cloud: random.uuid() };
  const groups = new Groups(options.accounts, random);
  const { accounts, cast } = makeAccounts(options.accounts, new Accounts(clock, groups, random), random);
  const admin = castOf(cast, 'admin')[0] ?? '';
  const organization: GeneratedOrganization = {
    format: 'seattrace-org-seed/1',
    clock: isoOf(clock),
    org: { id: ids.org, name: 'Harbourline Example', directoryId: ids.directory },
    site: { cloudId: ids.cloud, url: 'https://harbourline-example.atlassian.net' },
    products: groups.products(options.accounts),
    groups: groups.toSeed(),
    accounts,
    projects: makeProjects(options.accounts, projectPeople(cast), groups, random),
    personas: Object.fromEntries(PERSONAS.map(({ name }) => [name, castOf(cast, name)[0] ?? ''])),
    script: makeScript(cast, groups),
    otherSites: [
      'https://harbourline-example-sandbox-118.atlassian.net',
      'https://harbourline-labs-example.atlassian.net',
    ],
    orgKey: { createdBy: admin, scoped: false, expiresAt: timeAfter(clock, KEY_EXPIRES_IN_DAYS) },
    policy: makePolicy({ clock, cast, groups, jsmOnCall: options.jsmOnCall ?? 'unanswered' }),
    behaviour: { syncedRefusal: '403', orgListsApps: false, events: true },
  };
  return { organization, cast };
}

function makeAccounts(
  wanted: number,
  maker: Accounts,
  random: Random,
): { accounts: GeneratedAccount[]; cast: Cast } {
  const accounts: GeneratedAccount[] = [];
  const cast = new Map<SituationName, string[]>();
  const add = ({ name, person }: NamedSituation): void => {
    const members = cast.get(name) ?? [];
    const account = maker.make(person, members.length);
    accounts.push(account);
    members.push(account.accountId);
    cast.set(name, members);
  };
  for (const situation of SPECIAL) {
    const count = Math.min(
      wanted - accounts.length,
      Math.max(1, Math.round((wanted * situation.share) / 1000)),
    );
    for (let made = 0; made < count; made += 1) add(situation);
  }
  const everyday = EVERYDAY.map((situation) => ({ situation, weight: situation.share }));
  // Each kind once where there is room, then as the weights say.
  for (const { situation } of everyday) if (accounts.length < wanted) add(situation);
  while (accounts.length < wanted) add(random.weighted(everyday).situation);
  return { accounts: random.shuffled(accounts), cast };
}

function projectPeople(cast: Cast): ProjectPeople {
  const tied: Record<ProjectTie, string[]> = {
    lead: [],
    'administrator-role': [],
    'permission-entry': [],
    'permission-by-role': [],
  };
  for (const { name, person } of SPECIAL as readonly NamedSituation[]) {
    if (person.project !== undefined) tied[person.project].push(...castOf(cast, name));
  }
  const active = EVERYDAY.flatMap(({ name }) => castOf(cast, name));
  return { tied, active: [...castOf(cast, 'admin'), ...active] };
}

function checkedClock({ accounts, seed = 1, clock = DEFAULT_CLOCK }: GenerateOptions): number {
  if (!Number.isInteger(accounts) || accounts < FEWEST_ACCOUNTS) {
    throw new RangeError(`accounts must be a whole number of at least ${FEWEST_ACCOUNTS}.`);
  }
  if (!Number.isSafeInteger(seed)) throw new RangeError('seed must be a whole number.');
  const time = Date.parse(clock);
  if (Number.isNaN(time)) throw new RangeError('clock must be a moment such as 2026-11-02T09:00:00Z.');
  return time;
}
