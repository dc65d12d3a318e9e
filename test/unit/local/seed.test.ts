import { describe, expect, it } from 'vitest';
import { parseSeed, SeedError } from '../../local/organization/seed';
import { groups, people, tinyJson } from './an-organization';

type Path = readonly (string | number)[];

function isContainer(value: unknown): value is Record<string | number, unknown> {
  return typeof value === 'object' && value !== null;
}

/** The tiny seed with one place changed; `undefined` takes the place away. */
function broken(path: Path, value: unknown): unknown {
  const seed = tinyJson();
  let at = seed;
  for (const part of path.slice(0, -1)) at = isContainer(at) ? at[part] : undefined;
  const last = path.at(-1);
  if (!isContainer(at) || last === undefined) throw new Error(`no such place: ${path.join('.')}`);
  if (value === undefined) Reflect.deleteProperty(at, last);
  else at[last] = value;
  return seed;
}

function faultOf(seed: unknown): SeedError {
  try {
    parseSeed(seed);
  } catch (error) {
    if (error instanceof SeedError) return error;
    throw error;
  }
  throw new Error('the seed was accepted');
}

const nobody = '712020:nobody';
const step = { at: 'PT1H', do: 'suspend', account: people.casey };

const mutations: readonly [what: string, place: Path, value: unknown, path: string][] = [
  ['a missing clock', ['clock'], undefined, 'clock'],
  ['another format', ['format'], 'seattrace-org-seed/2', 'format'],
  ['a clock that is no time', ['clock'], 'tomorrow', 'clock'],
  ['a clock on a day that does not exist', ['clock'], '2026-02-30T09:00:00Z', 'clock'],
  ['a clock that is only a day', ['clock'], '2026-11-02', 'clock'],
  ['an unknown property', ['colour'], 'red', 'colour'],
  ['an unknown property of an account', ['accounts', 3, 'colour'], 'red', 'accounts[3].colour'],
  ['a missing directory', ['org', 'directoryId'], undefined, 'org.directoryId'],
  ['a site address that is no text', ['site', 'url'], 7, 'site.url'],
  ['accounts that are no list', ['accounts'], {}, 'accounts'],
  ['an empty account id', ['accounts', 0, 'accountId'], '', 'accounts[0].accountId'],
  ['an account id twice', ['accounts', 3, 'accountId'], people.ada, 'accounts[3].accountId'],
  ['a group id twice', ['groups', 1, 'id'], groups.default, 'groups[1].id'],
  ['a product twice', ['products', 1, 'key'], 'jira-software', 'products[1].key'],
  ['a project twice', ['projects', 1], { key: 'OPS', name: 'Again' }, 'projects[1].key'],
  ['an unknown group of an account', ['accounts', 3, 'groups', 0], 'gone', 'accounts[3].groups[0]'],
  ['an unknown account status', ['accounts', 2, 'accountStatus'], 'asleep', 'accounts[2].accountStatus'],
  ['an unknown role in a grant', ['products', 0, 'grants', 1, 'role'], 'owner', 'products[0].grants[1].role'],
  [
    'an unknown group in a grant',
    ['products', 0, 'grants', 2, 'group'],
    'gone',
    'products[0].grants[2].group',
  ],
  ['an unknown default group', ['products', 1, 'defaultGroups', 0], 'gone', 'products[1].defaultGroups[0]'],
  [
    'a default group without a grant',
    ['products', 0, 'defaultGroups', 0],
    groups.admin,
    'products[0].defaultGroups[0]',
  ],
  ['seats that are no integer', ['products', 0, 'numberOfSeats'], 1.5, 'products[0].numberOfSeats'],
  ['an unknown plan', ['products', 0, 'plan'], 'GOLD', 'products[0].plan'],
  ['an unknown access type', ['groups', 3, 'accessType'], 'owner', 'groups[3].accessType'],
  ['unknown provenance', ['groups', 0, 'provenance', 'syncedBy'], 'okta', 'groups[0].provenance.syncedBy'],
  [
    'provenance of the wrong type',
    ['groups', 0, 'provenance', 'managementAccess', 'modifiable'],
    'no',
    'groups[0].provenance.managementAccess.modifiable',
  ],
  [
    'activity on an unknown product',
    ['accounts', 4, 'lastActive', 'trello'],
    '2026-01-01T00:00:00Z',
    'accounts[4].lastActive.trello',
  ],
  [
    'activity at no time',
    ['accounts', 4, 'lastActive', 'confluence'],
    'never',
    'accounts[4].lastActive.confluence',
  ],
  ['a guest of an unknown product', ['accounts', 2, 'guestOf'], ['trello'], 'accounts[2].guestOf[0]'],
  [
    'a role on an unknown product',
    ['accounts', 2, 'roles'],
    [{ product: 'trello', role: 'user', method: 'direct' }],
    'accounts[2].roles[0].product',
  ],
  [
    'a join of an unknown group',
    ['accounts', 8, 'joined', 'gone'],
    '2026-01-01T00:00:00Z',
    'accounts[8].joined.gone',
  ],
  ['a lead who is nobody', ['projects', 0, 'lead'], nobody, 'projects[0].lead'],
  [
    'a project role with nobody',
    ['projects', 0, 'roles', 0, 'accounts', 0],
    nobody,
    'projects[0].roles[0].accounts[0]',
  ],
  [
    'a project role of no group',
    ['projects', 0, 'roles', 0, 'groups', 0],
    'gone',
    'projects[0].roles[0].groups[0]',
  ],
  [
    'a permission of no group',
    ['projects', 0, 'permissions'],
    [{ permission: 'ADMINISTER_PROJECTS', group: 'gone' }],
    'projects[0].permissions[0].group',
  ],
  ['a persona who is nobody', ['personas', 'admin'], nobody, 'personas.admin'],
  ['a script for no group', ['script', 0, 'group'], 'gone', 'script[0].group'],
  ['a script that adds nobody', ['script', 0, 'add', 0], nobody, 'script[0].add[0]'],
  ['an unknown script step', ['script', 0, 'do'], 'explode', 'script[0].do'],
  ['a script step without account', ['script', 0], { at: 'PT1H', do: 'suspend' }, 'script[0].account'],
  ['a script at no duration', ['script', 0, 'at'], 'P', 'script[0].at'],
  ['a script with more than it needs', ['script', 0], { ...step, group: groups.local }, 'script[0].group'],
  [
    'a script for an unknown product',
    ['script', 0],
    { at: 'P1D', do: 'activity', account: people.casey, product: 'trello' },
    'script[0].product',
  ],
  ['a technical account that is nobody', ['policy', 'technical'], [nobody], 'policy.technical[0]'],
  [
    'an exemption of no group',
    ['policy', 'exemptions'],
    [{ match: { group: 'gone' }, expires: '2027-01-01', reason: 'r', owner: 'o' }],
    'policy.exemptions[0].match.group',
  ],
  [
    'an exemption that matches two ways',
    ['policy', 'exemptions'],
    [{ match: { group: groups.local, namePattern: 'x' }, expires: '2027-01-01', reason: 'r', owner: 'o' }],
    'policy.exemptions[0].match',
  ],
  ['an unknown behaviour', ['behaviour'], { moody: true }, 'behaviour.moody'],
  ['an unknown refusal', ['behaviour'], { syncedRefusal: '500' }, 'behaviour.syncedRefusal'],
  [
    'a permission of nobody',
    ['projects', 0, 'permissions'],
    [{ permission: 'ADMINISTER_PROJECTS', account: nobody }],
    'projects[0].permissions[0].account',
  ],
  [
    'a permission of no project role',
    ['projects', 0, 'permissions'],
    [{ permission: 'ADMINISTER_PROJECTS', projectRole: 'Pilots' }],
    'projects[0].permissions[0].projectRole',
  ],
  [
    'a script whose provenance is no object',
    ['script', 0],
    { at: 'PT1H', do: 'set-provenance', group: groups.local, provenance: 'okta' },
    'script[0].provenance',
  ],
  ['a key that expires never', ['orgKey'], { expiresAt: 'never' }, 'orgKey.expiresAt'],
];

