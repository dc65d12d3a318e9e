import { describe, expect, it } from 'vitest';

import { countReport } from '../../../scripts/test-runner/vitest-report';

function aReport(files: readonly { status?: string; tests: readonly string[] }[], success = true): string {
  return JSON.stringify({
    success,
    testResults: files.map(({ status = 'passed', tests }) => ({
      name: 'some.test.ts',
      status,
      assertionResults: tests.map((state) => ({ status: state })),
    })),
  });
}

describe('counting a report of vitest', () => {
  it('counts tests over all files', () => {
    const report = aReport([
      { tests: ['passed', 'passed'] },
      { status: 'failed', tests: ['failed', 'passed'] },
    ]);
    expect(countReport(report)).toEqual({ passed: 3, failed: 1 });
  });

  it.each(['skipped', 'pending', 'todo'])('counts a %s test as failed', (state) => {
    expect(countReport(aReport([{ tests: ['passed', state] }]))).toEqual({ passed: 1, failed: 1 });
  });

  it('counts a file that broke before its tests as one failed', () => {
    expect(countReport(aReport([{ status: 'failed', tests: [] }], false))).toEqual({ passed: 0, failed: 1 });
  });

  it('counts a file whose clean-up broke as one failed beside its passed tests', () => {
    expect(countReport(aReport([{ status: 'failed', tests: ['passed'] }], false))).toEqual({
      passed: 1,
      failed: 1,
    });
  });

  it('counts an error outside of all tests as one failed', () => {
    expect(countReport(aReport([{ tests: ['passed'] }], false))).toEqual({ passed: 1, failed: 1 });
  });

  it('refuses a text that is no report', () => {
    expect(() => countReport('{}')).toThrow();
  });
});
