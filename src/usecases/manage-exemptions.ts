import { AppError } from '../lib/app-error';
import { toIso } from '../lib/duration';
import { exemptionMatches } from '../domain/classification/exemption';
import type { Actor } from '../domain/evidence/record';
import type { ExemptionEvent, RegisteredExemption } from '../domain/exemptions/register';
import { answerExemption, askExemption, endExemption } from '../domain/exemptions/rulings';
import type { OrganizationState } from '../domain/organization-state';
import type { Exemption } from '../domain/policy';
import type { Ruling } from '../domain/review/ruling';
import { known, unknown, type Signal } from '../domain/signal';
import { newId } from '../ports/platform';
import type { OrganizationDirectory, SiteDirectory } from '../ports/site-directory';
import { findCurrentHeader, type SnapshotTools } from './current-snapshot';
import { loadOrganization, recordOrganization, type LedgerTools } from './organization-ledger';

export interface ExemptionTools extends LedgerTools, SnapshotTools {
  readonly jira: SiteDirectory;
}

type Rule = (asked: { register: readonly RegisteredExemption[]; now: string }) => Ruling<ExemptionEvent>;

/** A request for an exemption; it counts once somebody else has approved it (product.md §7). */
export async function requestExemption(
  exemption: Exemption,
  actor: Actor,
  tools: ExemptionTools,
): Promise<OrganizationState> {
  await refuseUnknown(exemption, tools);
  const exemptionId = newId(tools.platform, 'exemption');
  return ruleOn(tools, actor, (asked) => askExemption({ exemptionId, exemption }, asked));
}

export interface AnswerTools extends ExemptionTools {
  /** Null without an organization key. */
  readonly organization: OrganizationDirectory | null;
}

/** Approves, or turns down with a reason. Whether it covers who answers is read afresh. */
export async function answerRequest(
  { exemptionId, declined }: { readonly exemptionId: string; readonly declined: string | null },
  actor: Actor,
  tools: AnswerTools,
): Promise<OrganizationState> {
  const by = actor.accountId ?? 'app';
  const { exemptions } = await loadOrganization(tools);
  const entry = exemptions.find(({ id }) => id === exemptionId);
  const covers = entry === undefined ? known(false) : await coversAccount(entry.exemption, by, tools);
  return ruleOn(tools, actor, (asked) => answerExemption({ exemptionId, by, declined, covers }, asked));
}

export function endEarly(
  command: { readonly exemptionId: string; readonly reason: string },
  actor: Actor,
  tools: ExemptionTools,
): Promise<OrganizationState> {
  return ruleOn(tools, actor, (asked) => endExemption(command, asked));
}

/** Rules on the newest state, again when somebody else was quicker. */
function ruleOn(tools: LedgerTools, actor: Actor, rule: Rule): Promise<OrganizationState> {
  return recordOrganization(tools, actor, ({ exemptions }) => {
    const ruling = rule({ register: exemptions, now: toIso(tools.platform.now()) });
    if (!ruling.ok) throw new AppError(ruling.code, ruling.message);
    return ruling.event;
  });
}

/** Accounts and groups that nobody knows would cover nothing, and an owner must be somebody. */
async function refuseUnknown({ match, owner }: Exemption, tools: ExemptionTools): Promise<void> {
  const accounts = 'account' in match ? [...new Set([owner, match.account])] : [owner];
  const found = await tools.jira.readUsers(accounts);
  if (accounts.some((id) => !found.some(({ accountId }) => accountId === id)))
    throw new AppError('input.invalid', 'Jira knows no such account: choose people by their names.');
  if (!('group' in match)) return;
  const header = await findCurrentHeader(tools);
  if (header?.groups.some(({ id }) => id === match.group) !== true)
    throw new AppError('input.invalid', 'The last scan knows no such group.');
}

/** Whether an exemption would cover an account, as far as the sources tell of that account now. */
async function coversAccount(
  { match, ...exemption }: Exemption,
  accountId: string,
  { jira, organization }: AnswerTools,
): Promise<Signal<boolean>> {
  if ('account' in match) return known(match.account === accountId);
  if ('group' in match)
    return known((await jira.readGroupsOf(accountId)).some(({ id }) => id === match.group));
  const user = await organization?.findUser(accountId);
  if (user === undefined) return unknown('without an organization key nobody tells your name and address');
  if ('emailDomain' in match && user.email === undefined)
    return unknown('Atlassian does not tell your address');
  const { name, email } = user;
  return known(exemptionMatches({ match, ...exemption }, { accountId, name, email, groupIds: [] }));
}
