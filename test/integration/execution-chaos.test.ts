import fc from 'fast-check';
import { expect, test } from 'vitest';

import type { RunView } from '../../src/contract/execution-replies';
import { findChainFault } from '../../src/domain/evidence/hash-chain';
import type { LedgerRecord } from '../../src/domain/evidence/record';
import { groups, people, stale, tiny, withStalePeople } from './a-seed';
import { aReview, type Review } from './a-review';

const DELETE = { target: 'jira', match: 'DELETE /rest/api/3/group/user' } as const;
const EVERYBODY = [people.casey, ...[1, 2, 3, 4].map(stale)];

const aFault = fc.oneof(
  fc.record({ ...constants(DELETE), mode: fc.constantFrom('timeout', 'drop-after-write', 'crash') }),
  fc.record({ ...constants(DELETE), status: fc.constantFrom(400, 401, 403, 404, 409, 429, 500, 503) }),
  fc.record({
    target: fc.constant('kvs'),
    match: fc.constantFrom('set ledger:cycle', 'get', 'set'),
    mode: fc.constantFrom('crash', 'drop-after-write'),
  }),
  fc.record({
    target: fc.constant('org'),
    match: fc.constantFrom(
      'POST /admin/v2/orgs/*/directories/*/users/search',
      'GET /admin/v2/orgs/*/directories/*/users/*/role-assignments',
    ),
    status: fc.constantFrom(401, 429, 500),
  }),
  fc.record({
    target: fc.constant('jira'),
    match: fc.constant('GET /rest/api/3/user/groups'),
    mode: fc.constantFrom('stale-read', 'timeout'),
  }),
);

function constants<T extends object>(value: T): { [K in keyof T]: fc.Arbitrary<T[K]> } {
  const entries = Object.entries(value).map(([key, each]) => [key, fc.constant(each)]);
  // Object.entries forgets which value belongs to which key.
  return Object.fromEntries(entries) as { [K in keyof T]: fc.Arbitrary<T[K]> };
}

/** Asks for slices, starting anew where a run was stopped, as a patient executor would. */
async function patiently(review: Review, faults: readonly object[]): Promise<void> {
  let runId: string | null = null;
  for (let asked = 0; asked < 45; asked += 1) {
    const fault = faults[asked];
    if (fault !== undefined) review.site.host.fault(fault);
    const run: RunView | null = await (runId === null ? review.start() : review.slice('admin', runId)).catch(
      () => null,
    );
    if (run !== null) runId = run.state === 'running' ? run.runId : null;
    await review.site.host.advance('PT20S');
  }
}

/** Removals that were sent although an earlier one of the same membership had been carried out. */
function sentInVain(review: Review): string[] {
  const done = new Set<string>();
  return review.site.calls('DELETE').flatMap(({ query, status, fault }) => {
    const pair = `${String(query['accountId'])}/${String(query['groupId'])}`;
    const again = done.has(pair) ? [pair] : [];
    if (status === 200 || status === 204 || fault === 'drop-after-write') done.add(pair);
    return again;
  });
}

test('whatever fails on the way, nothing is sent twice and nobody else loses a group', async () => {
  const seed = tiny((each) => withStalePeople(each, 5));
  await fc.assert(
    fc.asyncProperty(fc.array(aFault, { minLength: 2, maxLength: 6 }), async (faults) => {
      const review = await aReview({ seed });
      const before = review.site.memberships();
      await review.approveRemovalOf(...EVERYBODY);
      await patiently(review, faults);

      expect(sentInVain(review)).toEqual([]);
      const after = review.site.memberships();
      const gone = (before[groups.jiraUsers] ?? []).filter((id) => !after[groups.jiraUsers]?.includes(id));
      expect(gone.filter((id) => !EVERYBODY.includes(id))).toEqual([]);
      expect({ ...after, [groups.jiraUsers]: [] }).toEqual({ ...before, [groups.jiraUsers]: [] });

      const { text } = await review.file('ledger.json');
      const { records, head } = JSON.parse(text) as { records: LedgerRecord[]; head: string };
      expect(findChainFault(records, head)).toBeNull();
      const removed = await review.lines({ state: 'verifying' });
      expect(removed.filter(({ accountId }) => !gone.includes(accountId))).toEqual([]);
    }),
    { numRuns: 6 },
  );
});
