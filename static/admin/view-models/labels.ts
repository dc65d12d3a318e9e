import type { RunView } from '../../../src/contract/execution-replies';
import type { HandoffRow } from '../../../src/contract/handoff-replies';
import type {
  CycleState,
  DecisionKind,
  LineOutcome,
  LineState,
  VerificationOutcome,
} from '../../../src/contract/review-replies';
import type { Flag, ScanStatus } from '../../../src/contract/seat-replies';
import type {
  Activity,
  AnswerKind,
  AppPage,
  DecisionReason,
  OwnerClass,
  PathSource,
  PopulationRow,
  SeatMark,
  Verdict,
  VerdictReason,
} from './contract-types';

/** The one place where the contract's words become the words on screens. */

type Labels<Key extends string> = Readonly<Record<Key, string>>;

export const PAGE_LABELS: Labels<AppPage> = {
  'get-started': 'Get started',
  overview: 'Overview',
  seats: 'Seats',
  groups: 'Groups',
  review: 'Review',
  approvals: 'Approvals',
  execute: 'Execute',
  'route-outs': 'Route-outs',
  evidence: 'Evidence',
  settings: 'Settings',
  'my-seats': 'My seats',
};

/** Names of products where a reply gives only the key. */
const PRODUCT_LABELS: Readonly<Record<string, string>> = {
  'jira-software': 'Jira',
  'jira-servicedesk': 'Jira Service Management',
  'jira-product-discovery': 'Jira Product Discovery',
  'jira-customer-service': 'Customer Service Management',
  'jira-core': 'Jira Work Management',
  confluence: 'Confluence',
  compass: 'Compass',
  loom: 'Loom',
  bitbucket: 'Bitbucket',
};

/** A product's name, or its key when we know no name. */
export function productLabel(key: string): string {
  return PRODUCT_LABELS[key] ?? key;
}

/** Products to choose from where no scan needs to have seen them. */
export function productChoices(): { value: string; label: string }[] {
  return Object.entries(PRODUCT_LABELS).map(([value, label]) => ({ value, label }));
}

export const VERDICT_LABELS: Labels<Verdict> = {
  keep: 'Active',
  protected: 'Protected',
  hold: 'Needs facts',
  cleanup: 'Local cleanup',
  split: 'Split',
  'route-out': 'Owner decides',
};

export const VERDICT_MEANINGS: Labels<Verdict> = {
  keep: 'In use, or too new to judge. Nothing to do.',
  protected: 'An exemption covers the seat until it expires.',
  hold: 'A fact is missing, or something in use would end too. Nothing may be removed yet.',
  cleanup: 'Every path is a group that this site manages: a review may end it here.',
  split: 'One part ends here, the other belongs to the identity provider.',
  'route-out': 'Somebody else owns the decision; the question goes to them.',
};

export const VERDICT_REASON_LABELS: Labels<VerdictReason> = {
  active: 'used within the threshold',
  'too-new': 'too new to judge',
  exempt: 'covered by an exemption',
  'activity-unknown': 'last use unknown',
  'owner-decision': 'the decision belongs to an owner',
  'source-unknown': 'nobody can tell who owns one of its groups',
  'idp-owned': 'held by the identity provider',
  'idp-owned-shared': 'held by the identity provider, shared with something in use',
  'facts-unread': 'some facts could not be read',
  'collateral-active': 'something in use would end too',
  'mixed-ownership': 'synced and local paths',
  'local-paths': 'only local paths',
};

export const SOURCE_LABELS: Labels<PathSource> = {
  default: 'default group',
  scim: 'synced group',
  local: 'local group',
  team: 'team group',
  unknown: 'unknown source',
  direct: 'role on the account',
  inferred: 'inferred role',
};

export const SOURCE_MEANINGS: Labels<PathSource> = {
  default: 'everybody who joins the product is put into it',
  scim: 'the identity provider owns its members',
  local: 'administrators of this site manage its members',
  team: 'the members of a team manage it',
  unknown: 'nobody told who owns its members',
  direct: 'given to the account itself, without a group',
  inferred: 'follows from another role of the account',
};

export const ACTIVITY_LABELS: Labels<Activity> = {
  active: 'Active',
  stale: 'Not used lately',
  'never-accessed': 'Never used',
  'too-new': 'New',
  unknown: 'Last use unknown',
};

export const MARK_LABELS: Labels<SeatMark> = {
  'admin-only': 'administrator role only',
  'inferred-only': 'inferred role only',
  'guest-too': 'guest as well',
  'possible-leaver': 'possible leaver',
  'was-synced': 'a group was synced before',
  'synced-default': 'synced group that is a default group',
};

export const OWNER_LABELS: Labels<OwnerClass> = {
  identity: 'identity provider',
  technical: 'technical accounts',
  privileged: 'privileged access',
  business: 'business',
  project: 'project',
  team: 'team',
  app: 'app',
  security: 'security',
};

