import { asking, type CrashTable } from './crash-table';
import { anApprovedReview, aRunningReview, keyRunToEnd, reason, runToEnd } from './sites';

/** Runs and their checks. */
export const EXECUTION_CASES: CrashTable<
  'start-run' | 'run-slice' | 'pause-run' | 'resume-run' | 'stop-run' | 'verify-removals'
> = {
  'start-run': {
    'of two people': {
      prepare: async () => {
        const review = await anApprovedReview();
        const { fingerprint } = await review.plan();
        return asking(review.site, 'admin', 'start-run', { cycleId: review.cycleId, fingerprint });
      },
      doneAlready: /^(A run is going on already|The plan changed)/,
    },
    'of two people with the organization key': {
      prepare: async () => {
        const review = await anApprovedReview();
        const { fingerprint } = await review.plan();
        const payload = { cycleId: review.cycleId, fingerprint, executor: 'organization-key' } as const;
        return {
          ...asking(review.site, 'admin', 'start-run', payload),
          settle: () => keyRunToEnd(review.site),
        };
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
  'pause-run': {
    'that goes on': {
      prepare: async () => {
        const { site, runId } = await aRunningReview();
        return asking(site, 'approver', 'pause-run', { runId });
      },
      doneAlready: /^This run is paused already/,
    },
  },
  'resume-run': {
    'with the organization key': {
      prepare: async () => {
        const { site, runId } = await aRunningReview('organization-key');
        await site.get('approver', 'pause-run', { runId });
        await site.host.drain();
        return { ...asking(site, 'admin', 'resume-run', { runId }), settle: () => keyRunToEnd(site) };
      },
      doneAlready: /^(This run is not paused|This run has ended already)/,
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
