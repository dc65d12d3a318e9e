import { importExport } from '../../local/prepare';
import { REVIEW_SETTINGS } from '../a-review';
import { people } from '../a-seed';
import { aScannedSite, aSite, type Site } from '../a-site';
import { ask, aRequest, exempt } from '../an-exemption';
import { everyPayload } from '../every-payload';
import { asking, type CrashTable } from './crash-table';
import { aDecidedReview, aSiteWithExport, EXPORT, EXPORTED_ON, reason, scanToEnd, statement } from './sites';

const FILTER = { list: 'seats', name: 'Needs facts', values: { verdict: 'hold' } } as const;

/** What is set, asked for and read outside of a review. */
export const SETTINGS_CASES: CrashTable<
  | 'start-scan'
  | 'dismiss-flag'
  | 'confirm-group'
  | 'ask-exemption'
  | 'approve-exemption'
  | 'decline-exemption'
  | 'end-exemption'
  | 'end-exception'
  | 'save-policy'
  | 'save-approved-domains'
  | 'save-review-settings'
  | 'save-calendar'
  | 'save-owners'
  | 'set-project-scan'
  | 'save-org-key'
  | 'check-org-key'
  | 'remove-org-key'
  | 'read-export-part'
  | 'import-user-export'
  | 'remove-user-export'
  | 'delegate-approvals'
  | 'end-delegation'
  | 'save-filter'
  | 'remove-filter'
