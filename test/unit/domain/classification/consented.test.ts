import { describe, expect, it } from 'vitest';
import type { AccountFacts } from '../../../../src/domain/account';
import type { GroupFacts } from '../../../../src/domain/group';
import { known, unknown } from '../../../../src/domain/signal';
import {
  aGrant,
  aGroup,
  aLocalGroup,
  aSyncedGroup,
  aTeamGroup,
  anUntoldGroup,
} from '../../../builders/a-group';
import { seatIn } from '../../../builders/a-world';
import { daysAgo } from '../../../builders/times';

const JIRA = 'jira-software';
const LOCAL = aLocalGroup('local', JIRA);
const BOTH = aLocalGroup('both', JIRA, 'confluence');

/** What the seat of a technical account in these groups comes to once its owners consented. */
const consented = (groups: GroupFacts[], account: Partial<AccountFacts> = {}) =>
  seatIn({ groups, account: { serviceWord: 'svc', ...account } }).consented;

describe('Once its owners consented a route-out comes to', () => {
  it('a cleanup when every path is default or local', () => {
    expect(consented([LOCAL, aLocalGroup('more', JIRA)])).toMatchObject({
      verdict: 'cleanup',
      reason: 'local-paths',
    });
  });

  it('a split when a synced path stands beside', () => {
    expect(consented([LOCAL, aSyncedGroup('synced', JIRA)])).toMatchObject({
      verdict: 'split',
      reason: 'mixed-ownership',
    });
  });

  it('a hold when a source is unknown', () => {
    expect(consented([LOCAL, anUntoldGroup('odd', JIRA)])?.reason).toBe('source-unknown');
  });

  it('a hold when a fact could not be read', () => {
    expect(consented([LOCAL], { platformRoles: unknown('refused') })?.reason).toBe('facts-unread');
  });

  it('a hold when something live would end', () => {
    expect(consented([BOTH], { lastActive: known({ confluence: daysAgo(1) }) })).toMatchObject({
      verdict: 'hold',
      reason: 'collateral-active',
      elseEnds: [{ product: 'confluence', live: true }],
    });
  });

  it('a cleanup that says what else ends', () => {
    expect(consented([BOTH])).toMatchObject({
      verdict: 'cleanup',
      elseEnds: [{ product: 'confluence', live: false }],
    });
  });

  it.each([
    ['a team gives it', aTeamGroup('team', JIRA)],
    ['its one group administers', aGroup('admins', { grants: [aGrant(JIRA, 'admin')] })],
  ])('no removal when %s', (_, group) => {
    expect(consented([group])).toBeNull();
  });
});

describe('Nobody’s consent is waited for on', () => {
  it.each<[string, GroupFacts[]]>([
    ['a cleanup', [LOCAL]],
    ['a split', [LOCAL, aSyncedGroup('synced', JIRA)]],
    ['a hold', [anUntoldGroup('odd', JIRA)]],
    ['a seat of the identity provider', [aSyncedGroup('synced', JIRA)]],
  ])('%s', (_, groups) => {
    expect(seatIn({ groups }).consented).toBeNull();
  });
});
