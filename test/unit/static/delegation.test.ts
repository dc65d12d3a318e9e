import { describe, expect, it } from 'vitest';
import {
  approvesLines,
  delegationErrors,
  delegationPayload,
  emptyDelegation,
} from '../../../static/admin/view-models/delegation';
import { COLLEAGUE, ME, NO_ROLES } from './builders';

const FILLED = { to: COLLEAGUE, until: '2026-11-20', reason: 'on leave' };

describe('a delegation that is written', () => {
  it('names what is missing', () => {
    expect(delegationErrors(emptyDelegation(), ME)).toEqual({
      to: 'Choose a person.',
      until: 'Choose a day.',
      reason: 'Write a reason.',
    });
    expect(delegationPayload(emptyDelegation(), ME)).toBeNull();
  });

  it('is to somebody else', () => {
    expect(delegationErrors({ ...FILLED, to: ME }, ME)).toEqual({ to: 'Choose somebody else.' });
  });

  it('lasts through its day', () => {
    expect(delegationPayload(FILLED, ME)).toEqual({
      to: COLLEAGUE,
      until: '2026-11-20T23:59:59.000Z',
      reason: 'on leave',
    });
  });
});

describe('whoever approves lines', () => {
  it('is an approver, or stands in for one', () => {
    expect(approvesLines({ ...NO_ROLES, approver: true })).toBe(true);
    expect(approvesLines({ ...NO_ROLES, delegators: [COLLEAGUE] })).toBe(true);
    expect(approvesLines(NO_ROLES)).toBe(false);
  });
});
