import { foldCycle } from '../../src/domain/review/fold-cycle';
import { membershipWrites } from './membership-writes';
import { messagesIn } from './messages';
import { recordsOf, reviewsOf } from './observed';
import type { Run } from './run';

/** Counts over some runs. */
export interface Figures {
  readonly runs: number;
  /** Calls that were hit, by mode. */
  readonly faults: Readonly<Record<string, number>>;
  /** Changes of the organization by the harness, and of memberships by anybody. */
  readonly changes: number;
  readonly writes: number;
  readonly cancelled: number;
  readonly blocked: number;
  readonly unclear: number;
  readonly stopped: number;
  readonly paused: number;
  /** Messages to people concerned, whatever became of them. */
  readonly messages: number;
  readonly claimed: number;
  /** Runs in which people gave up. */
  readonly gaveUp: number;
  /** Lines by how they ended: their outcome, or the state that they wait in. */
  readonly ended: Readonly<Record<string, number>>;
}

/** What a run comes to in numbers. */
export function figuresOf({ played: { observed, injected } }: Run): Figures {
  const observations = recordsOf(observed, 'removal-observed');
  const count = (outcome: string): number =>
    observations.filter(({ event }) => event.outcome === outcome).length;
  return {
    runs: 1,
    faults: Object.fromEntries([...injected].filter(([, hits]) => hits > 0)),
    changes: observed.history.steps.filter(({ kind }) => kind === 'change').length,
    writes: membershipWrites(observed.calls).length,
    cancelled: recordsOf(observed, 'removal-cancelled').length,
    blocked: count('blocked'),
    unclear: count('unclear'),
    stopped: recordsOf(observed, 'run-ended').filter(({ event }) => event.state === 'stopped').length,
    paused: recordsOf(observed, 'run-paused').length,
    messages: messagesIn(observed.calls).length,
    claimed: recordsOf(observed, 'seat-claimed').length,
    gaveUp: observed.ending.gaveUp === null ? 0 : 1,
    ended: tally(
      reviewsOf(observed)
        .filter((review) => review.some(({ event }) => event.kind === 'cycle-opened'))
        .flatMap((review) => foldCycle(review[0]?.ledger ?? '', review).lines)
        .map(({ state, outcome }) => outcome ?? state),
    ),
  };
}

/** The sum of several. */
export function sumOf(all: readonly Figures[]): Figures {
  const sum = (pick: (figures: Figures) => number): number =>
    all.reduce((total, each) => total + pick(each), 0);
  const merged = (pick: (figures: Figures) => Readonly<Record<string, number>>): Record<string, number> => {
    const total: Record<string, number> = {};
    for (const each of all)
      for (const [key, value] of Object.entries(pick(each))) total[key] = (total[key] ?? 0) + value;
    return total;
  };
  return {
    runs: sum(({ runs }) => runs),
    faults: merged(({ faults }) => faults),
    changes: sum(({ changes }) => changes),
    writes: sum(({ writes }) => writes),
    cancelled: sum(({ cancelled }) => cancelled),
    blocked: sum(({ blocked }) => blocked),
    unclear: sum(({ unclear }) => unclear),
    stopped: sum(({ stopped }) => stopped),
    paused: sum(({ paused }) => paused),
    messages: sum(({ messages }) => messages),
    claimed: sum(({ claimed }) => claimed),
    gaveUp: sum(({ gaveUp }) => gaveUp),
    ended: merged(({ ended }) => ended),
  };
}

function tally(words: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}
