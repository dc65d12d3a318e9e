import { DAY_MS, toIso, toMillis } from '../../lib/duration';
import { exemptionsInForce, exemptionState } from '../../domain/exemptions/register';
import { formatDay } from '../../domain/dates';
import type { Flag, OrganizationState } from '../../domain/organization-state';
import { phaseOf, type Cycle } from '../../domain/review/cycle';
import { isApproved, type Line, type LineState } from '../../domain/review/line';
import { isOverdue, type Handoff } from '../../domain/routing/handoff';

type Page =
  'overview' | 'seats' | 'review' | 'approvals' | 'execute' | 'route-outs' | 'evidence' | 'settings';
type TodoKind =
  | 'scan'
  | 'set-up'
  | 'flags'
  | 'open'
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
  /** A review that is drafted and waits to be opened. */
  readonly draft: Cycle | undefined;
  /** Questions of the open review and of signed-off ones, as they stand now. */
  readonly handoffs: readonly Handoff[];
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
  const { cycle, draft, handoffs, now } = situation;
  const work = cycle === undefined || phaseOf(cycle) === 'cancelled' ? [] : reviewTodo(cycle, now);
  const overdue = handoffs.filter((each) => isOverdue(each, now)).length;
  return [
    ...setUpTodo(situation),
    ...(draft === undefined ? [] : draftTodo(draft, cycle)),
    ...work,
    ...counted('handoffs', 'route-outs', 'overdue handoffs', overdue),
  ];
}

function draftTodo(draft: Cycle, cycle: Cycle | undefined): Todo[] {
  const when =
    cycle === undefined
      ? 'open it to begin deciding'
      : 'it can be opened once this one is signed off or cancelled';
  const by =
    draft.plan === null ? '' : `; decide by ${formatDay(draft.plan.decideBy)} to change the next bill`;
  return counted('open', 'review', `lines in the draft of the next review: ${when}${by}`, draft.lines.length);
}

/** Lines to decide, with a reminder half-way to the day on which the review is due, and from that day on. */
function decideTodo(cycle: Cycle, undecided: number, now: string): Todo[] {
  const day = formatDay(cycle.dueAt);
  const left = (toMillis(cycle.dueAt) ?? 0) - (toMillis(now) ?? 0);
  const gone = (toMillis(now) ?? 0) - (toMillis(cycle.openedAt) ?? 0);
  const text =
    left <= 0
      ? `lines to decide: the review was due on ${day}${nobodyTakesOver(cycle)}`
      : gone >= left
        ? `lines to decide: half of the time is over, the review is due on ${day}`
        : 'lines to decide';
  return counted('decide', 'review', text, undecided);
}

/** Late lines are handed to the fallback reviewer, where one is named. */
function nobodyTakesOver({ rules }: Cycle): string {
  return rules.assignment.fallbackReviewer === null ? ', and nobody is named to take over' : '';
}

function setUpTodo({ organization, hasSnapshot, now }: Situation): Todo[] {
  const { key, policy, approvedDomains, flags, exemptions } = organization;
  const waiting = exemptions.filter((entry) => exemptionState(entry, now) === 'waiting').length;
  const say = (kind: TodoKind, page: Page, text: string): Todo => ({ kind, page, text, count: null });
  const flagged = (kind: Flag['kind']): number => flags.filter((flag) => flag.kind === kind).length;
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
    ...counted('flags', 'overview', 'removals ended more than was approved', flagged('more-ended')),
    ...counted('flags', 'overview', 'removed seats came back', flagged('rebound')),
    ...counted('flags', 'overview', 'seats newly bill without recent use', flagged('newly-billable-stale')),
  ];
}

function reviewTodo(cycle: Cycle, now: string): Todo[] {
  const inState = (state: LineState): number => cycle.lines.filter((line) => line.state === state).length;
  const unexplained = cycle.population.filter(
    ({ product, unexplained: rest }) => rest !== 0 && cycle.acknowledged[product] === undefined,
  );
  // A rehearsal removes nothing: what is approved there is done.
  const isDone = (line: Line): boolean => line.state === 'closed' || (cycle.rehearsal && isApproved(line));
  const ready = cycle.opened && cycle.lines.every(isDone);
  return [
    ...decideTodo(cycle, inState('undecided'), now),
    ...counted('approve', 'approvals', 'lines to approve', inState('decided')),
    ...counted(
      'execute',
      'execute',
      'approved lines to remove',
      cycle.rehearsal ? 0 : cycle.lines.filter(isApproved).length,
    ),
    ...counted('verify', 'execute', 'removals that wait for their check after a day', inState('verifying')),
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
