import { toIso } from '../../lib/duration';
import { byCodeUnit } from '../../lib/order';
import { dayOf } from '../days';
import { draftsOf, lastSignedOff, type CycleEntry, type OrganizationState } from '../organization-state';
import { occasionsDue, type Occasion } from './calendar';

type Reviews = Pick<OrganizationState, 'calendar' | 'cycles'>;

/** Whether a review was signed off since the drafting: the draft still shows what that review ended. */
export function isOutdated({ openedAt }: Pick<CycleEntry, 'openedAt'>, reviews: Reviews): boolean {
  return openedAt < (lastSignedOff(reviews)?.endedAt ?? '');
}

/**
 * The occasion for which a review is to be drafted now, or null. A draft of the same products that waits to be opened
 * is waited for, unless it is outdated or its last day has passed. `now` in Unix milliseconds.
 */
export function draftDue(reviews: Reviews, now: number): Occasion | null {
  const { calendar } = reviews;
  const at = toIso(now);
  const standing = draftsOf(reviews).filter((draft) => isStanding(draft, reviews, at));
  const due = occasionsDue(calendar, calendar.savedOn ?? '', dayOf(at));
  const isDue = (occasion: Occasion): boolean =>
    !isServed(occasion, reviews) && !standing.some((draft) => overlap(draft.products, occasion.products));
  return due.find(isDue) ?? null;
}

/** Drafts that a new one of these products takes the place of: of one product, or of no use any more. */
export function draftsReplaced(
  reviews: Reviews,
  products: readonly string[] | null,
  now: number,
): CycleEntry[] {
  return draftsOf(reviews).filter(
    (draft) => !isStanding(draft, reviews, toIso(now)) || overlap(draft.products, products),
  );
}

/** The draft to be opened next: the most urgent whose last day has not passed, else the newest. */
export function nextDraft(reviews: Pick<OrganizationState, 'cycles'>, now: number): CycleEntry | undefined {
  const drafts = draftsOf(reviews);
  const [urgent] = drafts
    .filter(({ dueAt }) => dueAt >= toIso(now))
    .sort((a, b) => byCodeUnit(a.dueAt, b.dueAt));
  return urgent ?? drafts.at(-1);
}

function isStanding(draft: CycleEntry, reviews: Reviews, at: string): boolean {
  return !isOutdated(draft, reviews) && draft.dueAt >= at;
}

function overlap(some: readonly string[] | null, others: readonly string[] | null): boolean {
  return some === null || others === null || some.some((product) => others.includes(product));
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
