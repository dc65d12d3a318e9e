import type { Cycle } from '../review/cycle';
import { refuseUnlessOpen } from '../review/find-lines';
import { noticeDaysOf } from './notice-period';

/** Why nobody may be told in this review, as a sentence; null when people may. `project` is the key in Settings. */
export function mayNotTell(cycle: Cycle, project: string | null): string | null {
  const closed = refuseUnlessOpen(cycle);
  if (closed !== null) return closed.message;
  if (cycle.rehearsal) return 'This is a rehearsal: nothing is removed, and nobody is told.';
  if (noticeDaysOf(cycle) === 0) return 'This review opened with 0 days of notice: nobody is told.';
  if (project === null && cycle.notice === null)
    return 'A site administrator must first name, in Settings, the Jira project of the issue that people are told from.';
  return null;
}
