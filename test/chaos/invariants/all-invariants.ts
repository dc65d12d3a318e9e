import type { Observed } from '../observed';
import { noWriteUnapproved, nothingElseEnded } from './approval';
import { everyApprovalAllowed, noRunAboveCap } from './rights';
import { noWriteInBlackout, noWriteWhilePaused } from './holds';
import { everyNoticeHappened, nobodyToldTwice, noWriteBeforeNotice } from './notice';
import type { Breach, Invariant } from './breach';
import { everyChainWhole, everyRecordHappened, everyWriteRecorded } from './evidence';
import { noForbiddenGroup, nothingElseWritten } from './groups';
import { everyLineEnds, everyVerificationTrue } from './outcomes';
import { onlyOwnRemovalsGivenBack } from './undo';
import { noBlindRepeat, readBeforeWrite } from './writes';

/** What must hold of every run, by name. */
const INVARIANTS = {
  'no-forbidden-group': noForbiddenGroup,
  'nothing-else-written': nothingElseWritten,
  'only-own-removals-given-back': onlyOwnRemovalsGivenBack,
  'read-before-write': readBeforeWrite,
  'no-blind-repeat': noBlindRepeat,
  'no-write-unapproved': noWriteUnapproved,
  'nothing-else-ended': nothingElseEnded,
  'every-approval-allowed': everyApprovalAllowed,
  'no-run-above-cap': noRunAboveCap,
  'no-write-before-notice': noWriteBeforeNotice,
  'nobody-told-twice': nobodyToldTwice,
  'every-notice-happened': everyNoticeHappened,
  'no-write-in-blackout': noWriteInBlackout,
  'no-write-while-paused': noWriteWhilePaused,
  'every-write-recorded': everyWriteRecorded,
  'every-record-happened': everyRecordHappened,
  'every-verification-true': everyVerificationTrue,
  'every-chain-whole': everyChainWhole,
  'every-line-ends': everyLineEnds,
} as const satisfies Record<string, Invariant>;

export type InvariantName = keyof typeof INVARIANTS;

/** A breach with the invariant that it breaks. */
export type Broken = Breach & { readonly invariant: InvariantName };

/** Everything that a run broke; empty for a safe one. */
export function brokenBy(observed: Observed): readonly Broken[] {
  return Object.entries(INVARIANTS).flatMap(([name, invariant]) =>
    // Object.entries forgets which names there are.
    invariant(observed).map((breach) => ({ ...breach, invariant: name as InvariantName })),
  );
}
