import { BUDGETS } from '../lib/budgets';
import { MINUTE_MS } from '../lib/duration';
import type { TimeLeft } from '../ports/platform';

/** Counts the requests of one invocation to hosts other than Jira. */
export interface Egress {
  count(): void;
  /** How many more the app allows itself in this invocation. */
  left(): number;
}

/** Forge allows so many requests for each begun minute that a function may run; `timeLeft` tells that at its start. */
export function createEgress(timeLeft: TimeLeft): Egress {
  const allowed = BUDGETS.egressPerMinute * Math.max(1, Math.ceil(timeLeft() / MINUTE_MS));
  let made = 0;
  return {
    count() {
      made += 1;
    },
    left: () => Math.max(0, allowed - made),
  };
}
