import { describe, expect, it } from 'vitest';
import { classifySnapshot } from '../../../src/domain/classification/classify-snapshot';
import { BUNDLED } from '../../local/generate/bundled';
import { castOf } from '../../local/generate/cast';
import { stageOrganization } from '../../local/generate/generate-organization';
import type { NamedSituation } from '../../local/generate/situations/all-situations';
import { SPECIAL } from '../../local/generate/situations/all-situations';
import { EVERYDAY } from '../../local/generate/situations/everyday';
import { parseSeed } from '../../local/organization/seed';
import { snapshotOf } from './snapshot-of';

const SITUATIONS: readonly NamedSituation[] = [...SPECIAL, ...EVERYDAY];

/** Account id → product → reason, as the classification says. */
function reasonsOf(organization: unknown): Map<string, Record<string, string>> {
  const reasons = new Map<string, Record<string, string>>();
  for (const { accountId, product, reason } of classifySnapshot(snapshotOf(parseSeed(organization)))) {
    reasons.set(accountId, { ...reasons.get(accountId), [product]: reason });
  }
  return reasons;
}

describe.each([BUNDLED, { accounts: 2500, seed: 3 }])(
  'With $accounts accounts, each seat gets the reason that its row promises',
  (options) => {
    const { organization, cast } = stageOrganization(options);
    const reasons = reasonsOf(organization);

    it.each(SITUATIONS)('$name', ({ name, seats }) => {
      const told = castOf(cast, name).map((id) => reasons.get(id) ?? {});
      expect(told.length).toBeGreaterThan(0);
      for (const each of told) expect(each).toEqual(seats);
    });
  },
);

it('makes stale agents a local cleanup when the policy rules on-call out', () => {
  const { organization, cast } = stageOrganization({ ...BUNDLED, jsmOnCall: 'no' });
  const reasons = reasonsOf(organization);
  expect(castOf(cast, 'stale-agent').map((id) => reasons.get(id))).toEqual(
    castOf(cast, 'stale-agent').map(() => ({ 'jira-servicedesk': 'local-paths' })),
  );
});
