import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { domainsAsked, type Assignment, type AssignmentRule } from '../../../../src/domain/review/assignment';
import { planAssignment } from '../../../../src/domain/review/plan-assignment';
import { progressByReviewer } from '../../../../src/domain/review/queue';
import { aReview } from '../../../builders/a-review';
import { aCleanup, aGroupPath, aHold } from '../../../builders/a-seat';
import type { Seat } from '../../../../src/domain/seat';

const CONFLUENCE: AssignmentRule = { match: { product: 'confluence' }, reviewer: 'cleo' };
const STAFF: AssignmentRule = { match: { groupId: 'staff' }, reviewer: 'gus' };
const PARTNER: AssignmentRule = { match: { emailDomain: 'partner.example' }, reviewer: 'pia' };

const factsOf = (seats: readonly Seat[]) => aReview({ seats }).cycle.lines.map(({ facts }) => facts);

/** The reviewer of each seat, in their order; undefined where no record speaks of it. */
function reviewersOf(
  seats: readonly Seat[],
  assignment: Partial<Assignment>,
  domains: ReadonlyMap<string, string> = new Map(),
): (string | null | undefined)[] {
  const facts = factsOf(seats);
  const planned = planAssignment(facts, { rules: [], fallbackReviewer: null, ...assignment }, domains);
  return facts.map(({ line }) => planned.find(({ lines }) => lines.includes(line))?.reviewer);
}

describe('A line goes to the reviewer', () => {
  it('of its product', () => {
    const seats = [aCleanup('ada', ['a'], { product: 'confluence' })];
    expect(reviewersOf(seats, { rules: [CONFLUENCE] })).toEqual(['cleo']);
  });

  it('of a group on any of its paths', () => {
    const paths = [aGroupPath('local', 'local'), aGroupPath('staff', 'default')];
    expect(reviewersOf([aHold('ada', { paths })], { rules: [STAFF] })).toEqual(['gus']);
  });

  it('of an e-mail domain that the scan matched', () => {
    const domains = new Map([['ada', 'partner.example']]);
    expect(reviewersOf([aCleanup('ada')], { rules: [PARTNER] }, domains)).toEqual(['pia']);
  });

  it('of the first rule that matches', () => {
    const seats = [aCleanup('ada', ['staff'], { product: 'confluence' })];
    expect(reviewersOf(seats, { rules: [STAFF, CONFLUENCE] })).toEqual(['gus']);
    expect(reviewersOf(seats, { rules: [CONFLUENCE, STAFF] })).toEqual(['cleo']);
  });

  it('of the next rule where the domain is not known', () => {
    expect(reviewersOf([aCleanup('ada', ['staff'])], { rules: [PARTNER, STAFF] })).toEqual(['gus']);
  });

  it('of the next rule where it is the account of the first one’s', () => {
    const rules = [{ ...STAFF, reviewer: 'ada' }, STAFF];
    expect(reviewersOf([aCleanup('ada', ['staff'])], { rules })).toEqual(['gus']);
  });

  it('who is the fallback where no rule matches', () => {
    expect(reviewersOf([aCleanup('ada')], { rules: [STAFF], fallbackReviewer: 'fay' })).toEqual(['fay']);
  });
});

describe('A line is nobody’s', () => {
  it('where no rule matches and there is no fallback reviewer', () => {
    expect(reviewersOf([aCleanup('ada')], { rules: [STAFF] })).toEqual([null]);
  });

  it('where it is the fallback reviewer’s own account', () => {
    expect(reviewersOf([aCleanup('fay')], { fallbackReviewer: 'fay' })).toEqual([null]);
  });

  it('and no record says so where Settings name nobody at all', () => {
    expect(
      planAssignment(factsOf([aCleanup('ada')]), { rules: [], fallbackReviewer: null }, new Map()),
    ).toEqual([]);
  });
});

it('A bundle goes to the reviewer of its first line', () => {
  const seats = [aCleanup('ada', ['staff']), aCleanup('ada', ['staff'], { product: 'confluence' })];
  const jira: AssignmentRule = { match: { product: 'jira-software' }, reviewer: 'jo' };
  expect(reviewersOf(seats, { rules: [CONFLUENCE, jira] })).toEqual(['jo', 'jo']);
});

