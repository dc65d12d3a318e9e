import { describe, expect, it } from 'vitest';
import { BUNDLED, bundledSeed } from '../../local/generate/bundled';
import { castOf } from '../../local/generate/cast';
import { stageOrganization } from '../../local/generate/generate-organization';
import type { SituationName } from '../../local/generate/situations/all-situations';
import { parseSeed } from '../../local/organization/seed';
import { OrganizationReader } from './organization-reader';
import { WITNESSES } from './witnesses/all-witnesses';

const NAMES = Object.keys(WITNESSES) as SituationName[];
const bundled = new OrganizationReader(parseSeed(bundledSeed()));

describe('The bundled organization', () => {
  it.each(NAMES)('has the situation %s', (name) => {
    expect(bundled.accounts.some((who) => WITNESSES[name](who, bundled))).toBe(true);
  });
});

describe('Each account that was made for a situation is a case of it', () => {
  const { organization, cast } = stageOrganization({ accounts: 3000, seed: 7 });
  const large = new OrganizationReader(parseSeed(organization));
  const byId = new Map(large.accounts.map((who) => [who.account.accountId, who]));

  it.each(NAMES)('%s', (name) => {
    const others = castOf(cast, name).filter((id) => {
      const who = byId.get(id);
      return who === undefined || !WITNESSES[name](who, large);
    });
    expect(others).toEqual([]);
  });
});

it('tells which accounts of the bundled organization were made for which situation', () => {
  const { cast } = stageOrganization(BUNDLED);
  expect([...cast.keys()].sort()).toEqual([...NAMES].sort());
});
