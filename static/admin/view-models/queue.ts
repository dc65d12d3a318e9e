import type {
  CycleView,
  LineAssignment,
  LineRow,
  ReviewerProgress,
} from '../../../src/contract/review-replies';
import { capitalised, counted } from './counts';
import { isLate } from './cycle';
import type { Choice } from './input';
import type { Filters } from './route';

/** The value of the filter that shows every line, whoever is assigned. */
export const ALL_LINES = 'all';

/** How far one person is with the lines of a review; null for whoever has none. */
export function progressOf({ progress }: CycleView, accountId: string): ReviewerProgress | null {
  return progress.find(({ reviewer }) => reviewer === accountId) ?? null;
}

/** Whose lines are shown first: one's own queue, for whoever has one. */
export function firstQueue(cycle: CycleView, accountId: string): string {
  return progressOf(cycle, accountId) === null ? ALL_LINES : 'me';
}

/** The filters that the URL means. A queue is what is still to decide, unless a state is asked for. */
export function queueFilters(filters: Filters, first: string): Filters {
  const { assignee = first, ...others } = filters;
  if (assignee === ALL_LINES) return others;
  return assignee === 'me' ? { state: 'undecided', ...others, assignee } : { ...others, assignee };
}

/** "My queue (12)" and the others; an account in the URL is one reviewer's. */
export function queueChoices(cycle: CycleView, accountId: string, chosen: string | undefined): Choice[] {
  const mine = progressOf(cycle, accountId);
  const known: Choice[] = [
    { value: 'me', label: `My queue (${String(mine?.open ?? 0)})` },
    { value: ALL_LINES, label: 'All lines' },
    { value: 'anybody', label: 'Assigned to somebody' },
    { value: 'nobody', label: 'Assigned to nobody' },
  ];
  const isOther = chosen !== undefined && known.every(({ value }) => value !== chosen);
  return isOther ? [...known, { value: chosen, label: 'One reviewer' }] : known;
}

/** What to do next when nothing is left in one's queue. */
export function emptyQueueInWords(cycle: CycleView, accountId: string): string {
  const mine = progressOf(cycle, accountId);
  const done =
    mine === null
      ? 'No line is assigned to you.'
      : `Of your ${counted(mine.assigned, 'line')} none is undecided.`;
  return cycle.counts.byState.undecided === 0
    ? `${done} Nothing is left to decide in this review: what was decided waits for approval.`
    : `${done} You may decide lines of others, too: ${counted(cycle.counts.byState.undecided, 'line')} of this review are undecided.`;
}

/** Said where the day is over and undecided lines stay where they are; null while there is nothing to say. */
export function nobodyTakesOver(cycle: CycleView, now: string): string | null {
  const { fallbackReviewer, counts } = cycle;
  if (fallbackReviewer !== null || counts.byState.undecided === 0 || !isLate(cycle, now)) return null;
  return `The review is past its due day with ${counted(counts.byState.undecided, 'line')} undecided, and nobody is named to take over. Settings name a fallback reviewer for the next review; the lines of this one can be assigned by hand.`;
}

/** "Handed over by ACCOUNT: a note"; account ids in it, and empty for a line that was never assigned. */
export function assignmentInWords({ assignments }: Pick<LineRow, 'assignments'>): string {
  const last = assignments.at(-1);
  return last === undefined || last.because === 'rule' || last.because === 'fallback'
    ? ''
    : causeInWords(last);
}

/** Each time that the line changed hands, oldest first, with account ids in it. */
export function assignmentsInWords({ assignments }: Pick<LineRow, 'assignments'>): string[] {
  return assignments.map((each) => `To ${each.reviewer ?? 'nobody'}. ${capitalised(causeInWords(each))}`);
}

function causeInWords({ because, by, note }: LineAssignment): string {
  switch (because) {
    case 'rule':
    case 'fallback':
      return `When the review opened: ${note.toLowerCase()}`;
    case 'handed-over':
      return `Handed over by ${by}${note === '' ? '' : `: ${note}`}`;
    case 'escalated':
      return 'Taken over because the review is past its due day';
  }
}
