import { describe, expect, it } from 'vitest';
import {
  delegateApproval,
  delegationsInForce,
  delegatorsOf,
  endDelegation,
  foldDelegation,
  type Delegation,
} from '../../../src/domain/delegation';
import { daysAhead, TAKEN_AT } from '../../builders/times';

const APPROVERS = ['paul', 'petra'];
const until = daysAhead(14);

/** Paul delegated to Dora. */
const given = foldDelegation(
  [],
  { kind: 'approval-delegated', delegationId: 'd-1', to: 'dora', until, reason: 'on leave' },
  { by: 'paul', at: TAKEN_AT },
);

function refusal(change: { by?: string; to?: string; until?: string; delegations?: readonly Delegation[] }) {
  const { by = 'paul', to = 'dora', delegations = [] } = change;
  const ruling = delegateApproval(
    { delegations, approvers: APPROVERS },
    { delegationId: 'd-2', to, until: change.until ?? until, reason: 'on leave' },
    { by, at: TAKEN_AT },
  );
  return ruling.ok ? null : ruling.message;
}

const placesOf = (delegations: readonly Delegation[], now = TAKEN_AT, approvers = APPROVERS): string[] =>
  delegatorsOf({ delegations, approvers }, 'dora', now);

describe('A delegation', () => {
  it('lets somebody approve in an approver’s place', () => {
    expect(placesOf(given)).toEqual(['paul']);
  });

  it('is for that person alone', () => {
    expect(delegatorsOf({ delegations: given, approvers: APPROVERS }, 'dan', TAKEN_AT)).toEqual([]);
  });

  it('ends at its moment by itself', () => {
    expect(placesOf(given, new Date(Date.parse(until) - 1).toISOString())).toEqual(['paul']);
    expect(placesOf(given, until)).toEqual([]);
  });

  it('lapses when whoever gave it is no longer on the list', () => {
    expect(placesOf(given, TAKEN_AT, ['petra'])).toEqual([]);
  });

  it('ends when either of the two says so', () => {
    for (const by of ['paul', 'dora']) {
      const deed = { by, at: TAKEN_AT };
      const command = { delegationId: 'd-1', reason: 'back' };
      const ruling = endDelegation({ delegations: given, approvers: APPROVERS }, command, deed);
      expect(ruling.ok && placesOf(foldDelegation(given, ruling.event, deed))).toEqual([]);
    }
  });

  it('is ended by nobody else', () => {
    expect(
      endDelegation(
        { delegations: given, approvers: APPROVERS },
        { delegationId: 'd-1', reason: 'no' },
        { by: 'petra', at: TAKEN_AT },
      ),
    ).toMatchObject({ ok: false, code: 'access.denied' });
  });

  it('ends once', () => {
    const ended = foldDelegation(
      given,
      { kind: 'delegation-ended', delegationId: 'd-1', reason: 'back' },
      { by: 'paul', at: TAKEN_AT },
    );
    expect(delegationsInForce({ delegations: ended, approvers: APPROVERS }, TAKEN_AT)).toEqual([]);
    expect(
      endDelegation(
        { delegations: ended, approvers: APPROVERS },
        { delegationId: 'd-1', reason: 'back' },
        { by: 'paul', at: TAKEN_AT },
      ),
    ).toMatchObject({ ok: false, code: 'approval.not-allowed' });
  });
});

describe('Delegating', () => {
  it('is for people on the approvers’ list', () => {
    expect(refusal({})).toBeNull();
    expect(refusal({ by: 'rita' })).toContain('Only people on the approvers’ list');
  });

  it('hands on nothing that was delegated', () => {
    expect(refusal({ by: 'dora', to: 'dan', delegations: given })).toContain('Only people on');
  });

  it('is to somebody else, who is no approver', () => {
    expect(refusal({ to: 'paul' })).toContain('Choose somebody else');
    expect(refusal({ to: 'petra' })).toContain('approves already');
  });

  it.each([TAKEN_AT, daysAhead(91)])('is until a day to come, 90 days ahead at most: not %s', (day) => {
    expect(refusal({ until: day })).toContain('at most 90 days ahead');
    expect(refusal({ until: daysAhead(90) })).toBeNull();
  });

  it('is to one person at a time', () => {
    expect(refusal({ to: 'dan', delegations: given })).toContain('end that delegation first');
  });
});
