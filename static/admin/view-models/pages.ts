import type { AppPage, Roles } from './contract-types';
import { approvesLines } from './delegation';

const ALL_PAGES: readonly AppPage[] = [
  'overview',
  'seats',
  'groups',
  'review',
  'approvals',
  'execute',
  'route-outs',
  'evidence',
  'settings',
  'my-seats',
];

/** The pages of a module, in the order of its tabs. The global page offers only what the roles allow. */
export function pagesOf(moduleKey: string, roles: Roles): readonly AppPage[] {
  if (moduleKey === 'seattrace-get-started') return ['get-started', ...ALL_PAGES];
  if (moduleKey !== 'seattrace-global') return ALL_PAGES;
  return ALL_PAGES.filter((page) => mayOpen(page, roles) && (roles.reviewer || GLOBAL_PAGES.includes(page)));
}

/** What approvers, auditors and everybody else get on the global page. */
const GLOBAL_PAGES: readonly AppPage[] = ['approvals', 'evidence', 'my-seats'];

/** The page on which a module opens. */
export function startPage(moduleKey: string, roles: Roles): AppPage {
  if (moduleKey === 'seattrace-configure') return 'settings';
  return pagesOf(moduleKey, roles)[0] ?? 'my-seats';
}

/** Whether a page is worth asking the back end for; the back end checks again on each call. */
export function mayOpen(page: AppPage, roles: Roles): boolean {
  const reader = roles.reviewer || approvesLines(roles) || roles.auditor;
  switch (page) {
    case 'my-seats':
    case 'get-started':
      return true;
    case 'approvals':
      return approvesLines(roles) || roles.reviewer;
    case 'evidence':
      return roles.auditor || roles.signOff || roles.reviewer;
    case 'overview':
    case 'seats':
    case 'groups':
    case 'review':
    case 'execute':
    case 'route-outs':
    case 'settings':
      return reader;
  }
}

export interface MissingRight {
  readonly right: string;
  readonly giver: string;
}

/** Which right a page needs and who can give it, for somebody who lacks it. */
export function missingRight(page: AppPage): MissingRight {
  switch (page) {
    case 'approvals':
      return {
        right: 'You need the permission "Approve SeatTrace removals", or to be listed as an approver.',
        giver:
          'A Jira administrator grants the permission in Global permissions; a site administrator keeps the list in Settings.',
      };
    case 'evidence':
      return {
        right: 'You need the permission "Read SeatTrace evidence", or to be listed as an auditor.',
        giver:
          'A Jira administrator grants the permission in Global permissions; a site administrator keeps the list in Settings.',
      };
    case 'overview':
    case 'seats':
    case 'groups':
    case 'review':
    case 'execute':
    case 'route-outs':
    case 'settings':
    case 'my-seats':
    case 'get-started':
      return {
        right: 'You need to administer Jira, or to be an approver or auditor of SeatTrace.',
        giver: 'A site administrator of your organization can give these rights.',
      };
  }
}
