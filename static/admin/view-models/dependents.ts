import type { Dependents } from '../../../src/contract/execution-replies';
import { counted, grouped, listed } from './counts';

/** Keys of projects that a cell names before it counts the rest. */
const NAMED = 3;

/** What each kind is called at the beginning of a sentence. */
const KINDS = {
  issues: 'Open issues',
  leads: 'Projects led',
  filters: 'Filters',
  dashboards: 'Dashboards',
} as const;

type Kind = keyof typeof KINDS;
const ALL_KINDS = ['issues', 'leads', 'filters', 'dashboards'] as const satisfies readonly Kind[];

/** What each column shows of a person: short, so that rows keep their height when answers come. */
export function dependentCells(row: Dependents | undefined): Record<Kind, string> {
  if (row === undefined)
    return { issues: 'Reading…', leads: 'Reading…', filters: 'Reading…', dashboards: 'Reading…' };
  return {
    issues: countInWords(row.issues),
    leads: row.leads.known ? projectsInWords(row.leads.value) : 'Not read',
    filters: countInWords(row.filters),
    dashboards: countInWords(row.dashboards),
  };
}

/** The app sees what its account may see: a number is a least, and nought says nothing of the rest. */
function countInWords(count: Dependents['issues']): string {
  if (!count.known) return 'Not read';
  return count.value === 0 ? 'None seen' : `At least ${grouped(count.value)}`;
}

function projectsInWords(keys: readonly string[]): string {
  if (keys.length === 0) return 'None seen';
  const more = keys.length - NAMED;
  return more <= 0 ? listed(keys) : `${keys.slice(0, NAMED).join(', ')} and ${grouped(more)} more`;
}

export interface DependentsSummary {
  readonly appearance: 'information' | 'success' | 'warning';
  readonly title: string;
  readonly text: string;
  /** What could not be read and why, each as a sentence. */
  readonly unread: readonly string[];
  /** Whether reading again may tell more: what a scan has not read only a scan can. */
  readonly mayTryAgain: boolean;
}

/**
 * What all rows come to: what to hand over first, or that nothing was seen. `people` is how many are asked about. While
 * they are read the sentence is about as long as the one that takes its place, so that the page does not jump.
 */
export function summaryOf(rows: readonly Dependents[], people: number): DependentsSummary {
  if (rows.length < people)
    return {
      appearance: 'information',
      title: 'Reading what depends on these people',
      text: `${grouped(rows.length)} of ${counted(people, 'person')} read. Their open issues, filters and dashboards are counted now, some people at a time. Removals need not wait for it.`,
      unread: [],
      mayTryAgain: false,
    };
  const unread = unreadInWords(rows);
  return { ...verdictOf(rows, unread.length === 0), unread, mayTryAgain: rows.some(isUnread) };
}

function verdictOf(
  rows: readonly Dependents[],
  isWhole: boolean,
): Pick<DependentsSummary, 'appearance' | 'title' | 'text'> {
  const concerned = rows.filter((row) => ALL_KINDS.some((kind) => has(row, kind))).length;
  if (concerned > 0)
    return { appearance: 'warning', title: 'Hand over first', text: handOver(rows, concerned) };
  if (!isWhole)
    return {
      appearance: 'warning',
      title: 'Not all that may depend on these people was read',
      text: 'Nothing was seen in what could be read. The rest may hold something to hand over.',
    };
  return {
    appearance: 'success',
    title: 'Nothing seen that depends on these people',
    text: 'SeatTrace sees no open issues, projects, filters or dashboards of theirs. There may be some that it may not see.',
  };
}

/** Whether a number was not read that is read live. */
export function isUnread({ issues, filters, dashboards }: Dependents): boolean {
  return [issues, filters, dashboards].some((count) => !count.known);
}

function has(row: Dependents, kind: Kind): boolean {
  if (kind === 'leads') return row.leads.known && row.leads.value.length > 0;
  return row[kind].known && row[kind].value > 0;
}

/** "Something depends on 2 people of 12. Before you remove them, assign their open issues to somebody else." */
function handOver(rows: readonly Dependents[], concerned: number): string {
  const any = (kind: Kind): boolean => rows.some((row) => has(row, kind));
  const led = [...new Set(rows.flatMap(({ leads }) => (leads.known ? leads.value : [])))].sort();
  const owned = (['filters', 'dashboards'] as const).filter(any);
  const steps = [
    ...(any('issues') ? ['assign their open issues to somebody else'] : []),
    ...(led.length > 0 ? [`name another lead of ${projectsInWords(led)}`] : []),
    ...(owned.length > 0 ? [`give another owner to ${listed(owned)} that others rely on`] : []),
  ];
  return `Something depends on ${counted(concerned, 'person')} of ${grouped(rows.length)}. Before you remove them, ${listed(steps)}.`;
}

/** "Filters of 2 people were not read: Atlassian asks to wait." Once for each kind and reason. */
function unreadInWords(rows: readonly Dependents[]): string[] {
  return ALL_KINDS.flatMap((kind) => {
    const reasons = rows.flatMap(({ [kind]: signal }) => (signal.known ? [] : [signal.reason]));
    return [...new Set(reasons)].map((reason) => {
      const people = reasons.filter((each) => each === reason).length;
      return `${KINDS[kind]} of ${counted(people, 'person')} were not read: ${reason}`;
    });
  });
}
