import { describe, expect, it } from 'vitest';
import { keyErrors, keyPayload } from '../../../static/admin/view-models/key-form';
import { changeOwner, ownersForm, ownersPayload } from '../../../static/admin/view-models/owners-form';
import { policyErrors, policyForm, policyPayload } from '../../../static/admin/view-models/policy-form';
import { reviewErrors, reviewForm, reviewPayload } from '../../../static/admin/view-models/review-form';
import { keyFacts } from '../../../static/admin/view-models/settings';
import { NOW, theSettings } from './builders';

describe('the policy form', () => {
  it('gives back what it was filled with', () => {
    const settings = theSettings();
    expect(policyPayload(policyForm(settings), settings)).toEqual(settings.policy);
  });

  it.each(['', '0', '1.5', '-3', 'many', '1001'])('refuses %j as a number of days', (thresholdDays) => {
    const form = { ...policyForm(theSettings()), thresholdDays };
    expect(policyErrors(form).thresholdDays).toBeDefined();
    expect(policyPayload(form, theSettings())).toBeNull();
  });

  it('takes each word once, in lower case', () => {
    const form = { ...policyForm(theSettings()), words: 'Bot svc,\nbot' };
    expect(policyPayload(form, theSettings())?.words).toEqual(['bot', 'svc']);
  });

  it('leaves the answers to the set-up questions as they are saved', () => {
    const settings = theSettings({ policy: { ...theSettings().policy, technical: ['a'], jsmOnCall: 'no' } });
    expect(policyPayload(policyForm(theSettings()), settings)).toEqual(settings.policy);
  });
});

describe('the review form', () => {
  it('gives back what it was filled with', () => {
    expect(reviewPayload(reviewForm(theSettings()))).toEqual(theSettings().review);
  });

  it('names each number that is out of bounds', () => {
    const form = { ...reviewForm(theSettings()), dueDays: '91', peoplePerRun: '0' };
    expect(Object.keys(reviewErrors(form))).toEqual(['dueDays', 'peoplePerRun']);
    expect(reviewPayload(form)).toBeNull();
  });
});

describe('the owners register', () => {
  it('has a place for each of the eight classes', () => {
    expect(ownersForm(theSettings()).owners).toHaveLength(8);
  });

  it('stores only classes that have a contact', () => {
    const form = changeOwner(ownersForm(theSettings()), 'team', { contact: ' Team leads ' });
    expect(ownersPayload(form)).toEqual({
      owners: [{ class: 'team', contact: 'Team leads', accountId: null }],
      fallback: '',
    });
  });
});

describe('the organization key', () => {
  it('is refused when it is cut off or expired already', () => {
    expect(keyErrors({ key: 'short', createdBy: '', expires: '2020-01-01' }, NOW)).toEqual({
      key: 'Paste the whole key.',
      expires: 'This key has expired: create a new one.',
    });
  });

  it('is sent without the spaces around it', () => {
    expect(keyPayload({ key: ' ATCTT3x-example ', createdBy: '', expires: '' })).toEqual({
      key: 'ATCTT3x-example',
    });
  });

  it('shows what was not told as not told', () => {
    const orgKey = { ...theSettings().orgKey, present: true };
    expect(keyFacts(orgKey, NOW).map(({ value }) => value)).toEqual([
      'Name not told',
      'Not told',
      'Date not told',
      'Date not told',
    ]);
  });
});
