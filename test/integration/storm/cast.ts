import { people, tiny, withStalePeople } from '../a-seed';
import { createOrganization } from '../../local/organization/organization';
import { aReview, type Review } from '../a-review';

/** What somebody tries to do; who may not is refused. */
export type Part = 'reviewer' | 'approver' | 'executor';

export interface Actor {
  readonly accountId: string;
  readonly parts: readonly Part[];
}

const administrator = (number: number): string =>
  `712020:00000000-0000-4000-8000-${String(900 + number).padStart(12, '0')}`;

/** Administers Jira like the others, but has not used it for months: their own seat is under review. */
const UNDER_REVIEW = administrator(7);

/** Ten people at one review at the same time. */
export const CAST: readonly Actor[] = [
  { accountId: people.ada, parts: ['reviewer', 'executor'] },
  { accountId: people.bram, parts: ['approver', 'executor'] },
  { accountId: administrator(1), parts: ['reviewer'] },
  { accountId: administrator(2), parts: ['reviewer'] },
  { accountId: administrator(3), parts: ['reviewer'] },
  { accountId: administrator(4), parts: ['approver'] },
  { accountId: administrator(5), parts: ['approver'] },
  { accountId: administrator(6), parts: ['reviewer', 'approver'] },
  { accountId: UNDER_REVIEW, parts: ['reviewer', 'approver'] },
  // An auditor, who tries what the others do.
  { accountId: people.gil, parts: ['reviewer', 'approver', 'executor'] },
];

function seed() {
  return tiny((each) => {
    withStalePeople(each, 30);
    const bram = each.accounts.find(({ accountId }) => accountId === people.bram);
    if (bram === undefined) throw new Error('The tiny organization has no Bram.');
    for (const { accountId } of CAST) {
      if (each.accounts.some((account) => account.accountId === accountId)) continue;
      const used = accountId === UNDER_REVIEW ? '2026-03-01T10:00:00Z' : '2026-10-30T11:00:00Z';
      const twin = structuredClone(bram);
      Object.assign(twin, { accountId, platformRoles: [], lastActive: { 'jira-software': used } });
      each.accounts.push(twin);
    }
    const jira = each.products.find(({ key }) => key === 'jira-software');
    Object.assign(jira ?? {}, { userCountOverride: 60 });
  });
}

/** An open review with some forty lines, for all ten. */
export function aBusyReview(): Promise<Review> {
  return aReview({
    seed: seed(),
    // So many calls: that each is as documented is checked elsewhere.
    organization: createOrganization,
    settings: { auditors: [people.gil], readersSeeOtherProducts: true, peoplePerRun: 2 },
  });
}
