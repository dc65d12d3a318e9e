import { expect, test } from 'vitest';

import { groups, people } from '../a-seed';
import { aReview } from '../a-review';
import type { Site } from '../a-site';
import { crashAtEveryWrite, type CrashCase, type Prepared } from './crash-trial';
import { aRunningReview, aSiteWithDraft, keyRunToEnd, runToEnd, scanToEnd } from './sites';

const LEAVES_THE_IDP = { do: 'idp-sync', group: groups.engineering, add: [], remove: [people.jenkins] };

/** What the queues do by themselves; the platform delivers again what died. */
function draining(site: Site): Prepared {
  return { site, act: () => site.host.drain().then(() => null), settle: () => scanToEnd(site) };
}

/** What a scan writes when it has read everything; crashes while it reads are tried in `scan-resumes.test.ts`. */
const COMPLETING = ['ledger:', 'snapshot'];

const CASES: Readonly<Record<string, CrashCase>> = {
  'a scan that finds a question of the open review answered': {
    keys: COMPLETING,
    prepare: async () => {
      const review = await aReview();
      const { site } = review;
      await review.decide('admin', await review.numbersOf([people.jenkins]), 'route-out');
      site.host.apply(LEAVES_THE_IDP);
      await site.host.advance('PT1H');
      await site.get('admin', 'start-scan');
      return draining(site);
    },
  },
  'a scan that closes a question of the last review and drafts the next in place of an older draft': {
    keys: COMPLETING,
    prepare: async () => {
      const { site } = await aSiteWithDraft();
      site.host.apply(LEAVES_THE_IDP);
      await site.host.advance('P31D');
      await site.get('admin', 'start-scan');
      return draining(site);
    },
  },
  'a run with the organization key': {
    prepare: async () => {
      const { site } = await aRunningReview('organization-key');
      return { ...draining(site), settle: () => keyRunToEnd(site) };
    },
  },
  'the first check of a run': {
    prepare: async () => {
      const { site, review, runId } = await aRunningReview();
      await runToEnd(review, runId, { andItsCheck: false });
      return draining(site);
    },
  },
  'the hourly wake with a check after a day': {
    prepare: async () => {
      const { site, review, runId } = await aRunningReview();
      await runToEnd(review, runId);
      await site.host.advance('P2D');
      const act = (): Promise<null> => site.host.trigger('seattrace-hourly').then(() => null);
      return { site, act, settle: () => scanToEnd(site) };
    },
  },
};

test.each(Object.entries(CASES))(
  'A crash at each storage write of %s leaves a sound site',
  async (_, each) => {
    expect(await crashAtEveryWrite(each, 'crash')).toBeGreaterThan(0);
  },
);
