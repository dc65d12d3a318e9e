import { describe, expect, it } from 'vitest';
import { indexOrganization } from '../../../../src/domain/classification/organization-index';
import { approvedToEnd, unapprovedEnds } from '../../../../src/domain/plan/ends-together';
import { known } from '../../../../src/domain/signal';
import { aGrant, aGroup, aLocalGroup, aSyncedGroup } from '../../../builders/a-group';
import { aReview } from '../../../builders/a-review';
import { aCleanup, aRouteOut } from '../../../builders/a-seat';
import { aReading, seatsIn, type World } from '../../../builders/a-world';
import { daysAgo } from '../../../builders/times';

const JIRA = 'jira-software';
const IDEAS = 'jira-product-discovery';
const lastActive = known({ [IDEAS]: daysAgo(1) });

/** What nobody approved and yet ends, when every removable seat of the world's account is removed. */
function together(world: World): string[] {
  const { account, header } = aReading(world);
  const removable = seatsIn(world).filter(({ removalSet }) => removalSet.length > 0);
  return unapprovedEnds(account, aReview({ seats: removable }).cycle.lines, indexOrganization(header));
}

describe('Removals of one person together end', () => {
  const first = aLocalGroup('first', JIRA, IDEAS);
  const second = aLocalGroup('second', 'confluence', IDEAS);

  it('a product in use that each of them alone leaves standing', () => {
    expect(together({ groups: [first, second], account: { lastActive } })).toEqual([IDEAS]);
  });

  it('a product of another site that each of them alone leaves standing', () => {
    const elsewhere = [{ resource: 'ari:cloud:compass::site/other', role: 'user' }];
    const groups = [aLocalGroup('a', JIRA), aLocalGroup('b', 'confluence')].map((group) => ({
      ...group,
      elsewhere,
    }));
    expect(together({ groups })).toEqual(['ari:cloud:compass::site/other']);
  });

  it('a lesser role that each of them alone leaves standing', () => {
    const guest = aGrant(IDEAS, 'guest');
    const groups = [
      aGroup('a', { grants: [aGrant(JIRA), guest] }),
      aGroup('b', { grants: [aGrant('confluence'), guest] }),
    ];
    expect(together({ groups })).toEqual([IDEAS]);
  });

  it('nothing more when a third group keeps the product', () => {
    const groups = [first, second, aSyncedGroup('third', IDEAS)];
    expect(together({ groups, account: { lastActive } })).toEqual([]);
  });

  it('nothing more when each of them was shown to end it', () => {
    expect(together({ groups: [aLocalGroup('both', JIRA, 'confluence')] })).toEqual([]);
  });

  it('nothing more when there is only one of them', () => {
    const world = { groups: [first, aSyncedGroup('second', IDEAS)], account: { lastActive } };
    expect(together(world)).toEqual([]);
  });
});

describe('Approvals let end', () => {
  const ends = (product: string) => [{ product, activity: 'stale' as const, live: false }];

  it('the product of each line and what each was shown to end besides', () => {
    const seats = [
      aCleanup('ada', ['a'], { elseEnds: ends('compass') }),
      aCleanup('ada', ['b'], { product: 'confluence' }),
    ];
    expect([...approvedToEnd(aReview({ seats }).cycle.lines)]).toEqual([JIRA, 'compass', 'confluence']);
  });

  it('what owners were shown, on a line that they consented to', () => {
    const seat = aRouteOut('svc', ['technical'], { consentedEnds: ends('compass') });
    expect([...approvedToEnd(aReview({ seats: [seat] }).cycle.lines)]).toEqual([JIRA, 'compass']);
  });
});
