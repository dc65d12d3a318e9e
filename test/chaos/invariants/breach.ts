import type { LoggedCall } from '../../local/call';
import type { Observed } from '../observed';

/** Something that must never be, with the calls that show it. */
export interface Breach {
  readonly what: string;
  readonly calls: readonly LoggedCall[];
}

/** What holds of every run, whatever failed on the way: a pure look at what it left behind. */
export type Invariant = (observed: Observed) => readonly Breach[];