> = {
  'save-filter': {
    'of seats': {
      prepare: async () => asking(await aScannedSite(), 'admin', 'save-filter', FILTER),
      doneAlready: /name/,
    },
  },
  'remove-filter': {
    'of seats': {
      prepare: async () => {
        const site = await aScannedSite();
        await site.get('admin', 'save-filter', FILTER);
        return asking(site, 'admin', 'remove-filter', FILTER);
      },
    },
  },
  'start-scan': {
    'a scan after another': {
      prepare: async () => {
        const site = await aScannedSite();
        await site.host.advance('PT5M');
        return { ...asking(site, 'admin', 'start-scan', {}), settle: () => scanToEnd(site) };
      },
      doneAlready: /^A scan is running already/,
    },
  },
  'dismiss-flag': {
    'of a scan that failed': {
      prepare: async () => {
        const site = await aScannedSite();
        site.host.fault({ target: 'jira', match: 'GET /rest/api/3/serverInfo', status: 403, times: 50 });
        await site.get('admin', 'start-scan');
        await site.host.drain();
        site.host.clearFaults();
        const [flag] = await site.get('admin', 'list-flags');
        return asking(site, 'admin', 'dismiss-flag', { flagId: flag?.id ?? '', reason });
      },
      doneAlready: /^This flag is no longer there/,
    },
  },
  'confirm-group': {
    'a default group': {
      prepare: async () => {
        const site = await aScannedSite();
        const { rows } = await site.get('admin', 'list-groups');
        return asking(site, 'admin', 'confirm-group', { groupId: rows[0]?.id ?? '', reason });
      },
    },
  },
  'ask-exemption': {
    'for a group': {
      prepare: async () => asking(await aScannedSite(), 'admin', 'ask-exemption', aRequest()),
      doneAlready: /^The same exemption/,
    },
  },
  'approve-exemption': {
    'that waits': {
      prepare: async () => {
        const site = await aScannedSite();
        return asking(site, 'approver', 'approve-exemption', { exemptionId: await ask(site) });
      },
      doneAlready: /does not wait for an approval/,
    },
  },
  'decline-exemption': {
    'that waits': {
      prepare: async () => {
        const site = await aScannedSite();
        return asking(site, 'approver', 'decline-exemption', { exemptionId: await ask(site), reason });
      },
      doneAlready: /does not wait for an approval/,
    },
  },
  'end-exemption': {
    'in force': {
      prepare: async () => {
        const site = await aScannedSite();
        return asking(site, 'admin', 'end-exemption', { exemptionId: await exempt(site), reason });
      },
      doneAlready: /has ended already/,
    },
  },
  'end-exception': {
    'in force': {
      prepare: async () => {
        const review = await aDecidedReview();
        const { site, cycleId } = review;
        const [line = 0] = await review.numbersOf([people.casey]);
        await site.get('approver', 'sign-off', { cycleId, statement });
        return asking(site, 'admin', 'end-exception', { cycleId, line, reason });
      },
      doneAlready: /has ended already/,
    },
  },
  'save-policy': {
    'another policy': {
      prepare: async () =>
        asking(await aSite(), 'admin', 'save-policy', { ...everyPayload['save-policy'], thresholdDays: 60 }),
    },
  },
  'save-approved-domains': {
    'one domain': {
      prepare: async () =>
        asking(await aSite(), 'admin', 'save-approved-domains', everyPayload['preview-approved-domains']),
    },
  },
  'save-review-settings': {
    'three people': {
      prepare: async () =>
        asking(await aSite(), 'admin', 'save-review-settings', {
          ...REVIEW_SETTINGS,
          separation: 'three-person',
        }),
    },
  },
  'save-calendar': {
    'a monthly review': {
      prepare: async () =>
        asking(await aSite(), 'admin', 'save-calendar', {
          ...everyPayload['save-calendar'],
          recurrence: { kind: 'monthly', day: 5 },
        }),
    },
  },
  'save-owners': {
    'a fallback': {
      prepare: async () => asking(await aSite(), 'admin', 'save-owners', everyPayload['save-owners']),
    },
  },
  'set-project-scan': {
    'switched on': {
      prepare: async () => asking(await aSite(), 'admin', 'set-project-scan', { on: true }),
    },
  },
  'save-org-key': {
    'the first key': {
      prepare: async () => {
        const site = await aSite({ orgKey: false });
        return asking(site, 'admin', 'save-org-key', { key: site.host.organization.orgKey });
      },
    },
  },
  'check-org-key': {
    'the stored key': {
      prepare: async () => asking(await aSite(), 'admin', 'check-org-key', {}),
    },
  },
  'remove-org-key': {
    'the stored key': {
      prepare: async () => asking(await aSite(), 'admin', 'remove-org-key', { reason }),
    },
  },
  'read-export-part': {
    'a second file': {
      prepare: async () => {
        const site = await aSiteWithExport();
        const part = { part: 0, firstRow: 2, text: EXPORT, exportedOn: EXPORTED_ON };
        return {
          ...asking(site, 'admin', 'read-export-part', part),
          // Parts of a file that nobody imports go with the next import.
          settle: () => importExport(site.host, { text: EXPORT, exportedOn: EXPORTED_ON }),
        };
      },
    },
  },
  'import-user-export': {
    'in place of another': {
      prepare: async () => {
        const site = await aSiteWithExport();
        const part = { part: 0, firstRow: 2, text: EXPORT, exportedOn: EXPORTED_ON };
        const { importId } = await site.get('admin', 'read-export-part', part);
        return asking(site, 'admin', 'import-user-export', { importId, parts: 1 });
      },
    },
  },
  'remove-user-export': {
    'the imported one': {
      prepare: async () => asking(await aSiteWithExport(), 'admin', 'remove-user-export', { reason }),
      doneAlready: /^No user export is imported/,
    },
  },
  'delegate-approvals': {
    'to Fay': {
      prepare: async () => asking(await aSiteWithApprover(), 'approver', 'delegate-approvals', TO_FAY),
      doneAlready: /^You have delegated already/,
    },
  },
  'end-delegation': {
    'that was given': {
      prepare: async () => {
        const site = await aSiteWithApprover();
        const [given] = await site.get('approver', 'delegate-approvals', TO_FAY);
        const delegationId = given?.delegationId ?? '';
        return asking(site, 'approver', 'end-delegation', { delegationId, reason });
      },
      doneAlready: /^This delegation has ended already/,
    },
  },
};

const TO_FAY = { to: people.fay, until: '2026-11-20T00:00:00.000Z', reason };

async function aSiteWithApprover(): Promise<Site> {
  const site = await aSite();
  await site.get('admin', 'save-review-settings', { ...REVIEW_SETTINGS, approvers: [people.bram] });
  return site;
}
