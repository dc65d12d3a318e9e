import { describe, expect, it } from 'vitest';
import { policyWith } from '../../../static/admin/view-models/policy-form';
import {
  answeredInWords,
  domainInWords,
  isAnswered,
  isSamePeople,
  toDomain,
  withDomain,
  withoutDomain,
} from '../../../static/admin/view-models/setup-questions';
import { theSettings } from './builders';

const PARTNER = { domain: 'partner.example', product: 'jira-software' };

describe('a domain', () => {
  it.each(['partner.example', ' @Partner.Example ', 'PARTNER.EXAMPLE'])('is read from %j', (text) => {
    expect(toDomain(text)).toBe('partner.example');
  });

  it.each(['', 'partner', 'ana@partner.example', 'partner example', '.example'])(
    'is not read from %j',
    (text) => {
      expect(toDomain(text)).toBeNull();
    },
  );

  it('stands once for each product', () => {
    const wiki = { ...PARTNER, product: 'confluence' };
    expect(withDomain([PARTNER, wiki], PARTNER)).toEqual([wiki, PARTNER]);
  });

  it('is taken out by domain and product', () => {
    const wiki = { ...PARTNER, product: 'confluence' };
    expect(withoutDomain([PARTNER, wiki], { ...PARTNER })).toEqual([wiki]);
  });

  it('is told with the product that its people get', () => {
    expect(domainInWords(PARTNER)).toBe('partner.example gets Jira');
  });
});

describe('the questions', () => {
  const { policy } = theSettings();

  it('are open at first', () => {
    expect(answeredInWords(theSettings())).toBe(
      'On-call not answered yet, approved domains not answered yet',
    );
  });

  it('are answered once nobody has to be asked any more, also by no domain at all', () => {
    expect(isAnswered(theSettings({ approvedDomains: [] }))).toBe(false);
    expect(isAnswered(theSettings({ approvedDomains: [], policy: { ...policy, jsmOnCall: 'yes' } }))).toBe(
      true,
    );
  });

  it('are tried with one answer changed and the rest as it is saved', () => {
    expect(policyWith(theSettings(), { unmanaged: 'local' })).toEqual({ ...policy, unmanaged: 'local' });
  });
});

it('People are the same in whatever order', () => {
  expect([isSamePeople(['a', 'b'], ['b', 'a']), isSamePeople(['a'], ['b']), isSamePeople([], ['a'])]).toEqual(
    [true, false, false],
  );
});
