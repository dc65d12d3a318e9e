import { describe, expect, it } from 'vitest';
import { indexOrganization } from '../../../../src/domain/classification/organization-index';
import { privilegeOf, sourceOf, wasSynced } from '../../../../src/domain/classification/path-source';
import type { GroupFacts, Provenance } from '../../../../src/domain/group';
import { known, unknown } from '../../../../src/domain/signal';
import { aDefaultGroup, aGrant, aGroup, aLocalGroup, TOLD } from '../../../builders/a-group';
import { aHeader } from '../../../builders/a-header';

const JIRA = 'jira-software';
const group = (told: Provenance) => aGroup('g', { provenance: known(told), grants: [aGrant(JIRA)] });
const aDefault = (told: Provenance) =>
  aGroup('g', { provenance: known(told), grants: [aGrant(JIRA, 'user', true), aGrant('confluence')] });
const source = (told: Provenance) => sourceOf(group(told), JIRA).source;

describe('A group path is', () => {
  it.each<[string, string, Provenance]>([
    ['team', 'its team members manage the group', { managedBy: 'team-members' }],
    ['team', 'anybody may join the group', { managedBy: 'open' }],
    ['team', 'a team manages it and it cannot be modified here', { managedBy: 'open', modifiable: false }],
    ['scim', 'it cannot be modified here', { modifiable: false }],
    ['scim', 'it is managed outside', { managedBy: 'external' }],
    ['scim', 'the provider syncs it', { externalSynced: true }],
    ['scim', 'the provider syncs it although a team manages it', { managedBy: 'open', externalSynced: true }],
    ['scim', 'administrators manage it but it is synced', { managedBy: 'admins', externalSynced: true }],
    ['scim', 'administrators manage it but it is locked', { managedBy: 'admins', modifiable: false }],
    ['local', 'administrators manage it', { managedBy: 'admins' }],
    ['local', 'administrators manage it and may modify it', TOLD.local],
    [
      'local',
      'nobody is named, it may be modified, it is not synced',
      { modifiable: true, externalSynced: false },
    ],
    ['unknown', 'nothing is told', {}],
    ['unknown', 'it is only said not to be synced', { externalSynced: false }],
    ['unknown', 'it is only said to be modifiable', { modifiable: true }],
    ['unknown', 'its manager is a word that we do not know', { managedBy: 'robots', modifiable: true }],
    [
      'unknown',
      'its manager is a word that we do not know, whatever else is told',
      { managedBy: 'robots', modifiable: true, externalSynced: false },
    ],
  ])('%s when %s', (expected, _, told) => {
    expect(source(told)).toBe(expected);
  });

  it('unknown when its owner could not be read', () => {
    const unread = aGroup('g', { provenance: unknown('refused'), grants: [aGrant(JIRA)] });
    expect(sourceOf(unread, JIRA)).toMatchObject({ source: 'unknown', why: 'refused' });
  });
});

describe('A default group', () => {
  it('is default by inference when nothing is told of its owner', () => {
    expect(sourceOf(aDefaultGroup('g', JIRA), JIRA)).toMatchObject({ source: 'default', inferred: true });
  });

  it('is default by the word of the organization when administrators manage it', () => {
    expect(sourceOf(aDefault(TOLD.local), JIRA)).toMatchObject({ source: 'default', inferred: false });
  });

  it('is default by inference when its manager is unknown to us', () => {
    expect(sourceOf(aDefault({ managedBy: 'robots' }), JIRA)).toMatchObject({
      source: 'default',
      inferred: true,
    });
  });

  it.each<[string, Provenance]>([
    ['scim', TOLD.scim],
    ['team', TOLD.team],
  ])('stays %s when the organization says so', (expected, told) => {
    expect(sourceOf(aDefault(told), JIRA).source).toBe(expected);
  });

  it('is local for another product, by inference when nothing is told', () => {
    expect(sourceOf(aDefault({}), 'confluence')).toMatchObject({ source: 'local', inferred: true });
  });

  it('is local for another product by the word of the organization', () => {
    expect(sourceOf(aDefault(TOLD.local), 'confluence')).toMatchObject({
      source: 'local',
      inferred: false,
    });
  });
});

describe('A group was synced', () => {
  it('when the mark is there but administrators manage it and may modify it', () => {
    expect(wasSynced(group({ externalSynced: true, managedBy: 'admins', modifiable: true }))).toBe(true);
  });

  it('and still counts as synced for writing', () => {
    expect(source({ externalSynced: true, managedBy: 'admins', modifiable: true })).toBe('scim');
  });

  it.each<[string, Provenance]>([
    ['it is synced and locked', TOLD.scim],
    ['it was never synced', TOLD.local],
    ['modifiable is not told', { externalSynced: true, managedBy: 'admins' }],
    ['others than administrators manage it', { externalSynced: true, managedBy: 'open', modifiable: true }],
  ])('not when %s', (_, told) => {
    expect(wasSynced(group(told))).toBe(false);
  });

  it('not when its owner could not be read', () => {
    expect(wasSynced(aGroup('g', { provenance: unknown('refused') }))).toBe(false);
  });
});

describe('A group is privileged when', () => {
  it.each([
    ['it grants admin on any product', aGroup('g', { grants: [aGrant('confluence', 'admin')] })],
    ['it manages access to any product', aGroup('g', { grants: [aGrant(JIRA, 'user-access-admin')] })],
    [
      'it administers a product of another site',
      aGroup('g', { elsewhere: [{ resource: 'r', role: 'admin' }] }),
    ],
    ['Jira calls it an admin group', aGroup('g', { accessType: known('admin') })],
    ['Jira calls it a site-admin group', aGroup('g', { accessType: known('site-admin') })],
    [
      'it grants admin although its kind could not be read',
      aGroup('g', { accessType: unknown('refused'), grants: [aGrant(JIRA, 'admin')] }),
    ],
  ])('%s', (_, subject) => {
    expect(privilegeOf(subject)).toBe('privileged');
  });
});

it('takes a group that grants plain use for plain', () => {
  expect(privilegeOf(aLocalGroup('org-admins', JIRA))).toBe('plain');
});

it('takes a group whose kind could not be read for unread, not for plain', () => {
  expect(privilegeOf(aGroup('g', { accessType: unknown('refused') }))).toBe('unread');
});

it('takes a group that the snapshot does not know for unread', () => {
  expect(indexOrganization(aHeader()).privilege(aGroup('foreign'))).toBe('unread');
});

describe('The source of a group is told in words:', () => {
  it.each<[string, Provenance]>([
    ['managed by the members of its team', TOLD.team],
    ['cannot be modified here', TOLD.scim],
    ['managed by the identity provider', { managedBy: 'external' }],
    ['synced from the identity provider', { externalSynced: true }],
    ['managed by administrators', TOLD.local],
    ['can be modified here and is not synced', { modifiable: true, externalSynced: false }],
    ['managed by "robots", which we do not know', { managedBy: 'robots' }],
    ['the organization tells too little', {}],
  ])('%s', (why, told) => {
    expect(sourceOf(group(told), JIRA)).toMatchObject({ why, inferred: false });
  });

  it.each<[string, GroupFacts, string]>([
    ['default group, managed by administrators', aDefault(TOLD.local), JIRA],
    ['default group; default groups cannot be synced', aDefault({}), JIRA],
    ['default group of another product; default groups cannot be synced', aDefault({}), 'confluence'],
  ])('%s', (why, subject, product) => {
    expect(sourceOf(subject, product).why).toBe(why);
  });
});
