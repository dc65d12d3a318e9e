import { describe, expect, it } from 'vitest';
import { known } from '../../../src/domain/signal';
import { planFor } from '../../../src/usecases/plan-removals';
import { aDefaultGroup, aLocalGroup } from '../../builders/a-group';
import { aReview } from '../../builders/a-review';
import { aReading, seatsIn, type World } from '../../builders/a-world';
import { daysAgo } from '../../builders/times';

const JIRA = 'jira-software';
const IDEAS = 'jira-product-discovery';

/** The plan once every removable seat of the world's account is approved for removal. */
function planOf(world: World, confirmed: readonly string[] = []) {
  const { account, header } = aReading(world);
  const seats = seatsIn(world).filter(({ removalSet }) => removalSet.length > 0);
  const lines = seats.map((_, index) => index + 1);
  const { cycle } = aReview({ seats }).decide(lines, 'remove').approve(lines);
  const confirmedGroups = confirmed.map((id) => ({ id, name: id, by: 'olga', at: daysAgo(0) }));
  return planFor(cycle, { header, accounts: [account] }, { confirmedGroups }, daysAgo(0));
}

describe('The plan of a snapshot', () => {
  it('leaves a person out whose removals together would end a product that is in use, and names it', () => {
    const groups = [aLocalGroup('first', JIRA, IDEAS), aLocalGroup('second', 'confluence', IDEAS)];
    const plan = planOf({ groups, account: { lastActive: known({ [IDEAS]: daysAgo(1) }) } });
    const why = 'together these removals would also end Jira Product Discovery, which nobody approved';
    expect(plan).toMatchObject({
      people: [],
      skips: [
        { line: 1, why },
        { line: 2, why },
      ],
    });
  });

  it('holds a person whose removals end together what each was shown to end', () => {
    const { people } = planOf({ groups: [aLocalGroup('both', JIRA, 'confluence')] });
    expect(people).toMatchObject([{ lines: [1, 2], ends: ['confluence', JIRA] }]);
  });

  it('names the groups that somebody must confirm as not synced, until somebody did', () => {
    const world = { groups: [aDefaultGroup('users', JIRA)] };
    expect([planOf(world).toConfirm, planOf(world, ['users']).toConfirm]).toEqual([['users'], []]);
  });
});
