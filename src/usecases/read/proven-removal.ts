import type { VerificationOutcome } from '../../domain/review/after-removal';
import type { OrganizationState } from '../../domain/organization-state';
import type { Cycle } from '../../domain/review/cycle';
import type { Line, Verification } from '../../domain/review/line';
import { findCycle } from '../cycle-ledger';
import type { LedgerTools } from '../organization-ledger';

const PROVES: readonly VerificationOutcome[] = ['access-gone', 'membership-gone'];

/**
 * The newest review in which a removal with the stored key was read as gone; null while removing with it is unproven.
 * No harmless read can try a removal, so only a verified one shows that it works; one with an earlier key shows nothing
 * of this one (product.md §12).
 */
export async function findProvenRemoval(
  { cycles, key }: Pick<OrganizationState, 'cycles' | 'key'>,
  tools: Pick<LedgerTools, 'ledger'>,
): Promise<{ readonly title: string; readonly at: string } | null> {
  if (key === null) return null;
  for (const { cycleId, title } of [...cycles].reverse()) {
    const cycle = await findCycle(tools, cycleId);
    const proof = cycle?.lines
      .filter((line) => wasSentWith(key.storedAt, line, cycle))
      .flatMap(({ verifications }) => verifications)
      .find(proves);
    if (proof !== undefined) return { title, at: proof.at };
  }
  return null;
}

function wasSentWith(storedAt: string, { removals }: Line, { runs }: Cycle): boolean {
  const own = new Set(runs.filter(({ key }) => key?.storedAt === storedAt).map(({ runId }) => runId));
  return removals.some(({ state, runId }) => state === 'sent' && own.has(runId));
}

function proves({ outcome }: Verification): boolean {
  return PROVES.includes(outcome);
}