describe('a seed is refused, with the place of the fault, for', () => {
  it.each(mutations)('%s', (_what, place, value, path) => {
    expect(faultOf(broken(place, value)).path).toBe(path);
  });

  it('being no object', () => {
    expect(faultOf('seed').path).toBe('$');
  });
});

describe('a seed', () => {
  it.each<[what: string, place: Path, value: unknown]>([
    ['two people with one e-mail address', ['accounts', 1, 'email'], 'ada@northwind.example'],
    ['two groups with one name', ['groups', 1, 'name'], 'jira-users'],
    ['a site address without a scheme', ['site', 'url'], 'northwind'],
    ['a key whose maker is named in words', ['orgKey'], { createdBy: 'Ada of the identity team' }],
    [
      'a permission of the role that every project has',
      ['projects', 0, 'permissions'],
      [{ permission: 'ADMINISTER_PROJECTS', projectRole: 'Administrators' }],
    ],
  ])('may have %s', (_what, place, value) => {
    expect(() => parseSeed(broken(place, value))).not.toThrow();
  });

  it('says in its error what is wrong and where', () => {
    const fault = faultOf(broken(['accounts', 3, 'groups', 0], 'gone'));
    expect(fault.message).toBe('accounts[3].groups[0]: there is no group gone');
  });

  it('may let an exemption expire on a day', () => {
    const exemption = { match: { account: people.casey }, expires: '2027-01-01', reason: 'r', owner: 'o' };
    expect(() => parseSeed(broken(['policy', 'exemptions'], [exemption]))).not.toThrow();
  });
});
