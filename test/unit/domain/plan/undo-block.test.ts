import { describe, expect, it } from 'vitest';
import type { GroupFacts } from '../../../../src/domain/group';
import { undoBlockedBecause, type UndoOrder } from '../../../../src/domain/plan/undo-block';
import { known, unknown } from '../../../../src/domain/signal';
import {
  aDefaultGroup,
  aGrant,
  aLocalGroup,
  aSyncedGroup,
  aTeamGroup,
  anUntoldGroup,
} from '../../../builders/a-group';
import { aHeader } from '../../../builders/a-header';

const JIRA = 'jira-software';

describe('A membership is never given back', () => {
  const LOCAL = aLocalGroup('g', JIRA);
  const PERSON = { accountType: 'atlassian', appType: known(null) };
  const blocked = (now: GroupFacts, order: Partial<UndoOrder> = {}) =>
    undoBlockedBecause({
      ...{ accountId: 'ada', groupId: 'g', actor: 'urs', then: LOCAL, account: PERSON },
      ...{ header: aHeader({ groups: [now] }), confirmedGroups: new Set<string>(), ...order },
    });

  it('where nothing speaks against it, it is', () => {
    expect(blocked(LOCAL)).toBeNull();
  });

  it.each<[string, GroupFacts, Partial<UndoOrder>, string]>([
    ['to a synced group', aSyncedGroup('g', JIRA), {}, 'the group is a scim group now'],
    ['to a team', aTeamGroup('g', JIRA), {}, 'the group is a team group now'],
    ['to a group of unknown owner', anUntoldGroup('g', JIRA), {}, "the group's owner is unknown"],
    [
      'to a group that gives administration',
      { ...LOCAL, grants: [...LOCAL.grants, aGrant(JIRA, 'admin')] },
      {},
      'the group gives administration now',
    ],
    [
      'to a group that grants more than when it was left',
      { ...LOCAL, grants: [...LOCAL.grants, aGrant('confluence')] },
      {},
      'the group grants more than when it was left: user of confluence',
    ],
    [
      'to a default group that nobody confirmed as not synced',
      { ...anUntoldGroup('g', JIRA), grants: aDefaultGroup('g', JIRA).grants },
      {},
      'nobody confirmed that the group is not synced',
    ],
    ['to oneself', LOCAL, { actor: 'ada' }, 'nobody gives access back to themselves'],
    [
      'to an app',
      LOCAL,
      { account: { ...PERSON, accountType: 'app' } },
      'app and service accounts are never changed',
    ],
    [
      'to a service account',
      LOCAL,
      { account: { ...PERSON, appType: known('service') } },
      'app and service accounts are never changed',
    ],
    [
      'to what may be a service account',
      LOCAL,
      { account: { ...PERSON, appType: unknown('Jira does not tell') } },
      'whether the account is a person could not be read',
    ],
    ['to somebody who is gone', LOCAL, { account: null }, 'the organization no longer knows this person'],
    ['to a group that is gone', aLocalGroup('other', JIRA), {}, 'the group no longer exists'],
    [
      'to a group of which nobody knows what it granted',
      LOCAL,
      { then: undefined },
      'what the group granted when it was left is not known',
    ],
  ])('%s', (_, now, order, why) => {
    expect(blocked(now, order)).toBe(why);
  });
});
