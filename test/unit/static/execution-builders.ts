import type { PlanView, RunView } from '../../../src/contract/execution-replies';
import { ME, NOW } from './builders';

export function aPlan(change: Partial<PlanView> = {}): PlanView {
  return {
    cycleId: 'cycle-1',
    fingerprint: 'f'.repeat(64),
    items: [],
    skips: [],
    people: 0,
    writes: 0,
    peoplePerRun: 50,
    notChecked: [],
    toConfirm: [],
    executors: [],
    proposed: null,
    keyCreatedBy: null,
    keyIsProven: false,
    mayStart: true,
    mayNotBecause: null,
    ...change,
  };
}

export function aRun(change: Partial<RunView> = {}): RunView {
  return {
    runId: 'run-1',
    cycleId: 'cycle-1',
    state: 'running',
    startedBy: ME,
    startedAt: NOW,
    executor: 'acting-administrator',
    keyCreatedBy: null,
    waitsUntil: null,
    people: 12,
    done: 0,
    sent: 0,
    alreadyGone: 0,
    blocked: 0,
    cancelled: 0,
    message: '',
    items: [],
    ...change,
  };
}
