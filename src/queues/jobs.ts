import { Queue } from '@forge/events';
import { z } from 'zod';
import { AppError } from '../lib/app-error';
import { BUDGETS } from '../lib/budgets';
import type { Jobs } from '../ports/stores';

export const SCAN_QUEUE = 'scan';
export const RUN_QUEUE = 'run';
export const VERIFY_QUEUE = 'verify';

export const scanJob = z.object({ scanId: z.string(), step: z.int().min(0) });
export const runJob = z.object({ runId: z.string(), step: z.int().min(0) });
export const verifyJob = z.object({ cycleId: z.string(), runId: z.string() });

/** Pushes jobs. One scan, one run and one verification at a time on a site: late duplicates find nothing to do. */
export function createJobs(): Jobs {
  const scans = new Queue<z.input<typeof scanJob>>({ key: SCAN_QUEUE });
  const runs = new Queue<z.input<typeof runJob>>({ key: RUN_QUEUE });
  const verifications = new Queue<z.input<typeof verifyJob>>({ key: VERIFY_QUEUE });
  return {
    async continueScan(body, delaySeconds) {
      await taken(
        scans.push({ body, delayInSeconds: bounded(delaySeconds), concurrency: { key: 'scan', limit: 1 } }),
      );
    },
    async continueRun(body, delaySeconds) {
      await taken(
        runs.push({ body, delayInSeconds: bounded(delaySeconds), concurrency: { key: 'run', limit: 1 } }),
      );
    },
    async verify(body, delaySeconds) {
      await taken(
        verifications.push({
          body,
          delayInSeconds: bounded(delaySeconds),
          concurrency: { key: 'verify', limit: 1 },
        }),
      );
    },
  };
}

async function taken(push: Promise<unknown>): Promise<void> {
  try {
    await push;
  } catch (cause) {
    throw new AppError('queue.unavailable', 'Forge did not take the next step of the work; try again.', {
      cause,
    });
  }
}

function bounded(seconds: number): number {
  return Math.min(Math.max(0, Math.ceil(seconds)), BUDGETS.queueDelaySeconds);
}
