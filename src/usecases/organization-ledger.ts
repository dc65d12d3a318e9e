import { AppError } from '../lib/app-error';
import { toIso } from '../lib/duration';
import type { Actor } from '../domain/evidence/record';
import { foldOrganization } from '../domain/fold-organization';
import type { OrganizationEvent } from '../domain/organization-events';
import { EMPTY_ORGANIZATION, policyInForce, type OrganizationState } from '../domain/organization-state';
import type { Policy } from '../domain/policy';
import { randomHex, type Platform } from '../ports/platform';
import type { LedgerStore } from '../ports/stores';

export const ORGANIZATION_LEDGER = 'org';
const ATTEMPTS = 6;

export interface LedgerTools {
  readonly ledger: LedgerStore;
  readonly platform: Platform;
}

/** The app itself, when no person asked. */
export const APP: Actor = { accountId: null, role: 'app', proof: 'scheduled or queued by the app' };

export function loadOrganization({ ledger }: Pick<LedgerTools, 'ledger'>): Promise<OrganizationState> {
  return ledger.load(ORGANIZATION_LEDGER, { initial: EMPTY_ORGANIZATION, step: foldOrganization });
}

/**
 * Records an event on the organization's ledger. `decide` sees the newest state each time somebody else was
 * quicker; null means that there is nothing to record any more.
 */
export async function recordOrganization(
  tools: LedgerTools,
  actor: Actor,
  decide: (state: OrganizationState) => OrganizationEvent | null,
): Promise<OrganizationState> {
  for (let attempt = 1; ; attempt += 1) {
    const state = await loadOrganization(tools);
    const event = decide(state);
    if (event === null) return state;
    try {
      const head = { ledger: ORGANIZATION_LEDGER, sequence: state.sequence, headHash: state.headHash };
      const record = await tools.ledger.append(head, {
        at: toIso(tools.platform.now()),
        actor,
        nonce: randomHex(tools.platform),
        event,
      });
      return foldOrganization(state, record);
    } catch (error) {
      if (attempt >= ATTEMPTS || !(error instanceof AppError) || error.code !== 'storage.conflict')
        throw error;
    }
  }
}

/** The policy that scans and pre-flights follow now. */
export async function loadPolicy(tools: Pick<LedgerTools, 'ledger'>): Promise<Policy> {
  return policyInForce(await loadOrganization(tools));
}
