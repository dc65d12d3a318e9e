import type { CycleRecord } from '../../../src/domain/review/fold-cycle';
import { foldCycle } from '../../../src/domain/review/fold-cycle';
import type { Line } from '../../../src/domain/review/line';
import { approvedGroups } from '../approvals';
import { reviewsOf, type Ending, type Observed } from '../observed';
import type { Moment } from '../organization-history';
import type { Breach, Invariant } from './breach';
import { SHOWN_WITHIN_MS } from './groups';

/** What the ledger says is verified as gone was gone at that moment; what could not show yet is no fault. */
export const everyVerificationTrue: Invariant = (observed) =>
  reviewsOf(observed).flatMap((review) =>
    review.flatMap(({ event, at }): Breach[] =>
      event.kind === 'lines-verified'
        ? event.results.flatMap((result) => {
            const stillThere = remaining(result, review, momentsOf(result.line, { review, at }, observed));
            if (stillThere === null) return [];
            const what = `Line ${String(result.line)} counts as ${result.outcome}, but ${stillThere} stood.`;
            return [{ what, calls: [] }];
          })
        : [],
    ),
  );

type Result = Extract<CycleRecord['event'], { kind: 'lines-verified' }>['results'][number];

/** So begins the note where not even a role that does not bill is left. */
const NO_ACCESS = 'No access';

/** What a verified line says is gone and was there all the time; null when nothing is. */
function remaining(
  { line, outcome, note }: Result,
  review: readonly CycleRecord[],
  moments: readonly Moment[],
): string | null {
  const facts = factsOf(review, line);
  if (facts === undefined || (outcome !== 'access-gone' && outcome !== 'membership-gone')) return null;
  const { accountId, product } = facts.seat;
  const group = approvedGroups(facts).find((id) => moments.every((moment) => moment.isMember(accountId, id)));
  if (group !== undefined) return `membership of ${group}`;
  if (outcome !== 'access-gone') return null;
  if (moments.every((moment) => moment.seats(accountId).has(product))) return `the seat on ${product}`;
  const hasAccess = (moment: Moment): boolean => moment.products(accountId).has(product);
  return note.startsWith(NO_ACCESS) && moments.every(hasAccess) ? `access to ${product}` : null;
}

/** From what the last reading of the account's roles could show at the latest until the record. */
function momentsOf(
  line: number,
  { review, at }: { readonly review: readonly CycleRecord[]; readonly at: string },
  { calls, history }: Observed,
): readonly Moment[] {
  const accountId = factsOf(review, line)?.seat.accountId ?? '';
  const path = `/users/${encodeURIComponent(accountId)}/role-assignments`;
  const [read] = calls.filter((call) => call.path.endsWith(path) && call.at <= at).slice(-1);
  return history.during(Date.parse(read?.at ?? at) - SHOWN_WITHIN_MS, Date.parse(at));
}

function factsOf(review: readonly CycleRecord[], number: number) {
  const facts = review.flatMap(({ event }) => (event.kind === 'lines-added' ? event.lines : []));
  return facts.find(({ line }) => line === number);
}

/** Every line ends with a reason, or the people say why they gave up on it. */
export const everyLineEnds: Invariant = (observed) => {
  const { ending } = observed;
  if (ending.gaveUp !== null)
    return ending.gaveUp === '' ? [{ what: 'Given up without a word.', calls: [] }] : [];
  return reviewsOf(observed).flatMap((review) => {
    // What an invocation that died has left of a review is none: nobody is shown it.
    if (!review.some(({ event }) => event.kind === 'cycle-opened')) return [];
    const { lines, runs } = foldCycle(review[0]?.ledger ?? '', review);
    const open = lines.filter((line) => !hasEnded(line, ending));
    const running = runs.filter(({ state }) => state === 'running' || state === 'paused');
    return [
      ...open.map(({ facts, state }) => ({ what: `Line ${String(facts.line)} stays ${state}.`, calls: [] })),
      ...running.map(({ runId }) => ({ what: `Run ${runId} never ended.`, calls: [] })),
    ];
  });
};

const NEEDS_A_CAUSE: readonly (string | null)[] = ['cancelled', 'blocked', 'not-verified'];

/** Closed with an outcome, left out of the plan with a reason, or waiting for a reading that fails. */
function hasEnded({ facts, state, outcome, cause, verifications }: Line, { skips }: Ending): boolean {
  if (state === 'closed')
    return outcome !== null && (!NEEDS_A_CAUSE.includes(outcome) || (cause ?? '') !== '');
  if (state === 'approved' || state === 'noticed')
    return skips.some(({ line, why }) => line === facts.line && why !== '');
  return state === 'verifying' && verifications.at(-1)?.outcome === 'unverifiable';
}
