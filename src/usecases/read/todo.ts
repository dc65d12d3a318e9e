import { DAY_MS, toIso, toMillis } from '../../lib/duration';
import { exemptionsInForce, exemptionState } from '../../domain/exemptions/register';
import { formatDay } from '../../domain/dates';
import type { OrganizationState } from '../../domain/organization-state';
import { phaseOf, type Cycle } from '../../domain/review/cycle';
import type { LineState } from '../../domain/review/line';
import { isOverdue } from '../../domain/routing/handoff';

type Page =
  'overview' | 'seats' | 'review' | 'approvals' | 'execute' | 'route-outs' | 'evidence' | 'settings';
type TodoKind =
  | 'scan'
  | 'set-up'
  | 'flags'
  | 'decide'
  | 'approve'
  | 'execute'
  | 'verify'
  | 'handoffs'
  | 'sign-off'
  | 'population'
  | 'key';

export interface Todo {
  readonly kind: TodoKind;
  readonly page: Page;
  readonly text: string;
  readonly count: number | null;
}

export interface Situation {
  readonly organization: OrganizationState;
  readonly cycle: Cycle | undefined;
  readonly hasSnapshot: boolean;
  readonly now: string;
}

/** How long before an expiry it is worth saying. */
const SOON_DAYS = 30;

/** The key and the exemptions that end soon, or have ended; each said while something can be done about it. */
function expiringSoon({ key, exemptions }: OrganizationState, now: string): string[] {
  const horizon = toIso((toMillis(now) ?? 0) + SOON_DAYS * DAY_MS);
  const expires = key?.expiresAt ?? null;
  const soon = exemptionsInForce(exemptions).filter((each) => each.expires > now && each.expires <= horizon);
  return [
    ...(expires !== null && expires <= horizon
      ? [
          `The organization key ${expires <= now ? 'expired' : 'expires'} on ${formatDay(expires)}: store a new one`,
        ]
      : []),
    ...soon.map(({ expires: end, reason }) => `An exemption ends on ${formatDay(end)}: ${reason}`),
  ];
}

/** What needs somebody today, in the order of the work. */
export function todoOf(situation: Situation): Todo[] {
  const { cycle } = situation;
  const work = cycle === undefined || phaseOf(cycle) === 'cancelled' ? [] : reviewTodo(cycle, situation.now);
  return [...setUpTodo(situation), ...work];
}

function setUpTodo({ organization, hasSnapshot, now }: Situation): Todo[] {
  const { key, policy, approvedDomains, flags, exemptions } = organization;
  const waiting = exemptions.filter((entry) => exemptionState(entry, now) === 'waiting').length;
  const say = (kind: TodoKind, page: Page, text: string): Todo => ({ kind, page, text, count: null });
  const flagged = flags.filter(({ kind }) => kind === 'newly-billable-stale').length;
  return [
    ...expiringSoon(organization, now).map((text) => say('key', 'settings', text)),
    ...(key === null
      ? [say('key', 'settings', 'Store an organization key: without it only Jira is seen, and no last use')]
      : []),
    ...(policy.jsmOnCall === 'unanswered'
      ? [
          say(
            'set-up',
            'settings',
            'Answer whether agents are on call: idle agents go to their owner until then',
          ),
        ]
      : []),
    ...(approvedDomains === null
      ? [
          say(
            'set-up',
            'settings',
            'Answer which approved domains let people in: their seats may come back after a removal',
          ),
        ]
      : []),
    ...(hasSnapshot ? [] : [say('scan', 'overview', 'Start the first scan')]),
    ...counted('approve', 'approvals', 'exemptions to approve', waiting),
    ...counted('flags', 'overview', 'seats newly bill without recent use', flagged),
  ];
}

function reviewTodo(cycle: Cycle, now: string): Todo[] {
  const inState = (state: LineState): number => cycle.lines.filter((line) => line.state === state).length;
  const unexplained = cycle.population.filter(
    ({ product, unexplained: rest }) => rest !== 0 && cycle.acknowledged[product] === undefined,
  );
  const ready = cycle.opened && cycle.lines.every(({ state }) => state === 'closed');
  return [
    ...counted('decide', 'review', 'lines to decide', inState('undecided')),
    ...counted('approve', 'approvals', 'lines to approve', inState('decided')),
    ...counted('execute', 'execute', 'approved lines to remove', inState('approved')),
    ...counted('verify', 'execute', 'removals that wait for their check after a day', inState('verifying')),
    ...counted(
      'handoffs',
      'route-outs',
      'overdue handoffs',
      cycle.handoffs.filter((each) => isOverdue(each, now)).length,
    ),
    ...counted('population', 'review', 'products with an unexplained count', unexplained.length),
    ...(ready
      ? [
          {
            kind: 'sign-off' as const,
            page: 'evidence' as const,
            text: 'The review is ready to be signed off',
            count: null,
          },
        ]
      : []),
  ];
}

function counted(kind: TodoKind, page: Page, text: string, count: number): Todo[] {
  return count === 0 ? [] : [{ kind, page, text, count }];
}
