import type { LocalState } from '../local/schemas';

/** What each tab of the inspector gets. */
export interface TabProps {
  readonly state: LocalState;
}
