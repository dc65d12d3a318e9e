import { describe, expect, it } from 'vitest';

import type { Ending } from '../../../scripts/test-runner/run-process';
import { runNode } from '../../../scripts/test-runner/run-process';
import { judgeStep } from '../../../scripts/test-runner/run-step';
import type { Step } from '../../../scripts/test-runner/step';

const single: Step = { name: 'lint', limitSeconds: 1, commands: [], counts: 'one' };
const many: Step = { ...single, name: 'unit', counts: 'vitest' };
const well: Ending = { kind: 'exit', code: 0 };
const badly: Ending = { kind: 'exit', code: 1 };

function aReport(...statuses: string[]): string {
  return JSON.stringify({
    success: true,
    testResults: [{ name: 'a', status: 'passed', assertionResults: statuses.map((status) => ({ status })) }],
  });
}

describe('what a step counts for', () => {
  it('is one passed when all commands of a single test end well', () => {
    expect(judgeStep(single, [well, well], null)).toEqual({ passed: 1, failed: 0, reason: null });
  });

  it('is one failed when any command of a single test fails', () => {
    expect(judgeStep(single, [well, badly, well], null)).toEqual({
      passed: 0,
      failed: 1,
      reason: 'ended with code 1',
    });
  });

  it('is what vitest reported', () => {
    expect(judgeStep(many, [badly], aReport('passed', 'failed'))).toEqual({
      passed: 1,
      failed: 1,
      reason: null,
    });
  });

  it('is one failed when vitest ran nothing', () => {
    const report = JSON.stringify({ success: true, testResults: [] });
    expect(judgeStep(many, [well], report)).toMatchObject({ passed: 0, failed: 1, reason: 'ran nothing' });
  });

  it('is one failed when a step has no command', () => {
    expect(judgeStep(single, [], null)).toMatchObject({ passed: 0, failed: 1 });
  });

  it('is one failed when vitest crashed before its report', () => {
    const crash: Ending = { kind: 'signal', signal: 'SIGSEGV' };
    expect(judgeStep(many, [crash], null)).toEqual({
      passed: 0,
      failed: 1,
      reason: 'was ended by SIGSEGV',
    });
  });

  it('is one failed more when vitest failed although each test passed', () => {
    expect(judgeStep(many, [badly], aReport('passed', 'passed'))).toMatchObject({ passed: 2, failed: 1 });
  });
});

describe('running a process', () => {
  const options = { cwd: '.', env: process.env, limitMs: 60_000, interrupt: new AbortController().signal };

  it('tells the exit code', async () => {
    expect(await runNode(['--eval', 'process.exit(4)'], options)).toEqual({ kind: 'exit', code: 4 });
  });

  it('ends what takes too long', async () => {
    const endless = ['--eval', 'setInterval(() => {}, 1000)'];
    expect(await runNode(endless, { ...options, limitMs: 50 })).toEqual({ kind: 'time-out' });
  });

  it('starts nothing after an interruption', async () => {
    expect(await runNode(['--eval', ''], { ...options, interrupt: AbortSignal.abort() })).toEqual({
      kind: 'stopped',
    });
  });
});
