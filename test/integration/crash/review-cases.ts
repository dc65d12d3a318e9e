import { people } from '../a-seed';
import { aReview, awaitDueDay } from '../a-review';
import { aScannedSite } from '../a-site';
import { asking, type CrashTable } from './crash-table';
import {
  aDecidedReview,
  anApprovedReview,
  aSiteForTheNext,
  aSiteWithDraft,
  reason,
  statement,
  unexplained,
} from './sites';

/** A review from its opening to its sign-off. */
export const REVIEW_CASES: CrashTable<
  | 'open-cycle'
  | 'cancel-cycle'
  | 'decide-lines'
  | 'assign-lines'
  | 'undo-decision'
  | 'end-deciding'
  | 'acknowledge-unexplained'
  | 'approve-lines'
  | 'return-lines'
  | 'answer-handoffs'
  | 'sign-off'
> = {
  'open-cycle': {
    'the first': {
      prepare: async () => asking(await aScannedSite(), 'admin', 'open-cycle', {}),
      doneAlready: /is open\. Sign it off/,
    },
    'a rehearsal': {
      prepare: async () => asking(await aScannedSite(), 'admin', 'open-cycle', { rehearsal: true }),
      doneAlready: /is open\. Sign it off/,
    },
    'with questions and keeps of the last': {
      prepare: async () => asking(await aSiteForTheNext(), 'admin', 'open-cycle', {}),
      doneAlready: /is open\. Sign it off/,
    },
    'that was drafted': {
      prepare: async () => {
        const { site, cycleId } = await aSiteWithDraft();
        return asking(site, 'admin', 'open-cycle', { cycleId });
      },
      doneAlready: /is open\. Sign it off/,
    },
    'after one whose end is untold': {
      prepare: async () => {
        const { site, cycleId } = await aReview();
        site.host.fault({ target: 'kvs', match: 'set ledger:org', mode: 'crash' });
        await site.ask('admin', 'cancel-cycle', { cycleId, reason }).catch(() => null);
        return asking(site, 'admin', 'open-cycle', {});
      },
      doneAlready: /is open\. Sign it off/,
    },
  },
  'cancel-cycle': {
    'an open review': {
      prepare: async () => {
        const { site, cycleId } = await aReview();
        return asking(site, 'admin', 'cancel-cycle', { cycleId, reason });
      },
      doneAlready: /^This review was cancelled/,
    },
    'a draft': {
      prepare: async () => {
        const { site, cycleId } = await aSiteWithDraft();
        return asking(site, 'admin', 'cancel-cycle', { cycleId, reason });
      },
      doneAlready: /^This review was cancelled/,
    },
  },
  'decide-lines': {
    'with questions to owners': {
      prepare: async () => {
        const review = await aReview();
        const lines = await review.numbersOf([people.jenkins, people.erin]);
        return asking(review.site, 'admin', 'decide-lines', review.decision(lines, 'route-out'));
      },
    },
  },
  'assign-lines': {
    'to another reviewer': {
      prepare: async () => {
        const review = await aReview();
        const lines = await review.numbersOf([people.casey]);
        const { site, cycleId } = review;
        return asking(site, 'admin', 'assign-lines', { cycleId, lines, to: people.bram, reason });
      },
      doneAlready: /has these lines already/,
    },
  },
  'undo-decision': {
    'of a route-out': {
      prepare: async () => {
        const review = await aReview();
        const lines = await review.numbersOf([people.jenkins]);
        await review.decide('admin', lines, 'route-out');
        const { site, cycleId } = review;
        return asking(site, 'admin', 'undo-decision', { cycleId, lines, reason });
      },
      doneAlready: /^There is no decision to undo/,
    },
  },
  'end-deciding': {
    'with lines left': {
      prepare: async () => {
        const { site, cycleId } = await aReview();
        await awaitDueDay(site, cycleId);
        return asking(site, 'admin', 'end-deciding', { cycleId, reason });
      },
      doneAlready: /^Every line is decided already/,
    },
  },
  'acknowledge-unexplained': {
    'two seats': {
      prepare: async () => {
        const { site, cycleId } = await aReview({ seed: unexplained() });
        return asking(site, 'approver', 'acknowledge-unexplained', {
          cycleId,
          product: 'jira-software',
          reason,
        });
      },
      doneAlready: /^This difference was acknowledged already/,
    },
  },
  'approve-lines': {
    'a removal': {
      prepare: async () => {
        const review = await aReview();
        const lines = await review.numbersOf([people.casey]);
        await review.decide('admin', lines, 'remove');
        return asking(review.site, 'approver', 'approve-lines', { cycleId: review.cycleId, lines });
      },
      doneAlready: /does not wait for an approval/,
    },
  },
  'return-lines': {
    'an approved removal': {
      prepare: async () => {
        const review = await anApprovedReview();
        const lines = await review.numbersOf([people.casey]);
        const { site, cycleId } = review;
        return asking(site, 'approver', 'return-lines', { cycleId, lines, reason });
      },
      doneAlready: /does not wait for an approval or a removal/,
    },
  },
  'answer-handoffs': {
    'an owner’s consent': {
      prepare: async () => {
        const review = await aReview();
        const [line = 0] = await review.numbersOf([people.jenkins]);
        await review.decide('admin', [line], 'route-out');
        return asking(review.site, 'admin', 'answer-handoffs', {
          cycleId: review.cycleId,
          handoffIds: [`${String(line)}-technical`],
          answer: 'remove',
          answeredBy: 'Build team',
        });
      },
    },
  },
  'sign-off': {
    'with an exception and open questions': {
      prepare: async () => {
        const { site, cycleId } = await aDecidedReview();
        return asking(site, 'approver', 'sign-off', { cycleId, statement });
      },
      doneAlready: /^This review is signed off/,
    },
  },
};
