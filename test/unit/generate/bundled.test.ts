import Ajv2020 from 'ajv/dist/2020';
import { describe, expect, it } from 'vitest';
import { BUNDLED, bundledSeed } from '../../local/generate/bundled';
import { parseSeed } from '../../local/organization/seed';
import orgSeedSchema from '../../fixtures/contracts/org-seed.schema.json';
import { OrganizationReader } from './organization-reader';
import { isActive, isSettled, serviceWord } from './witnesses/words';

const seed = parseSeed(bundledSeed());
const organization = new OrganizationReader(seed);
const seatHolders = organization.accounts.filter(({ seats }) => seats.length > 0);

describe('The bundled organization', () => {
  it('passes the schema of seattrace-org-seed/1', () => {
    const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(orgSeedSchema);
    validate(bundledSeed());
    expect(validate.errors).toBeNull();
  });

  it('has about 400 accounts, 30 groups and 25 projects', () => {
    expect(seed.accounts).toHaveLength(BUNDLED.accounts);
    expect(seed.groups.length).toBeGreaterThanOrEqual(30);
    expect(seed.groups.length).toBeLessThanOrEqual(40);
    expect(seed.projects).toHaveLength(25);
  });

  it('has Jira, Jira Service Management, Product Discovery, Confluence and Jira Administration', () => {
    expect(seed.products.map(({ key }) => key)).toEqual(
      expect.arrayContaining([
        'jira-software',
        'jira-servicedesk',
        'jira-product-discovery',
        'confluence',
        'jira-core',
      ]),
    );
  });

  it('gives each billable product at least two default groups', () => {
    for (const { key, defaultGroups } of seed.products.slice(0, 4)) {
      expect(defaultGroups.length, key).toBeGreaterThanOrEqual(2);
    }
  });

  it('holds mostly people who use what they have', () => {
    const working = seatHolders.filter((who) => who.seats.every((product) => isActive(who, product)));
    expect(working.length / seatHolders.length).toBeGreaterThan(0.6);
  });

  it('starts at 2026-11-02T09:00:00Z, and nothing in it happened later', () => {
    expect(seed.clock).toBe('2026-11-02T09:00:00Z');
    const times = seed.accounts.flatMap(({ lastActive, joined, addedToOrg, tokenLastUsed }) => [
      ...Object.values(lastActive ?? {}),
      ...Object.values(joined ?? {}),
      addedToOrg ?? seed.clock,
      tokenLastUsed ?? seed.clock,
    ]);
    expect(times.filter((time) => time > seed.clock)).toEqual([]);
  });

  it('lets nobody use a product before being added to the organization', () => {
    const tooEarly = seed.accounts.filter(
      ({ addedToOrg, lastActive, joined }) =>
        typeof addedToOrg === 'string' &&
        [...Object.values(lastActive ?? {}), ...Object.values(joined ?? {})].some(
          (time) => time < addedToOrg,
        ),
    );
    expect(tooEarly.map(({ name }) => name)).toEqual([]);
  });

  it('has e-mail addresses of reserved domains only, none of them twice', () => {
    const emails = seed.accounts.flatMap(({ email }) => email ?? []);
    expect(emails.filter((email) => !/^[a-z0-9.-]+@[a-z-]+\.example$/.test(email))).toEqual([]);
    expect(new Set(emails).size).toBe(emails.length);
  });

  it('calls only those accounts like a service that are meant to be one', () => {
    const called = seatHolders.filter((who) => serviceWord(who) !== null);
    expect(called.length).toBeLessThan(25);
    expect(called.every(({ seats }) => seats.join() === 'jira-software')).toBe(true);
  });

  it('has a group of which at least 80 % is stale', () => {
    const members = organization.groups.map((group) =>
      organization
        .membersOf(group.id)
        .filter((who) => who.seats.length > 0 && who.paths('jira-software').includes(group)),
    );
    const mostlyStale = members.filter(
      (list) =>
        list.length >= 10 &&
        list.filter((who) => isSettled(who, 'jira-software') && (who.idle('jira-software') ?? 999) >= 90)
          .length >=
          0.8 * list.length,
    );
    expect(mostlyStale).not.toEqual([]);
  });

  it('names seven personas, seven different accounts', () => {
    expect(Object.keys(seed.personas).sort()).toEqual([
      'admin', 'approver', 'auditor', 'identity-owner', 'jira-admin', 'outsider', 'second-admin',
    ]); // prettier-ignore
    expect(new Set(Object.values(seed.personas)).size).toBe(7);
  });

  it('lets the admin be the creator of the organization key, which soon expires', () => {
    expect(seed.orgKey?.createdBy).toBe(seed.personas.admin);
    expect(seed.orgKey?.expiresAt?.slice(0, 7)).toBe('2026-12');
  });

  it('has every kind of script step, in order of time', () => {
    const steps = seed.script ?? [];
    expect([...new Set(steps.map((step) => step.do))].sort()).toEqual([
      'activity', 'add-to-group', 'idp-sync', 'make-admin', 'remove-from-group', 'set-provenance', 'suspend',
    ]); // prettier-ignore
    expect(steps.find(({ at }) => at === 'PT48H')).toMatchObject({
      do: 'idp-sync',
      add: [expect.any(String), expect.any(String)],
    });
    expect(steps.find(({ at }) => at === 'P3D')).toMatchObject({ do: 'add-to-group' });
  });

  it('leaves the people whom tests act as out of its script', () => {
    const personas = Object.values(seed.personas);
    const text = JSON.stringify(seed.script);
    expect(personas.filter((id) => text.includes(id))).toEqual([]);
  });

  it('has exemptions by account, group, e-mail domain and name, one of them expired', () => {
    const exemptions = seed.policy?.exemptions ?? [];
    expect(new Set(exemptions.flatMap(({ match }) => Object.keys(match)))).toEqual(
      new Set(['account', 'group', 'emailDomain', 'namePattern']),
    );
    expect(exemptions.filter(({ expires }) => expires < seed.clock)).toHaveLength(1);
  });

  it('has more seats bought than used', () => {
    for (const { key, numberOfSeats } of seed.products) {
      const used = organization.accounts.filter(({ seats }) => seats.includes(key)).length;
      if (numberOfSeats !== undefined) expect(numberOfSeats, key).toBeGreaterThan(used);
    }
  });
});
