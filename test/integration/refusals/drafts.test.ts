import { describe } from 'vitest';

import { tiny } from '../a-seed';
import { aReview, openReview, endDeciding } from '../a-review';
import { aScannedSite, aSite, type Site } from '../a-site';
import { ask, expectRefusals, type Asked } from './refusal';
import { aDraft, aDraftBesideAReview, anOutdatedDraft, aSignedOffReview, CALENDAR } from './situations';

const askOpening = (site: Site, cycleId?: string): Asked => ({
  ...{ site, resolver: 'open-cycle', payload: cycleId === undefined ? {} : { cycleId } },
});

const OVERTAKEN =
  'A review was signed off since this draft was made, so it shows what that review ended. The next daily scan drafts it anew; or discard it and start “Scan now”.';

describe('A review is not opened', () => {
  expectRefusals([
    {
      rule: 'before the first scan',
      who: 'admin',
      asks: async () => askOpening(await aSite()),
      code: 'scan.none',
      says: 'Scan the organization first: a review rests on a complete scan.',
    },
    {
      rule: 'on a scan that did not read account facts',
      who: 'admin',
      asks: async () => {
        const site = await aSite();
        await site.host.trigger('seattrace-hourly');
        await site.host.drain();
        return askOpening(site);
      },
      code: 'cycle.wrong-state',
      says: 'The last scan did not read account facts. Start “Scan now” and open the review when it is complete.',
    },
    {
      rule: 'where there is nothing to review',
      who: 'admin',
      asks: async () => askOpening(await aScannedSite({ seed: allAtWork() })),
      code: 'cycle.nothing-to-review',
      says: 'There is nothing to review: every seat is in use or protected.',
    },
    {
      rule: 'while another is open',
      who: 'approver',
      asks: async () => askOpening((await aReview()).site),
      code: 'cycle.already-open',
      says: '“Review of November 2026” is open. Sign it off or cancel it before opening another.',
    },
    {
      rule: 'on the scan that the last review rests on',
      who: 'admin',
      asks: async () => askOpening((await aSignedOffReview()).site),
      code: 'cycle.wrong-state',
      says: 'The last review rests on this very scan. Start “Scan now” and open the next review when it is complete.',
    },
    {
      rule: 'on a scan that began before the last sign-off',
      who: 'admin',
      asks: async () => {
        const review = await openReview(await aScannedSite());
        const { site, cycleId } = review;
        await site.host.advance('PT1H');
        await site.scan();
        await site.host.advance('PT1H');
        await endDeciding(site, cycleId);
        await site.get('approver', 'sign-off', { cycleId, statement: 'all is well' });
        return askOpening(site);
      },
      code: 'cycle.wrong-state',
      says: 'The scan began before the last review was signed off. Start “Scan now” and open the next review when it is complete.',
    },
    {
      rule: 'by somebody who does not administer Jira',
      who: 'outsider',
      asks: async () => askOpening(await aScannedSite()),
      code: 'access.denied',
      says: 'Only Jira administrators review seats.',
    },
  ]);
});

describe('A draft', () => {
  expectRefusals([
    {
      rule: 'stands in the way of another review',
      who: 'admin',
      asks: async () => askOpening((await aDraft()).site),
      code: 'cycle.wrong-state',
      says: '“Review of November 2026” is drafted already. Open it, or discard it before opening another.',
    },
    {
      rule: 'is opened once',
      who: 'admin',
      asks: async () => {
        const { site, cycleId } = await aDraft();
        await site.get('admin', 'open-cycle', { cycleId });
        return askOpening(site, cycleId);
      },
      code: 'cycle.already-open',
      says: '“Review of November 2026” is open. Sign it off or cancel it before opening another.',
    },
    {
      rule: 'is not opened after it was discarded',
      who: 'admin',
      asks: async () => {
        const { site, cycleId } = await aDraft();
        await site.get('admin', 'cancel-cycle', { cycleId, reason: 'we skip November' });
        return askOpening(site, cycleId);
      },
      code: 'cycle.wrong-state',
      says: 'This review is no draft: it was opened or discarded already.',
    },
    {
      rule: 'is not opened while another review is open',
      who: 'admin',
      asks: async () => {
        const { draft } = await aDraftBesideAReview();
        return askOpening(draft.site, draft.cycleId);
      },
      code: 'cycle.already-open',
      says: '“Review of November 2026” is open. Sign it off or cancel it before opening another.',
    },
    ...(['open-cycle', 'preview-cycle'] as const).map((resolver) => ({
      rule: `that a sign-off overtook answers no ${resolver}`,
      who: 'admin',
      asks: async (): Promise<Asked> => {
        const { site, cycleId } = await anOutdatedDraft();
        return { site, resolver, payload: { cycleId } };
      },
      code: 'cycle.wrong-state',
      says: OVERTAKEN,
    })),
    {
      rule: 'is discarded once',
      who: 'admin',
      asks: async () => {
        const draft = await aDraft();
        const discard = ask(draft, 'cancel-cycle', { reason: 'we skip November' });
        await draft.site.ask('admin', 'cancel-cycle', discard.payload);
        return discard;
      },
      code: 'cycle.wrong-state',
      says: 'This review was cancelled.',
    },
  ]);
});

describe('The calendar is not saved', () => {
  const askCalendar = async (billing: readonly object[]): Promise<Asked> => ({
    ...{ site: await aScannedSite(), resolver: 'save-calendar', payload: { ...CALENDAR, billing } },
  });
  const wrong = (change: object) => askCalendar(CALENDAR.billing.map((fact) => ({ ...fact, ...change })));
  expectRefusals([
    {
      rule: 'with a product that bills twice',
      who: 'admin',
      asks: () => askCalendar([...CALENDAR.billing, ...CALENDAR.billing]),
      code: 'input.invalid',
      says: 'Something is wrong with billing: a product is entered twice.',
    },
    {
      rule: 'with a day that no month has',
      who: 'admin',
      asks: () => wrong({ lastDay: '2026-02-30' }),
      code: 'input.invalid',
      says: 'Something is wrong with billing.0.lastDay: Invalid ISO date.',
    },
    {
      rule: 'with a day of another century',
      who: 'admin',
      asks: () => wrong({ lastDay: '0001-01-31' }),
      code: 'input.invalid',
      says: 'Something is wrong with billing.0.lastDay: no day of this century.',
    },
    {
      rule: 'with a period of weeks',
      who: 'admin',
      asks: () => wrong({ period: 'weekly' }),
      code: 'input.invalid',
      says: 'Something is wrong with billing.0.period: Invalid option: expected one of "monthly"|"annual".',
    },
    {
      rule: 'by who administers neither the site nor the organization',
      who: 'outsider',
      asks: () => askCalendar(CALENDAR.billing),
      code: 'access.denied',
      says: 'Only administrators of the site or the organization may do this.',
    },
  ]);
});

/** Everybody used everything yesterday. */
function allAtWork() {
  const yesterday = '2026-11-01T10:00:00Z';
  return tiny((seed) => {
    for (const account of seed.accounts)
      Object.assign(account, { lastActive: { 'jira-software': yesterday, confluence: yesterday } });
  });
}
