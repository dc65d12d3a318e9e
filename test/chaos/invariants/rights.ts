import { recordsOf, reviewsOf, rulesOf } from '../observed';
import type { Breach, Invariant } from './breach';
import { SHOWN_WITHIN_MS } from './groups';

/** Whoever approved could at that moment; losing the right later takes nothing back (product.md §1, approver). */
export const everyApprovalAllowed: Invariant = (observed) =>
  recordsOf(observed, 'lines-approved').flatMap(({ actor, at }): Breach[] => {
    const approver = actor.accountId ?? '';
    const moment = Date.parse(at);
    const moments = observed.history.during(moment - SHOWN_WITHIN_MS, moment);
    if (moments.some((each) => each.administersJira(approver))) return [];
    return [{ what: `${approver} approved without the right to.`, calls: [] }];
  });

/** No run holds more people than the review allowed when it opened. */
export const noRunAboveCap: Invariant = (observed) =>
  reviewsOf(observed).flatMap((review) => {
    const cap = rulesOf(review)?.peoplePerRun ?? Infinity;
    return review.flatMap(({ event }): Breach[] =>
      event.kind === 'run-started' && event.items.length > cap
        ? [{ what: `Run ${event.runId} holds ${String(event.items.length)} people.`, calls: [] }]
        : [],
    );
  });
