import type { PayloadOf, ResolverName } from '../../../src/contract/resolvers';
import type { StoredApp } from './stored-app';
import type { StoredReview } from './stored-review';

export interface ResolverCase {
  readonly name: string;
  readonly call: (app: StoredApp) => Promise<unknown>;
}

const DECIDED_AT_ONCE = 200;
const PAGE = 25;
const LARGEST_PAGE = 250;

/** What the pages ask for, on the largest review. */
export async function resolverCases(app: StoredApp, review: StoredReview): Promise<ResolverCase[]> {
  const { cycleId, admin, lines } = review;
  const by = <Name extends ResolverName>(
    resolver: Name,
    payload: PayloadOf<Name>,
    what = '',
  ): ResolverCase => ({
    name: what === '' ? resolver : `${resolver}, ${what}`,
    call: (each) => each.call(admin, resolver, payload),
  });
  return [
    by('get-overview', {}),
    by('list-seats', {}, 'first page'),
    by('list-seats', { verdict: 'cleanup', sort: 'group', offset: PAGE }, 'filtered'),
    by('get-cycle', {}),
    by('list-lines', { cycleId }, 'first page'),
    by('list-lines', { cycleId, offset: lines - PAGE }, 'last page'),
    by('list-lines', { cycleId, verdict: 'cleanup', state: 'undecided' }, 'filtered'),
    by('list-lines', { cycleId, needsApproval: true, limit: LARGEST_PAGE }, 'to approve'),
    by('get-line', { cycleId, line: Math.floor(lines / 2) }),
    by(
      'decide-lines',
      {
        cycleId,
        lines: await undecided(app, review),
        decision: 'remove',
        reason: 'follows-recommendation',
      },
      `${String(DECIDED_AT_ONCE)} lines`,
    ),
    by('get-plan', { cycleId }),
    by('get-evidence', { cycleId }, 'with what sign-off waits for'),
  ];
}

/** Lines that stand alone, as many as are decided at once. */
async function undecided(app: StoredApp, { cycleId, admin, approver }: StoredReview): Promise<number[]> {
  const numbers: number[] = [];
  for (let offset = 0; ; offset += LARGEST_PAGE) {
    const { rows, total } = await app.call(admin, 'list-lines', {
      ...{ cycleId, verdict: 'cleanup', state: 'undecided' },
      ...{ offset, limit: LARGEST_PAGE },
    });
    const alone = rows.filter(
      ({ bundle, accountId }) => bundle.length === 0 && accountId !== admin && accountId !== approver,
    );
    numbers.push(...alone.map(({ line }) => line));
    if (numbers.length >= DECIDED_AT_ONCE) return numbers.slice(0, DECIDED_AT_ONCE);
    if (offset >= total) throw new Error(`Only ${String(numbers.length)} lines are left to decide.`);
  }
}
