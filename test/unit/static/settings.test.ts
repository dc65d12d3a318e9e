import { describe, expect, it } from 'vitest';
import { keyErrors, keyPayload } from '../../../static/admin/view-models/key-form';
import { changeOwner, ownersForm, ownersPayload } from '../../../static/admin/view-models/owners-form';
import { policyErrors, policyForm, policyPayload } from '../../../static/admin/view-models/policy-form';
import { reviewErrors, reviewForm, reviewPayload } from '../../../static/admin/view-models/review-form';
import {
  abilitiesInWords,
  abilityRows,
  keyFacts,
  keyWarning,
} from '../../../static/admin/view-models/settings';
import { pickerDayAfter } from '../../../static/admin/view-models/dates';
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

  it('says what is no project and no issue type of notices', () => {
    const form = { ...reviewForm(theSettings()), notice: { project: 'no key', issueType: '' } };
    expect(Object.keys(reviewErrors(form))).toEqual(['noticeProject', 'noticeIssueType']);
  });

  it('names no project where none is entered', () => {
    expect(reviewPayload(reviewForm(theSettings()))?.notice).toEqual({ project: null, issueType: 'Task' });
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
      'Date not told',
    ]);
  });
});

describe('the expiry of the key', () => {
  const warningAfter = (days: number) =>
    keyWarning(
      { ...theSettings().orgKey, present: true, expiresAt: `${pickerDayAfter(NOW, days)}T23:59:59.000Z` },
      NOW,
    )?.title;

  it('is warned of from 30 days before', () => {
    expect([warningAfter(31), warningAfter(30), warningAfter(1), warningAfter(0)]).toEqual([
      undefined,
      'The key expires in 30 days',
      'The key expires in 1 day',
      'The key expires today',
    ]);
  });

  it('is told once it has passed', () => {
    expect(warningAfter(-1)).toMatch(/^The key expired on/);
  });

  it('is not warned of where nobody told it', () => {
    expect(keyWarning({ ...theSettings().orgKey, present: true }, NOW)).toBeNull();
  });
});

describe('the abilities of the key', () => {
  const ability = (name: string, works: boolean | null, note = '') => ({
    ability: name,
    works,
    without: `without ${name}`,
    note,
  });
  const orgKey = {
    ...theSettings().orgKey,
    present: true,
    abilities: [ability('a', true), ability('b', false, 'refused'), ability('c', null, 'no answer')],
  };

  it('work, are missing, or are not known', () => {
    expect(abilityRows(orgKey).map(({ label, note }) => [label, note])).toEqual([
      ['Works', ''],
      ['Missing', 'refused'],
      ['Not known', 'no answer'],
      ['Unproven', ''],
    ]);
  });

  it('count only where they work', () => {
    expect(abilitiesInWords(orgKey)).toBe('1 of 3 abilities work');
  });

  it('are what a key would add where there is none', () => {
    const none = { ...orgKey, present: false };
    expect(abilityRows(none)[0]).toMatchObject({ label: 'No key', without: 'without a' });
    expect(abilitiesInWords(none)).toBe('A key would add 3 abilities');
  });

  it('include removing only once a removal was verified', () => {
    const removal = { title: 'Review of November 2026', at: '2026-11-05T09:00:00.000Z' };
    expect(abilityRows({ ...orgKey, removal }).at(-1)).toMatchObject({
      label: 'Proven',
      without: expect.stringMatching(/Verified in “Review of November 2026” on 5 Nov 2026/) as string,
    });
  });
});
