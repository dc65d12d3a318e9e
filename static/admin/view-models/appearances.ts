import type { RunView } from '../../../src/contract/execution-replies';
import type { GroupUseView } from '../../../src/contract/group-replies';
import type { HandoffRow } from '../../../src/contract/handoff-replies';
import type { CycleState, LineState, VerificationOutcome } from '../../../src/contract/review-replies';
import type { Flag } from '../../../src/contract/seat-replies';
import type { LineOutcome } from '../../../src/contract/review-replies';
import type { ScanStatus } from '../../../src/contract/seat-replies';
import type { PathSource, Verdict } from './contract-types';

/** Looks of a lozenge. Colour only repeats what its words say. */
export type Appearance = 'default' | 'success' | 'removed' | 'inprogress' | 'new' | 'moved';

type Appearances<Key extends string> = Readonly<Record<Key, Appearance>>;

export const VERDICT_APPEARANCE: Appearances<Verdict> = {
  keep: 'success',
  protected: 'default',
  hold: 'moved',
  cleanup: 'removed',
  split: 'new',
  'route-out': 'inprogress',
};

export const LINE_STATE_APPEARANCE: Appearances<LineState> = {
  undecided: 'default',
  decided: 'inprogress',
  approved: 'new',
  noticed: 'new',
  executing: 'moved',
  verifying: 'moved',
  closed: 'success',
};

export const OUTCOME_APPEARANCE: Appearances<LineOutcome> = {
  kept: 'default',
  'kept-until': 'default',
  excepted: 'default',
  removed: 'success',
  routed: 'inprogress',
  waiting: 'moved',
  cancelled: 'moved',
  blocked: 'removed',
  'no-answer': 'moved',
  carried: 'default',
  'not-verified': 'moved',
  undone: 'moved',
  'partly-undone': 'moved',
  rehearsed: 'default',
};

export const VERIFICATION_APPEARANCE: Appearances<VerificationOutcome> = {
  'access-gone': 'success',
  'membership-gone': 'success',
  'partly-removed': 'moved',
  'more-ended-than-approved': 'removed',
  'not-changed': 'removed',
  unverifiable: 'moved',
};

export const CYCLE_STATE_APPEARANCE: Appearances<CycleState> = {
  draft: 'default',
  open: 'inprogress',
  executing: 'moved',
  verifying: 'moved',
  'signed-off': 'success',
  cancelled: 'default',
};

export const SCAN_STATE_APPEARANCE: Appearances<ScanStatus['state']> = {
  waiting: 'default',
  running: 'inprogress',
  complete: 'success',
  incomplete: 'moved',
};

export const RUN_STATE_APPEARANCE: Appearances<RunView['state']> = {
  running: 'inprogress',
  paused: 'moved',
  stopped: 'moved',
  ended: 'success',
};

export const ITEM_OUTCOME_APPEARANCE: Appearances<RunView['items'][number]['outcome']> = {
  sent: 'success',
  'already-gone': 'default',
  blocked: 'removed',
  cancelled: 'moved',
  pending: 'default',
  unclear: 'moved',
};

export const HANDOFF_STATUS_APPEARANCE: Appearances<HandoffRow['status']> = {
  open: 'inprogress',
  answered: 'new',
  closed: 'success',
  withdrawn: 'default',
};

export const SEVERITY_APPEARANCE: Appearances<GroupUseView['severity']> = {
  administration: 'removed',
  access: 'moved',
  nothing: 'success',
  unread: 'default',
};

export const FLAG_APPEARANCE: Appearances<Flag['kind']> = {
  'newly-billable-stale': 'new',
  rebound: 'removed',
  'more-ended': 'removed',
  'scan-failed': 'removed',
};

/** Colours of tags and of chart bars; the tag's words carry the meaning. */
export const SOURCE_COLORS: Readonly<
  Record<PathSource, 'blue' | 'purple' | 'teal' | 'orange' | 'gray' | 'red' | 'yellow'>
> = {
  default: 'blue',
  scim: 'purple',
  local: 'teal',
  team: 'orange',
  unknown: 'gray',
  direct: 'red',
  inferred: 'yellow',
};

export const VERDICT_COLORS: Readonly<Record<Verdict, string>> = {
  keep: 'green',
  protected: 'gray',
  hold: 'yellow',
  cleanup: 'red',
  split: 'purple',
  'route-out': 'blue',
};
