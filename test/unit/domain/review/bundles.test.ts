import { describe, expect, it } from 'vitest';
import { bundleSeats } from '../../../../src/domain/review/bundles';
import { aCleanup, aGroupPath, aHold, aRouteOut, aSeat, aSyncedSeat } from '../../../builders/a-seat';

const jira = (account: string, ...groups: string[]) => aCleanup(account, groups);
const wiki = (account: string, ...groups: string[]) => aCleanup(account, groups, { product: 'confluence' });
const desk = (account: string, ...groups: string[]) =>
  aCleanup(account, groups, { product: 'jira-servicedesk' });

describe('Lines are in one bundle when', () => {
  it('one account would leave the same group for both', () => {
    expect(bundleSeats([jira('ada', 'a'), wiki('ada', 'a')])).toEqual([0, 0]);
  });

  it('one line would leave a group that only holds the other', () => {
    const hold = aHold('ada', { product: 'confluence', paths: [aGroupPath('a', 'local')] });
    expect(bundleSeats([hold, jira('ada', 'a')])).toEqual([0, 0]);
  });

  it('a third line shares a group with each of them', () => {
    expect(bundleSeats([jira('ada', 'a'), wiki('ada', 'b'), desk('ada', 'a', 'b')])).toEqual([0, 0, 0]);
  });

  it('a route-out would leave the group once its owners consented', () => {
    const technical = aRouteOut('svc', ['technical'], { paths: [aGroupPath('a', 'local')] });
    expect(bundleSeats([technical, wiki('svc', 'a')])).toEqual([0, 0]);
  });
});

describe('Lines stand alone when', () => {
  it('their accounts differ', () => {
    expect(bundleSeats([jira('ada', 'a'), jira('bob', 'a')])).toEqual([0, 1]);
  });

  it('their groups differ', () => {
    expect(bundleSeats([jira('ada', 'a'), wiki('ada', 'b')])).toEqual([0, 1]);
  });

  it('they share a group that neither would leave', () => {
    expect(bundleSeats([aSyncedSeat('ada'), aSyncedSeat('ada', { product: 'confluence' })])).toEqual([0, 1]);
  });

  it('a role sits on the account for both', () => {
    const paths = [{ ...aGroupPath('x', 'local'), source: 'direct' as const, via: 'direct' as const }];
    const seat = aSeat('ada', { reason: 'owner-decision', paths });
    expect(bundleSeats([seat, { ...seat, product: 'confluence' }])).toEqual([0, 1]);
  });
});

it('calls a bundle after its first line, wherever the lines stand', () => {
  const seats = [jira('zoe', 'z'), desk('ada', 'b'), jira('ada', 'a'), wiki('ada', 'a', 'b')];
  expect(bundleSeats(seats)).toEqual([0, 1, 1, 1]);
});