it('The record of an assignment names the rule', () => {
  const planned = planAssignment(
    factsOf([aCleanup('ada', ['staff']), aCleanup('bob')]),
    { rules: [PARTNER, STAFF], fallbackReviewer: 'fay' },
    new Map(),
  );
  expect(planned).toEqual([
    { lines: [1], reviewer: 'gus', because: 'rule', note: 'Rule 2' },
    { lines: [2], reviewer: 'fay', because: 'fallback', note: 'No rule matches' },
  ]);
});

it('Each domain is asked for once', () => {
  expect(domainsAsked({ rules: [PARTNER, STAFF, PARTNER], fallbackReviewer: null })).toEqual([
    'partner.example',
  ]);
});

describe('Whatever the rules are', () => {
  const anyPerson = fc.constantFrom('ada', 'bob', 'cem', 'gus');
  const anyGroup = fc.constantFrom('a', 'b', 'c');
  const anyProduct = fc.constantFrom('jira-software', 'confluence', 'jira-servicedesk');
  const anyDomain = fc.constantFrom('partner.example', 'acme.example');
  const anySeats = fc
    .uniqueArray(fc.tuple(anyPerson, anyProduct, fc.uniqueArray(anyGroup, { minLength: 1 })), {
      minLength: 1,
      selector: ([person, product]) => `${person} ${product}`,
    })
    .map((all) => all.map(([person, product, groups]) => aCleanup(person, groups, { product })));
  const anyRules = fc.array(
    fc.record({
      match: fc.oneof(
        anyProduct.map((product) => ({ product })),
        anyGroup.map((groupId) => ({ groupId })),
        anyDomain.map((emailDomain) => ({ emailDomain })),
      ),
      reviewer: anyPerson,
    }),
  );
  const anyAssignment = fc.record({ rules: anyRules, fallbackReviewer: fc.option(anyPerson) });
  const anyDomains = fc.array(fc.tuple(anyPerson, anyDomain)).map((each) => new Map(each));
  const planning = (
    holds: (
      facts: ReturnType<typeof factsOf>,
      reviewers: (string | null | undefined)[],
      given: Assignment,
    ) => void,
  ): void =>
    fc.assert(
      fc.property(anySeats, anyAssignment, anyDomains, (seats, assignment, domains) =>
        holds(factsOf(seats), reviewersOf(seats, assignment, domains), assignment),
      ),
    );

  it('nobody gets their own account', () => {
    planning((facts, reviewers) => {
      for (const [index, { seat }] of facts.entries()) expect(reviewers[index]).not.toBe(seat.accountId);
    });
  });

  it('a bundle goes to one person', () => {
    planning((facts, reviewers) => {
      for (const [index, { bundle }] of facts.entries()) expect(reviewers[index]).toBe(reviewers[bundle - 1]);
    });
  });

  it('each line is spoken of once, or none is', () => {
    fc.assert(
      fc.property(anySeats, anyAssignment, (seats, assignment) => {
        const facts = factsOf(seats);
        const lines = planAssignment(facts, assignment, new Map()).flatMap((each) => each.lines);
        const names = assignment.rules.length > 0 || assignment.fallbackReviewer !== null;
        expect([...lines].sort((a, b) => a - b)).toEqual(names ? facts.map(({ line }) => line) : []);
      }),
    );
  });

  it('rules behind the one that matched change nothing', () => {
    fc.assert(
      fc.property(anySeats, anyRules, anyRules, (seats, rules, more) => {
        const before = reviewersOf(seats, { rules, fallbackReviewer: null });
        const after = reviewersOf(seats, { rules: [...rules, ...more], fallbackReviewer: null });
        for (const [index, reviewer] of before.entries())
          if (typeof reviewer === 'string') expect(after[index]).toBe(reviewer);
      }),
    );
  });
});

describe('Progress by reviewer', () => {
  const rules = { assignment: { rules: [STAFF], fallbackReviewer: null } };

  it('counts what is assigned, decided and open, with nobody’s lines last', () => {
    const seats = [aCleanup('ada', ['staff']), aCleanup('bob', ['staff']), aCleanup('cem')];
    expect(progressByReviewer(aReview({ seats, rules }).decide([1], 'keep').cycle)).toEqual([
      { reviewer: 'gus', assigned: 2, decided: 1, open: 1 },
      { reviewer: null, assigned: 1, decided: 0, open: 1 },
    ]);
  });

  it('is empty where nothing was ever assigned', () => {
    expect(progressByReviewer(aReview({ seats: [aCleanup('ada')] }).cycle)).toEqual([]);
  });
});
