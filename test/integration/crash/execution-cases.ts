import { asking, type CrashTable } from './crash-table';
import { people } from '../a-seed';
import {
  anApprovedReview,
  aReviewWithNotice,
  aRunningReview,
  keyRunToEnd,
  reason,
  runToEnd,
  tellToEnd,
} from './sites';

/** Notice, runs and their checks. */
export const EXECUTION_CASES: CrashTable<
  | 'tell-people'
  | 'claim-seat'
  | 'start-run'
  | 'run-slice'
  | 'pause-run'
  | 'resume-run'
  | 'stop-run'
  | 'verify-removals'
  | 'start-undo'
  | 'undo-slice'
  | 'stop-undo'
> = {
  'claim-seat': {
    'of one’s own': {
      prepare: async () => {
        const { site } = await aReviewWithNotice();
        return asking(site, people.casey, 'claim-seat', { product: 'jira-software', note: 'needed' });
      },
      doneAlready: /^You have said already/,
    },
  },
  'tell-people': {
    'of two people': {
      prepare: async () => {
        const review = await aReviewWithNotice();
        const { site, cycleId } = review;
        return { ...asking(site, 'admin', 'tell-people', { cycleId }), settle: () => tellToEnd(review) };
      },
    },
  },
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
  'start-undo': {
    'of a person': {
      prepare: async () => {
        const { site, cycleId } = await aRunReview();
        return asking(site, 'admin', 'start-undo', { cycleId, of: { accountId: people.casey }, reason });
      },
    },
  },
  'undo-slice': {
    'of a whole run': {
      prepare: async () => {
        const { site, cycleId, runId } = await aRunReview();
        const { undoId } = await site.get('admin', 'start-undo', { cycleId, of: { runId }, reason });
        return {
          ...asking(site, 'admin', 'undo-slice', { cycleId, undoId }),
          settle: async () => {
            for (let slice = 0; slice < 5; slice += 1) {
              await site.host.advance('PT70S');
              await site.get('admin', 'undo-slice', { cycleId, undoId });
            }
            await site.host.drain();
          },
        };
      },
    },
  },
  'stop-undo': {
    'before anything was given back': {
      prepare: async () => {
        const { site, cycleId, runId } = await aRunReview();
        const { undoId } = await site.get('admin', 'start-undo', { cycleId, of: { runId }, reason });
        return asking(site, 'admin', 'stop-undo', { cycleId, undoId, reason });
      },
      doneAlready: /^This undo has ended already/,
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

/** Casey and Devi were removed. */
async function aRunReview() {
  const { review, site, runId, cycleId } = await aRunningReview();
  await runToEnd(review, runId);
  return { site, cycleId, runId };
}
