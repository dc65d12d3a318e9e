import type { SeatDetail, SeatHistory } from '../../../src/contract/seat-replies';
import type { VerdictReason } from './contract-types';
import { capitalised } from './counts';

/** What a reader can do about a seat, by the row of the verdict table that decided. */
const NEXT_STEPS: Readonly<Record<VerdictReason, string>> = {
  active: 'Nothing to do. Each scan looks again.',
  'too-new': 'Nothing to do. Once it is no longer new, a scan judges it by its use.',
  exempt: 'Nothing to do until the exemption expires. Exemptions stand under Settings.',
  'activity-unknown':
    'Ask the person or their manager whether the seat is used. A review can keep it, or wait for a date of use; it never removes it.',
  'owner-decision':
    'In a review, choose “Route out”: each owner gets a question with a due date, to copy from the Route-outs page.',
  'source-unknown':
    'Find out in Atlassian Administration who manages the group of unknown source. A review can keep the seat, route it out, or wait until a scan can tell.',
  'idp-owned':
    'In a review, choose “Route out”: the owner of the identity provider is asked to take the account out of the group.',
  'idp-owned-shared':
    'In a review, choose “Route out”: the owner of the identity provider is asked to separate the grants, so that one can end without the other.',
  'facts-unread':
    'Scan again from the Overview. If the facts stay unread, the sources named there say why, and what would help.',
  'collateral-active':
    'Give the product in use through a group of its own, then scan again: then this seat can end alone. A review can also keep it, route it out, or wait.',
  'mixed-ownership':
    'Decide the local part in a review; the same decision asks the owner of the identity provider for the other.',
  'local-paths': 'Decide it in a review: somebody else approves before anything is removed.',
};

/** What to do next; facts that are still to be read come first. */
export function nextStep({ reason, provisional }: Pick<SeatDetail, 'reason' | 'provisional'>): string {
  return provisional
    ? 'Start “Scan now” on the Overview: it reads the facts about the account that are still missing, and then this can be reviewed.'
    : NEXT_STEPS[reason];
}

/** What nobody looked at for this seat, as sentences. */
export function unknownsInWords({ notChecked }: Pick<SeatDetail, 'notChecked'>): string[] {
  return notChecked.map((phrase) => `${capitalised(phrase)}.`);
}

/** Said of every seat: what no scan reads (README, Limits). */
export const NEVER_READ =
  'No scan reads open issues, filters and dashboards of the person, or automation rules that act as them; the plan of a review counts the first three. A role on the account beside a group that gives the same product is read only where something could be removed.';

/** Where the seat stands in a review that goes on; empty when in none. */
export function openLineInWords({ open }: SeatHistory): string {
  return open === null ? '' : `It is line ${String(open.line)} of “${open.title}”, which is going on.`;
}
