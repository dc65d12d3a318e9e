import { describe, expect, it } from 'vitest';
import { mayOpen, missingRight, pagesOf, startPage } from '../../../static/admin/view-models/pages';
import { aSession, NO_ROLES } from './builders';

const ALL = aSession().roles;

describe('the global page', () => {
  it('shows everybody their own seats and nothing else', () => {
    expect(pagesOf('seattrace-global', NO_ROLES)).toEqual(['my-seats']);
  });

  it('adds Approvals for approvers', () => {
    expect(pagesOf('seattrace-global', { ...NO_ROLES, approver: true })).toEqual(['approvals', 'my-seats']);
  });

  it('adds Evidence for auditors and for who signs off', () => {
    expect(pagesOf('seattrace-global', { ...NO_ROLES, auditor: true })).toEqual(['evidence', 'my-seats']);
    expect(pagesOf('seattrace-global', { ...NO_ROLES, signOff: true })).toEqual(['evidence', 'my-seats']);
  });

  it('shows reviewers everything', () => {
    expect(pagesOf('seattrace-global', ALL)).toHaveLength(10);
  });
});

describe('the other modules', () => {
  it('show every page, so that a missing right is explained', () => {
    expect(pagesOf('seattrace-admin', NO_ROLES)).toHaveLength(10);
  });

  it('open on their own page', () => {
    expect(startPage('seattrace-admin', ALL)).toBe('overview');
    expect(startPage('seattrace-configure', ALL)).toBe('settings');
    expect(startPage('seattrace-get-started', ALL)).toBe('get-started');
  });
});

describe('opening a page', () => {
  it('never needs a right for one’s own seats', () => {
    expect(mayOpen('my-seats', NO_ROLES)).toBe(true);
  });

  it('needs a reader for seats, and an approver or reviewer for approvals', () => {
    expect(mayOpen('seats', { ...NO_ROLES, auditor: true })).toBe(true);
    expect(mayOpen('approvals', { ...NO_ROLES, auditor: true })).toBe(false);
  });

  it('says who can give the missing right', () => {
    expect(missingRight('evidence').giver).toContain('Jira administrator');
  });
});
