import { AppError } from '../../lib/app-error';
import type { Actor } from '../../domain/evidence/record';
import type { Access } from '../../contract/resolvers';
import { delegatorsOf } from '../../usecases/delegate-approvals';
import { loadOrganization } from '../../usecases/organization-ledger';
import { proveSiteAdmin } from '../../usecases/prove-site-admin';
import type { AppTools } from '../../usecases/app-tools';
import { NOT_IN_SIGHT, type Sight } from '../../usecases/read/sight';

/** Whose call it is, as the platform says; never as the payload says. */
export interface Caller {
  readonly accountId: string;
  readonly cloudId: string;
}

export interface Roles {
  readonly reviewer: boolean;
  readonly approver: boolean;
  /** An approver by Jira's permission, whatever the list in Settings says. */
  readonly approves: boolean;
  /** Approvers who delegated to this person. */
  readonly delegators: readonly string[];
  readonly auditor: boolean;
  /** Any of these, or named to sign off. */
  readonly reader: boolean;
  readonly signOff: boolean;
  readonly systemAdmin: boolean;
  /** Which reading gave each role, for the ledger. */
  readonly proof: string;
}

/** Reads afresh, as the user, what this person may do (product.md §1). */
export async function rolesOf({ accountId }: Caller, tools: AppTools): Promise<Roles> {
  const rights = await tools.rights.readGlobalPermissions();
  const organization = await loadOrganization(tools);
  const { review } = organization;
  const delegators = delegatorsOf(organization, accountId, tools);
  const listedApprover = review.approvers.includes(accountId);
  const approver = rights.approves || listedApprover;
  const auditor = rights.readsEvidence || review.auditors.includes(accountId);
  return {
    reviewer: rights.administersJira,
    approver,
    approves: rights.approves,
    delegators,
    auditor,
    reader:
      rights.administersJira ||
      approver ||
      auditor ||
      review.signOffBy === accountId ||
      delegators.length > 0,
    signOff: review.signOffBy === null ? approver : review.signOffBy === accountId,
    systemAdmin: rights.systemAdmin,
    proof: proofOf(rights, [
      ...(listedApprover ? ['approvers'] : []),
      ...(review.auditors.includes(accountId) ? ['auditors'] : []),
      ...(review.signOffBy === accountId ? ['sign-off'] : []),
    ]),
  };
}

/** The actor that the ledger names, or a refusal. Site administration is proved by its own fresh read. */
export async function authorize(access: Access, caller: Caller, tools: AppTools): Promise<Actor> {
  const { accountId } = caller;
  if (access === 'self') return { accountId, role: 'reader', proof: 'own account' };
  const roles = await rolesOf(caller, tools);
  switch (access) {
    case 'reader':
      return allow(roles.reader, {
        accountId,
        role: 'reader',
        proof: roles.proof,
      });
    case 'auditor':
      return allow(roles.reader, {
        accountId,
        role: 'reader',
        proof: roles.proof,
      });
    case 'reviewer':
      return allow(roles.reviewer, { accountId, role: 'reviewer', proof: roles.proof });
    case 'approver':
      return allow(roles.approver, { accountId, role: 'approver', proof: roles.proof });
    case 'approver-or-delegate':
      return allow(roles.approver || roles.delegators.length > 0, {
        accountId,
        role: 'approver',
        proof: roles.approver ? roles.proof : `delegated by ${roles.delegators.join(', ')}`,
      });
    case 'sign-off':
      return allow(roles.signOff, { accountId, role: 'sign-off', proof: roles.proof });
    case 'site-admin': {
      const proof = roles.reviewer ? await proofOfSiteAdmin(caller, roles, tools) : null;
      return allow(proof !== null, { accountId, role: 'site-admin', proof: proof ?? '' });
    }
  }
}

/** How a fresh read proves site or organization administration, or null. */
export async function proofOfSiteAdmin(
  { accountId, cloudId }: Caller,
  { systemAdmin }: Pick<Roles, 'systemAdmin'>,
  tools: AppTools,
): Promise<string | null> {
  const organization = await tools.openOrganization(cloudId);
  try {
    return await proveSiteAdmin(accountId, { jira: tools.jira, organization, systemAdmin });
  } catch (error) {
    // A revoked or expired key must not lock out the very people who can replace it: Jira is asked instead.
    if (!(error instanceof AppError) || error.code !== 'atlassian.denied') throw error;
    return proveSiteAdmin(accountId, { jira: tools.jira, organization: null, systemAdmin });
  }
}

/**
 * Which products this person may see. What the organization key reads of products outside Jira is shown to plain
 * Jira administrators only when an organization administrator allows it (product.md §12).
 */
export async function sightOf(caller: Caller, tools: AppTools): Promise<Sight> {
  const { review } = await loadOrganization(tools);
  if (review.readersSeeOtherProducts) return 'all';
  const named = [...review.approvers, ...review.auditors, review.signOffBy];
  const roles = await rolesOf(caller, tools);
  // Whoever got here without administering Jira was given the right to by name or by permission.
  if (!roles.reviewer || named.includes(caller.accountId) || roles.delegators.length > 0) return 'all';
  return (await proofOfSiteAdmin(caller, roles, tools)) === null ? 'jira-family' : 'all';
}

/** Evidence covers every product and cannot be cut: whoever may not see all of them does not get it. */
export async function refusePartialSight(caller: Caller, tools: AppTools): Promise<void> {
  if ((await sightOf(caller, tools)) !== 'all') throw new AppError('access.denied', NOT_IN_SIGHT);
}

function allow(allowed: boolean, actor: Actor): Actor {
  if (!allowed) throw new AppError('access.denied', REFUSALS[actor.role] ?? 'You may not do this.');
  return actor;
}

const REFUSALS: Readonly<Partial<Record<Actor['role'], string>>> = {
  reader: 'This page is for people who review, approve or audit seats.',
  reviewer: 'Only Jira administrators review seats.',
  approver:
    'Only people with the permission “Approve SeatTrace removals”, or on the list in Settings, approve.',
  'sign-off': 'Only the person named in Settings signs off.',
  'site-admin': 'Only administrators of the site or the organization may do this.',
};

function proofOf(
  rights: { administersJira: boolean; approves: boolean; readsEvidence: boolean },
  lists: readonly string[],
): string {
  const proofs = [
    ...(rights.administersJira ? ['Jira permission ADMINISTER'] : []),
    ...(rights.approves ? ['Jira permission approve-removals'] : []),
    ...(rights.readsEvidence ? ['Jira permission read-evidence'] : []),
    ...lists.map((list) => `named in Settings (${list})`),
  ];
  return proofs.join(', ');
}
