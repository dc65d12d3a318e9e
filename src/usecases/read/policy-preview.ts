import { policyEffect } from '../../domain/classification/policy-effect';
import { policyInForce } from '../../domain/organization-state';
import { getCurrentSnapshot, type SnapshotTools } from '../current-snapshot';
import { loadOrganization } from '../organization-ledger';
import { toPolicy, type PolicyInput } from '../save-settings';

/** What a policy that is not saved yet would say of the last scan's seats. Changes nothing. */
export async function previewPolicy(input: PolicyInput, tools: SnapshotTools) {
  const state = await loadOrganization(tools);
  const snapshot = await getCurrentSnapshot(tools);
  const policy = policyInForce({ ...state, policy: toPolicy(input, state) });
  return { asOf: snapshot.header.takenAt, ...policyEffect(snapshot, policy) };
}
