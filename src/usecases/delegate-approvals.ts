import { AppError } from '../lib/app-error';
import { toIso } from '../lib/duration';
import {
  delegateApproval,
  delegationsInForce,
  delegatorsOf as delegatorsAt,
  endDelegation,
  type Delegating,
  type DelegationEvent,
} from '../domain/delegation';
import type { Actor } from '../domain/evidence/record';
import type { Deed } from '../domain/exemptions/register';
import type { OrganizationState } from '../domain/organization-state';
import type { Ruling } from '../domain/review/ruling';
import { newId } from '../ports/platform';
import type { SiteDirectory } from '../ports/site-directory';
import { loadOrganization, recordOrganization, type LedgerTools } from './organization-ledger';

/** Hands one's own approvals to somebody else, until a day. */
export async function delegateTo(
  command: { readonly to: string; readonly until: string; readonly reason: string },
  actor: Actor,
  tools: LedgerTools & { readonly jira: SiteDirectory },
) {
  const [user] = await tools.jira.readUsers([command.to]);
  if (user === undefined)
    throw new AppError('input.invalid', 'Jira knows no such account: choose the person by name.');
  const delegationId = newId(tools.platform, 'delegation');
  return ruleOn(tools, actor, (given, deed) => delegateApproval(given, { delegationId, ...command }, deed));
}

export function takeBack(
  command: { readonly delegationId: string; readonly reason: string },
  actor: Actor,
  tools: LedgerTools,
) {
  return ruleOn(tools, actor, (given, deed) => endDelegation(given, command, deed));
}

/** Delegations that count now. */
export async function listDelegations(tools: LedgerTools) {
  return view(await loadOrganization(tools), tools);
}

/** Rules on the newest state, again when somebody else was quicker. */
async function ruleOn(
  tools: LedgerTools,
  actor: Actor,
  rule: (given: Delegating, deed: Deed) => Ruling<DelegationEvent>,
) {
  const deed = { by: actor.accountId ?? 'app', at: toIso(tools.platform.now()) };
  const state = await recordOrganization(tools, actor, (newest) => {
    const ruling = rule(delegatingIn(newest), deed);
    if (!ruling.ok) throw new AppError(ruling.code, ruling.message);
    return ruling.event;
  });
  return view(state, tools);
}

/** In whose place this person approves now. */
export function delegatorsOf(
  state: OrganizationState,
  accountId: string,
  { platform }: Pick<LedgerTools, 'platform'>,
): string[] {
  return delegatorsAt(delegatingIn(state), accountId, toIso(platform.now()));
}

function delegatingIn({ delegations, review }: OrganizationState): Delegating {
  return { delegations, approvers: review.approvers };
}

function view(state: OrganizationState, { platform }: LedgerTools) {
  return delegationsInForce(delegatingIn(state), toIso(platform.now())).map(
    ({ id, by, to, since, until, reason }) => ({ delegationId: id, by, to, since, until, reason }),
  );
}
