import { describe, expect, it } from 'vitest';

import { allSteps, selectSteps } from '../../../scripts/test-runner/steps';
import { lastLine, outcomeLine, total } from '../../../scripts/test-runner/summary';
import { aFolder } from './temporary-folder';

describe('the steps of npm test', () => {
  const steps = allSteps('.');

  it('come in a fixed order, end-to-end last', () => {
    expect(steps.map((step) => step.name)).toEqual([
      'types',
      'lint',
      'format',
      'guards',
      'unit',
      'cases',
      'integration',
      'e2e',
    ]);
  });

  it('can be narrowed by name without changing their order', () => {
    const selection = selectSteps(steps, ['unit', 'types']);
    expect('steps' in selection && selection.steps.map((step) => step.name)).toEqual(['types', 'unit']);
  });

  it('refuse a name that is none of theirs', () => {
    expect(selectSteps(steps, ['unit', 'units'])).toEqual({ unknown: 'units' });
  });

  it('check the types of the local page only where there is one', () => {
    const without = allSteps(aFolder({ 'tsconfig.json': '{}' }))[0];
    const withPage = allSteps(aFolder({ 'tsconfig.json': '{}', 'test/local/page/tsconfig.json': '{}' }))[0];
    expect([without?.commands.length, withPage?.commands.length]).toEqual([1, 2]);
  });
});

describe('the last line', () => {
  it('is the sum over all runners in a fixed form', () => {
    const sum = total([
      { passed: 1, failed: 0 },
      { passed: 40, failed: 2 },
    ]);
    expect(lastLine(sum)).toBe('41 passed, 2 failed');
  });

  it('is preceded by each step with its time and, where it broke, the reason', () => {
    const line = outcomeLine({ name: 'lint', seconds: 12.34, passed: 0, failed: 1, reason: 'took too long' });
    expect(line).toBe('FAIL lint          12.3 s  0 passed, 1 failed  (took too long)');
  });
});
