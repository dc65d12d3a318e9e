import { expect, it } from 'vitest';
import type { CycleEvent } from '../../../src/domain/review/events';
import { createLedgerStore } from '../../../src/storage/ledger-repository';
import { appendToCycle, commandCycle } from '../../../src/usecases/cycle-ledger';
import { emptyCycle } from '../../../src/domain/review/fold-cycle';
import { aKvsClient } from '../../builders/a-kvs-client';
import { aPlatform } from '../../builders/a-platform';
import { aReview } from '../../builders/a-review';
import { aCleanup } from '../../builders/a-seat';

const ACTOR = { accountId: 'rita', role: 'reviewer' as const, proof: 'told by the test' };

it('A record bears the very moment on which was ruled', async () => {
  const still = aPlatform();
  let reading = 0;
  // Each reading of the clock is a second later than the one before, as on a busy machine.
  const platform = { ...still, now: () => still.now() + 1_000 * (reading += 1) };
  const tools = { platform, ledger: createLedgerStore(aKvsClient()) };
  const drafted = aReview({ seats: [aCleanup('ada')] }).records[0]?.event;
  if (drafted === undefined) throw new Error('a review begins with its draft');
  await appendToCycle(tools, emptyCycle('cycle-1'), ACTOR, drafted);
  let ruledAt = '';
  await commandCycle(tools, {
    cycleId: 'cycle-1',
    actor: ACTOR,
    rule: (_, at) => {
      ruledAt = at;
      return { ok: true, event: { kind: 'cycle-opened', lines: 1, noResponseTouches: 1 } };
    },
  });
  const records = await tools.ledger.readAll<CycleEvent>('cycle-1');
  expect(records.at(-1)?.at).toBe(ruledAt);
});
