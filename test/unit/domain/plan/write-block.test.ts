import { describe, expect, it } from 'vitest';
import { writeBlockedBecause, type WriteOrder } from '../../../../src/domain/plan/write-block';
import type { GroupFacts } from '../../../../src/domain/group';
import { known, unknown } from '../../../../src/domain/signal';
import {
  aDefaultGroup,
  aGrant,
  aGroup,
  aLocalGroup,
  aSyncedGroup,
  aTeamGroup,
  anUntoldGroup,
  TOLD,
} from '../../../builders/a-group';
import { aReading, type World } from '../../../builders/a-world';

const JIRA = 'jira-software';
const LOCAL = aLocalGroup('g', JIRA);

function blocked(world: World, order: Partial<WriteOrder> = {}): string | null {
  return writeBlockedBecause({
    groupId: 'g',
    executors: ['emil'],
    reading: aReading(world),
    confirmedGroups: new Set(),
    soleAdministratorOf: known([]),
    rehearsal: false,
    ...order,
  });
}

it('lets a plain local group of a plain person be written', () => {
  expect(blocked({ groups: [LOCAL] })).toBeNull();
});

it('A rehearsal writes nothing, whatever its plan says', () => {
  expect(blocked({ groups: [LOCAL] })).toBeNull();
  expect(blocked({ groups: [LOCAL] }, { rehearsal: true })).toBe('a rehearsal removes nothing');
});

describe('A write is blocked for', () => {
  it.each<[string, GroupFacts, string]>([
    ['a synced group', aSyncedGroup('g', JIRA), 'the group is a scim group'],
    ['a team group', aTeamGroup('g', JIRA), 'the group is a team group'],
    ['a group of unknown source', anUntoldGroup('g', JIRA), "the group's owner is unknown"],
    [
      'a synced group that is default',
      { ...aSyncedGroup('g', JIRA), grants: [aGrant(JIRA, 'user', true)] },
      'the group is a scim group',
    ],
    [
      'a group that administers a product',
      aGroup('g', { grants: [aGrant(JIRA, 'admin')] }),
      'the group gives administration',
    ],
    ['an admin group of Jira', aGroup('g', { accessType: known('admin') }), 'the group gives administration'],
    [
      'a group whose kind could not be read',
      aGroup('g', { accessType: unknown('refused') }),
      'whether the group gives administration is unknown',
    ],
  ])('%s', (_, group, why) => {
    expect(blocked({ groups: [group] })).toBe(why);
  });

  it('a group that was not read', () => {
    expect(blocked({ groups: [] })).toBe('the group was not read');
  });

  it.each(['app', 'customer', 'unknown'])('an account of the kind %s', (accountType) => {
    expect(blocked({ groups: [LOCAL], account: { accountType } })).toBe(
      'app and service accounts are never removed',
    );
  });

  it('an account that is not active', () => {
    expect(blocked({ groups: [LOCAL], account: { accountStatus: 'inactive' } })).toBe(
      'the account is not active',
    );
  });

  it.each([[['ada']], [['emil', 'ada']]])('oneself, where %j write', (executors) => {
    expect(blocked({ groups: [LOCAL] }, { executors })).toBe('nobody removes themselves');
  });

  it('the last administrator of a project', () => {
    expect(blocked({ groups: [LOCAL] }, { soleAdministratorOf: known(['OPS', 'HR']) })).toBe(
      'the account is the last administrator of OPS, HR',
    );
  });
});

describe('A write is blocked, too,', () => {
  it.each(['service', 'agent'])('for what Jira calls a %s', (kind) => {
    expect(blocked({ groups: [LOCAL], account: { appType: known(kind) } })).toBe(
      'app and service accounts are never removed',
    );
  });

  it('while nobody knows whether somebody else administers the projects of the account', () => {
    expect(blocked({ groups: [LOCAL] }, { soleAdministratorOf: unknown('Jira gave no answer') })).toBe(
      'whether the account is the last administrator of a project is unknown',
    );
  });
});

describe('A group that is believed to be default', () => {
  const world: World = { groups: [aDefaultGroup('g', JIRA)] };

  it('is not written before somebody confirmed that it is not synced', () => {
    expect(blocked(world)).toBe('nobody confirmed that the group is not synced');
  });

  it('is written once somebody confirmed it', () => {
    expect(blocked(world, { confirmedGroups: new Set(['g']) })).toBeNull();
  });

  it('is not written by the confirmation of another group', () => {
    expect(blocked(world, { confirmedGroups: new Set(['h']) })).not.toBeNull();
  });

  it('needs no confirmation when the organization says who manages it', () => {
    const group = aGroup('g', { provenance: known(TOLD.local), grants: [aGrant(JIRA, 'user', true)] });
    expect(blocked({ groups: [group] })).toBeNull();
  });
});

it('is not opened by a confirmation where the group is synced after all', () => {
  expect(blocked({ groups: [aSyncedGroup('g', JIRA)] }, { confirmedGroups: new Set(['g']) })).toBe(
    'the group is a scim group',
  );
});