export const OWNER_MEANINGS: Labels<OwnerClass> = {
  identity: 'owns synced groups in the identity provider',
  technical: 'owns accounts of services and automations',
  privileged: 'owns administrator access',
  business: 'speaks for people whom nobody manages here',
  project: 'leads the project that needs the seat',
  team: 'manages the team whose group gives the seat',
  app: 'owns the product or app that the seat is for',
  security: 'looks at possible leavers and concerns',
};

export const LINE_STATE_LABELS: Labels<LineState> = {
  undecided: 'Undecided',
  decided: 'Decided',
  approved: 'Approved',
  noticed: 'Noticed',
  executing: 'Executing',
  verifying: 'Verifying',
  closed: 'Closed',
};

export const DECISION_LABELS: Labels<DecisionKind> = {
  remove: 'Remove',
  keep: 'Keep',
  exception: 'Exception',
  'route-out': 'Route out',
  'not-mine': 'Not mine',
  wait: 'Wait',
};

export const DECISION_MEANINGS: Labels<DecisionKind> = {
  remove: 'leave the local groups after approval',
  keep: 'the seat stays, until a date if you name one',
  exception: 'protect the seat until a date, with a compensating control',
  'route-out': 'ask the owner of the decision',
  'not-mine': 'hand the line over to another reviewer',
  wait: 'decide when the missing fact is known',
};

export const REASON_LABELS: Labels<DecisionReason> = {
  'follows-recommendation': 'Follows the recommendation',
  'still-needed': 'Still needed',
  'seasonal-use': 'Used only at times of the year',
  'on-leave': 'On leave',
  'left-the-company': 'Left the company',
  'changed-role': 'Changed role',
  'duplicate-account': 'Duplicate account',
  'employment-unclear': 'Employment unclear',
  'security-concern': 'Security concern',
  'project-dispute': 'A project owner disputes it',
  other: 'Other',
};

export const OUTCOME_LABELS: Labels<LineOutcome> = {
  kept: 'Kept',
  'kept-until': 'Kept until a day',
  excepted: 'Excepted',
  removed: 'Removed',
  routed: 'Routed out',
  waiting: 'Waiting for facts',
  cancelled: 'Cancelled',
  blocked: 'Blocked',
  'no-answer': 'Nobody answered',
  carried: 'Carried over',
  undone: 'Undone',
  'partly-undone': 'Partly undone',
  'not-verified': 'Not verified',
  rehearsed: 'Rehearsed',
};

export const VERIFICATION_LABELS: Labels<VerificationOutcome> = {
  'access-gone': 'Access gone',
  'membership-gone': 'Membership gone',
  'partly-removed': 'Partly removed',
  'more-ended-than-approved': 'More ended than approved',
  'not-changed': 'Not changed',
  unverifiable: 'Could not be verified',
};

export const CYCLE_STATE_LABELS: Labels<CycleState> = {
  draft: 'Draft',
  open: 'Open',
  executing: 'Executing',
  verifying: 'Verifying',
  'signed-off': 'Signed off',
  cancelled: 'Cancelled',
};

export const SCAN_STATE_LABELS: Labels<ScanStatus['state']> = {
  waiting: 'Waiting to start',
  running: 'Running',
  complete: 'Complete',
  incomplete: 'Incomplete',
};

export const RUN_STATE_LABELS: Labels<RunView['state']> = {
  running: 'Running',
  paused: 'Paused',
  stopped: 'Stopped',
  ended: 'Ended',
};

export const EXECUTOR_LABELS: Labels<RunView['executor']> = {
  'organization-key': 'SeatTrace, with the organization key',
  'acting-administrator': 'You, slice by slice from this page',
};

export const ITEM_OUTCOME_LABELS: Labels<RunView['items'][number]['outcome']> = {
  sent: 'Removed',
  'already-gone': 'Already gone',
  blocked: 'Blocked',
  cancelled: 'Cancelled',
  pending: 'To do',
  unclear: 'Unclear',
};

export const HANDOFF_STATUS_LABELS: Labels<HandoffRow['status']> = {
  open: 'Open',
  answered: 'Answered',
  closed: 'Closed',
  withdrawn: 'Withdrawn',
};

export const ANSWER_LABELS: Labels<AnswerKind> = {
  remove: 'May be removed',
  keep: 'Still needed',
  'not-mine': 'Not theirs to decide',
  done: 'Ended by the owner',
  'no-answer': 'No answer',
};

export const FLAG_LABELS: Labels<Flag['kind']> = {
  'newly-billable-stale': 'Newly billable, not used',
  rebound: 'Came back after removal',
  'more-ended': 'More ended than approved',
  'scan-failed': 'Scan failed',
};

export const POPULATION_SOURCE_LABELS: Labels<PopulationRow['source']> = {
  applicationrole: "Jira's own licence count",
  'users-count': 'same source as the scan',
};
