import { describe, expect, it } from 'vitest';
import { coveringExemption, exemptionMatches } from '../../../../src/domain/classification/exemption';
import type { Exemption } from '../../../../src/domain/policy';
import { aPolicy } from '../../../builders/a-header';
import { daysAgo, daysAhead, TAKEN_AT } from '../../../builders/times';

const ADA = { accountId: 'ada', name: 'Ada Lovelace', email: 'ada@Acme.Example', groupIds: ['board'] };

function exemption(match: Exemption['match'], rest: Partial<Exemption> = {}): Exemption {
  return { match, expires: daysAhead(30), reason: 'on leave', owner: 'olga', ...rest };
}

describe('An exemption is about a person by', () => {
  it.each<[string, Exemption['match'], boolean]>([
    ['their account', { account: 'ada' }, true],
    ['a group of theirs', { group: 'board' }, true],
    ['the domain of their e-mail, case aside', { emailDomain: 'acme.EXAMPLE' }, true],
    ['the domain with an @ before it', { emailDomain: '@acme.example' }, true],
    ['a pattern of their whole name, case aside', { namePattern: 'ada *' }, true],
    ['a pattern with one open letter', { namePattern: 'Ad? Lovelace' }, true],
  ])('%s', (_, match, expected) => {
    expect(exemptionMatches(exemption(match), ADA)).toBe(expected);
  });
});

describe('An exemption is not about a person by', () => {
  it.each<[string, Exemption['match']]>([
    ['another account', { account: 'ad' }],
    ['a group of others', { group: 'boardroom' }],
    ['a parent domain', { emailDomain: 'example' }],
    ['a domain with an @ inside', { emailDomain: 'acme@.example' }],
    ['a part of their name', { namePattern: 'Ada' }],
    ['a full stop that is meant as such', { namePattern: 'Ada.Lovelace' }],
    ['brackets that are meant as such', { namePattern: '[A]da Lovelace' }],
  ])('%s', (_, match) => {
    expect(exemptionMatches(exemption(match), ADA)).toBe(false);
  });

  it('a domain when no e-mail is told', () => {
    const person = { ...ADA, email: undefined };
    expect(exemptionMatches(exemption({ emailDomain: 'acme.example' }), person)).toBe(false);
  });

  it('a domain when their e-mail has none', () => {
    const person = { ...ADA, email: 'acme.example' };
    expect(exemptionMatches(exemption({ emailDomain: 'acme.example' }), person)).toBe(false);
  });
});

describe('An exemption covers a seat', () => {
  const covering = (rest: Partial<Exemption>, product = 'jira-software') =>
    coveringExemption(
      { exemptions: [0] },
      product,
      aPolicy({ exemptions: [exemption({ account: 'ada' }, rest)] }),
      Date.parse(TAKEN_AT),
    );

  it.each<[string, Partial<Exemption>, number | null]>([
    ['until a second before it expires', { expires: daysAgo(0, -1) }, 0],
    ['no more at the second in which it expires', { expires: TAKEN_AT }, null],
    ['no more after it expired', { expires: daysAgo(1) }, null],
    ['never when nobody can read when it expires', { expires: 'next spring' }, null],
    ['of any product when it names none', {}, 0],
    ['of the product that it names', { product: 'jira-software' }, 0],
    ['of no other product than it names', { product: 'confluence' }, null],
  ])('%s', (_, rest, expected) => {
    expect(covering(rest)).toBe(expected);
  });

  it('only when it is about the account', () => {
    const policy = aPolicy({ exemptions: [exemption({ account: 'ada' })] });
    expect(coveringExemption({ exemptions: [] }, 'confluence', policy, Date.parse(TAKEN_AT))).toBeNull();
  });

  it('never when the policy has it no more', () => {
    expect(coveringExemption({ exemptions: [0] }, 'confluence', aPolicy(), Date.parse(TAKEN_AT))).toBeNull();
  });

  it('by the first one that has not expired', () => {
    const ended = exemption({ account: 'ada' }, { expires: daysAgo(1) });
    const policy = aPolicy({ exemptions: [ended, exemption({ account: 'ada' })] });
    expect(coveringExemption({ exemptions: [0, 1] }, 'confluence', policy, Date.parse(TAKEN_AT))).toBe(1);
  });
});
