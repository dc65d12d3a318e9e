import { describe, expect, it } from 'vitest';
import {
  FEWEST_ACCOUNTS,
  generateOrganization,
  stageOrganization,
} from '../../local/generate/generate-organization';
import { SPECIAL } from '../../local/generate/situations/all-situations';
import { EVERYDAY } from '../../local/generate/situations/everyday';
import { parseSeed } from '../../local/organization/seed';

describe('The same options', () => {
  it('give the same organization to the byte', () => {
    const options = { accounts: 300, seed: 42 };
    expect(JSON.stringify(generateOrganization(options))).toBe(JSON.stringify(generateOrganization(options)));
  });

  it('with another seed give other accounts', () => {
    const ids = (seed: number): string[] =>
      generateOrganization({ accounts: 300, seed }).accounts.map(({ accountId }) => accountId);
    expect(ids(1).filter((id) => ids(2).includes(id))).toEqual([]);
  });

  it('with another clock move every time along', () => {
    const early = generateOrganization({ accounts: 300, clock: '2026-11-02T09:00:00Z' });
    const late = generateOrganization({ accounts: 300, clock: '2027-11-02T09:00:00Z' });
    const year = 365 * 86_400_000;
    const moved = late.accounts.map(({ addedToOrg }, index) => {
      const before = early.accounts[index]?.addedToOrg;
      return typeof addedToOrg === 'string' && typeof before === 'string'
        ? Date.parse(addedToOrg) - Date.parse(before)
        : year;
    });
    expect(new Set(moved)).toEqual(new Set([year]));
  });
});

describe('An organization of any size', () => {
  it.each([FEWEST_ACCOUNTS, 8, 25, 60, 130, 400, 1000, 5000])(
    'of %i accounts is a valid seed',
    (accounts) => {
      expect(parseSeed(generateOrganization({ accounts })).accounts).toHaveLength(accounts);
    },
  );

  it.each([
    [1000, 40, 25],
    [5000, 200, 125],
    [20_000, 600, 500],
  ])('of %i accounts has %i groups and %i projects', (accounts, groups, projects) => {
    const organization = generateOrganization({ accounts });
    expect(organization.groups).toHaveLength(groups);
    expect(organization.projects).toHaveLength(projects);
  });

  it('has every situation from 250 accounts on', () => {
    const { cast } = stageOrganization({ accounts: 250 });
    expect([...SPECIAL, ...EVERYDAY].map(({ name }) => name).filter((name) => !cast.has(name))).toEqual([]);
  });

  it('keeps the shares of its situations', () => {
    const { cast } = stageOrganization({ accounts: 10_000 });
    for (const { name, share } of SPECIAL) {
      expect(cast.get(name), name).toHaveLength(share === 0 ? 1 : share * 10);
    }
  });

  it('spreads people over its groups, so that no added group is empty', () => {
    const { accounts, groups } = generateOrganization({ accounts: 20_000 });
    const inhabited = new Set(accounts.flatMap((account) => account.groups));
    expect(groups.filter(({ id }) => !inhabited.has(id)).map(({ name }) => name)).toEqual([]);
  });

  it('names no group and no project twice', () => {
    const { groups, projects } = generateOrganization({ accounts: 20_000 });
    expect(new Set(groups.map(({ name }) => name)).size).toBe(groups.length);
    expect(new Set(projects.map(({ key }) => key)).size).toBe(projects.length);
  });
});

describe('Options that make no organization', () => {
  it('are refused when there are fewer accounts than personas', () => {
    expect(() => generateOrganization({ accounts: FEWEST_ACCOUNTS - 1 })).toThrow('at least 7');
  });

  it('are refused when the clock is no moment', () => {
    expect(() => generateOrganization({ accounts: 100, clock: 'noon' })).toThrow('clock must be a moment');
  });

  it('are refused when the seed is no whole number', () => {
    expect(() => generateOrganization({ accounts: 100, seed: 0.5 })).toThrow('seed must be a whole number');
  });
});
