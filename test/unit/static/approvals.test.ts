import { describe, expect, it } from 'vitest';
import {
  approvableOf,
  approvalGroups,
  approvalSummary,
  approvePayload,
  missingMates,
  presentOf,
  previewOf,
  withBundles,
} from '../../../static/admin/view-models/approvals';
import { aDecision, aLine, aSession, COLLEAGUE, ME, NO_ROLES } from './builders';

const decided = (line: number, change: Parameters<typeof aLine>[0] = {}) => {
  const decision = change.decision ?? aDecision();
  return aLine({ line, state: 'decided', decision, deciders: [decision.by], ...change });
};

describe('what waits for approval', () => {
  it('is grouped by decision, verdict and product', () => {
    const lines = [
      decided(1),
      decided(2),
      decided(3, { product: 'confluence', productName: 'Confluence' }),
      decided(4, { decision: aDecision({ decision: 'exception' }) }),
    ];
    expect(
      approvalGroups(lines, aSession(), 'two-person').map(({ title, count }) => `${title}: ${count}`),
    ).toEqual([
      'Remove · Local cleanup · Jira: 2 lines',
      'Remove · Local cleanup · Confluence: 1 line',
      'Exception · Local cleanup · Jira: 1 line',
    ]);
  });

  it('may not be approved in the place of who decided it', () => {
    const session = aSession({ roles: { ...NO_ROLES, delegators: [COLLEAGUE] } });
    const [group] = approvalGroups(
      [decided(1, { decision: aDecision({ by: COLLEAGUE }) })],
      session,
      'two-person',
    );
    expect(group?.approvable).toEqual([]);
    expect(group?.lines[0]?.obstacle).toContain('in place of whoever decided this line');
  });

  it('may not be approved by who decided it', () => {
    const [group] = approvalGroups(
      [decided(1, { decision: aDecision({ by: ME }) })],
      aSession(),
      'two-person',
    );
    expect(group?.approvable).toEqual([]);
    expect(group?.lines[0]?.obstacle).toBe('You decided this line: somebody else approves it.');
  });

  it('may not be approved by whose seat it is, but where nobody else is left', () => {
    const [group] = approvalGroups([decided(1, { accountId: ME })], aSession(), 'two-person');
    expect(group?.lines[0]).toMatchObject({
      obstacle: 'This is your own seat: somebody else approves it.',
      overridable: 'approver-is-account',
    });
  });

  it('may not be approved by who decided it before somebody else did', () => {
    const again = decided(1, { deciders: [ME, COLLEAGUE] });
    expect(approvalGroups([again], aSession(), 'two-person')[0]?.approvable).toEqual([]);
  });

  it('may not be approved by whoever owns the exception', () => {
    const owned = decided(1, { decision: aDecision({ decision: 'exception', owner: ME }) });
    expect(approvalGroups([owned], aSession(), 'two-person')[0]?.lines[0]).toMatchObject({
      obstacle: 'You own this exception: somebody else approves it.',
      overridable: null,
    });
  });

  it('may be overridden by a lone decider, but never under three persons', () => {
    const line = decided(1, { decision: aDecision({ by: ME }) });
    expect(approvalGroups([line], aSession(), 'two-person')[0]?.lines[0]?.overridable).toBe(
      'decider-is-approver',
    );
    expect(approvalGroups([line], aSession(), 'three-person')[0]?.lines[0]?.overridable).toBeNull();
    expect(
      approvalGroups([line], aSession({ roles: NO_ROLES }), 'two-person')[0]?.lines[0]?.overridable,
    ).toBeNull();
  });
});

describe('a choice of lines', () => {
  it('approves only what this person may approve', () => {
    const lines = [decided(1), decided(2, { decision: aDecision({ by: ME }) })];
    const groups = approvalGroups(lines, aSession(), 'two-person');
    expect(approvableOf(groups, new Set([1, 2]))).toEqual([1]);
  });

  it('forgets lines that no longer wait', () => {
    expect([...presentOf(new Set([1, 5]), [decided(1)])]).toEqual([1]);
  });

  it('is summed up as lines, people and removals', () => {
    expect(approvalSummary([decided(1), decided(2), decided(3, { accountId: COLLEAGUE })])).toBe(
      '3 lines of 2 people, 3 removals',
    );
  });
});

describe('lines of a bundle', () => {
  const lines = [decided(1, { bundle: [1, 2] }), decided(2, { bundle: [1, 2] }), decided(3)];

  it('are chosen together', () => {
    expect(withBundles([1], lines)).toEqual([1, 2]);
  });

  it('that no longer wait are not chosen again', () => {
    expect(withBundles([1], lines.slice(0, 1))).toEqual([1]);
  });

  it('that are approved without each other would be left out of the plan', () => {
    expect(missingMates(lines.slice(0, 1), lines)).toContain('1 line of these share a group');
    expect(missingMates(lines, lines)).toBe('');
  });

  it('are not missed once they are approved', () => {
    expect(missingMates(lines.slice(0, 1), lines.slice(0, 1))).toBe('');
  });
});

describe('the preview of an approval', () => {
  it('says which groups are left', () => {
    expect(previewOf(decided(1))).toBe('Leaves legacy-contractors.');
  });

  it('says that nothing is removed where nothing is', () => {
    expect(previewOf(decided(1, { decision: aDecision({ decision: 'route-out' }) }))).toContain(
      'nothing is removed',
    );
  });
});

describe('the payload', () => {
  it('names the rule that is set aside only with a reason', () => {
    expect(approvePayload('c', [aLine({ sequence: 3 })])).toEqual({ cycleId: 'c', lines: [1], seen: 3 });
    expect(
      approvePayload('c', [aLine()], { rule: 'decider-is-approver', reason: 'nobody else' }),
    ).toHaveProperty('override', {
      rule: 'decider-is-approver',
      reason: 'nobody else',
    });
  });
});
