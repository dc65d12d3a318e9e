import { toIso } from '../../lib/duration';
import { dayOf } from '../days';
import { draftsOf, lastSignedOff, type CycleEntry, type OrganizationState } from '../organization-state';
import { occasionsDue, type Occasion } from './calendar';

type Reviews = Pick<OrganizationState, 'calendar' | 'cycles'>;

/** Whether a review was signed off since the drafting: the draft still shows what that review ended. */
export function isOutdated({ openedAt }: Pick<CycleEntry, 'openedAt'>, reviews: Reviews): boolean {
  return openedAt < (lastSignedOff(reviews)?.endedAt ?? '');
}

/**
 * The occasion for which a review is to be drafted now, or null. A draft that waits to be opened is waited for,
 * unless it is outdated or its last day has passed. `now` in Unix milliseconds.
 */
export function draftDue(reviews: Reviews, now: number): Occasion | null {
  const { calendar } = reviews;
  const at = toIso(now);
  if (draftsOf(reviews).some((draft) => !isOutdated(draft, reviews) && draft.dueAt >= at)) return null;
  const due = occasionsDue(calendar, calendar.savedOn ?? '', dayOf(at));
  return due.find((occasion) => !isServed(occasion, reviews)) ?? null;
}

/** Whether there was a review for it: drafted for this day, or opened by a person since then. */
function isServed({ key, opensOn, products }: Occasion, reviews: Reviews): boolean {
  return reviews.cycles.some((cycle) => {
    if (cycle.rehearsal) return false;
    if (cycle.state === 'draft') return cycle.occasion === key && !isOutdated(cycle, reviews);
    // A person who discards a draft has answered; the app that replaces one has not.
    if (cycle.state === 'cancelled') return cycle.occasion === key && cycle.endedBy !== 'app';
    return cycle.occasion === key || (dayOf(cycle.openedAt) >= opensOn && covers(cycle.products, products));
  });
}

function covers(reviewed: readonly string[] | null, wanted: readonly string[] | null): boolean {
  return reviewed === null || wanted?.every((product) => reviewed.includes(product)) === true;
}
