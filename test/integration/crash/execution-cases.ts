import { asking, type CrashTable } from './crash-table';
import { anApprovedReview, aRunningReview, reason, runToEnd } from './sites';

/** Runs and their checks. */
export const EXECUTION_CASES: CrashTable<'start-run' | 'run-slice' | 'stop-run' | 'verify-removals'> = {
  'start-run': {
    'of two people': {
      prepare: async () => {
        const review = await anApprovedReview();
        const { fingerprint } = await review.plan();
        return asking(review.site, 'admin', 'start-run', { cycleId: review.cycleId, fingerprint });
      },
      doneAlready: /^(A run is going on already|The plan changed)/,
    },
  },
  'run-slice': {
    'to the end of the run': {
      prepare: async () => {
        const { review, runId, site } = await aRunningReview();
        return {
          ...asking(site, 'admin', 'run-slice', { runId }),
          settle: () => runToEnd(review, runId),
        };
      },
    },
  },
  'stop-run': {
    'before anybody was removed': {
      prepare: async () => {
        const { site, runId } = await aRunningReview();
        return {
          ...asking(site, 'approver', 'stop-run', { runId, reason }),
          settle: () => site.host.drain(),
        };
      },
      doneAlready: /^This run has ended already/,
    },
  },
  'verify-removals': {
    'after a day': {
      prepare: async () => {
        const { review, site, runId, cycleId } = await aRunningReview();
        await runToEnd(review, runId);
        await site.host.advance('P2D');
        return asking(site, 'admin', 'verify-removals', { cycleId });
      },
    },
  },
};
