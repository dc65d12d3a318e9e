import { describe, expect, it } from 'vitest';
import { allowedDecisions, needsApproval, recommendedDecision } from '../../../../src/domain/review/decision';

const REMOVABLE = ['exception', 'keep', 'not-mine', 'remove', 'route-out'];

describe('A line allows', () => {
  it.each([
    ['cleanup', REMOVABLE],
    ['split', REMOVABLE],
    ['route-out', ['exception', 'keep', 'not-mine', 'route-out']],
    ['hold', ['exception', 'keep', 'not-mine', 'route-out', 'wait']],
    ['keep', []],
    ['protected', []],
  ] as const)('with the verdict %s: %j', (verdict, allowed) => {
    expect(allowedDecisions(verdict, false).sort()).toEqual(allowed);
  });

  it('to remove a route-out once its owners consented', () => {
    expect(allowedDecisions('route-out', true).sort()).toEqual(REMOVABLE);
  });

  it('never to remove a hold, whatever anybody consented to', () => {
    expect(allowedDecisions('hold', true)).not.toContain('remove');
  });
});

describe('The recommendation is', () => {
  it.each([
    ['remove', 'cleanup', false],
    ['remove', 'split', false],
    ['route-out', 'route-out', false],
    ['remove', 'route-out', true],
    ['wait', 'hold', false],
  ] as const)('%s for %s (consented: %s)', (decision, verdict, consented) => {
    expect(recommendedDecision(verdict, consented)).toBe(decision);
  });

  it.each(['cleanup', 'split', 'route-out', 'hold'] as const)('among what %s allows', (verdict) => {
    expect(allowedDecisions(verdict, false)).toContain(recommendedDecision(verdict, false));
  });
});

it('needs an approval for removals and exceptions only', () => {
  const kinds = ['remove', 'keep', 'exception', 'route-out', 'not-mine', 'wait'] as const;
  expect(kinds.filter(needsApproval)).toEqual(['remove', 'exception']);
});
