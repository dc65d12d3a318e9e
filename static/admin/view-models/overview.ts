import type { Count, Flag, Overview, Todo } from '../../../src/contract/seat-replies';
import { SOURCE_COLORS, VERDICT_COLORS } from './appearances';
import type { PathSource, Snapshot } from './contract-types';
import { capitalised, counted } from './counts';
import { dayWithAge } from './dates';
import { PAGE_LABELS, productLabel, SOURCE_LABELS, VERDICT_LABELS, VERDICT_MEANINGS } from './labels';

export interface BarRow {
  readonly product: string;
  readonly source: string;
  readonly seats: number;
}

/** Bars: one per product, stacked by path source. A seat whose paths have several sources counts once, as such. */
export function productSourceBars(snapshot: Snapshot): BarRow[] {
  return snapshot.byProductAndSource.map(({ product, source, seats }) => ({
    product: productName(snapshot.byProduct, product),
    source: sourceName(sourceKey(snapshot.bySource, source)),
    seats,
  }));
}

/** Colours of the bars' sources, the same as their tags'. */
export function sourcePalette(snapshot: Snapshot): { key: string; value: string }[] {
  const keys = [
    ...new Set(snapshot.byProductAndSource.map(({ source }) => sourceKey(snapshot.bySource, source))),
  ];
  return keys.map((key) => ({
    key: sourceName(key),
    value: `color.chart.${isSource(key) ? SOURCE_COLORS[key] : 'magenta'}.bold`,
  }));
}

export interface CountRow {
  readonly key: string;
  /** Whether the seats page can be narrowed to these seats. */
  readonly canFilter: boolean;
  readonly label: string;
  readonly seats: string;
}

export function countRows(counts: readonly Count[]): CountRow[] {
  return counts.map(({ key, label, seats }) => ({
    key,
    canFilter: true,
    label: capitalised(label),
    seats: counted(seats, 'seat'),
  }));
}

export function sourceRows(counts: readonly Count[]): CountRow[] {
  return counts.map(({ key, seats }) => ({
    key,
    canFilter: isSource(key),
    label: sourceName(key),
    seats: counted(seats, 'seat'),
  }));
}

export interface VerdictRow extends CountRow {
  readonly verdict: Snapshot['byVerdict'][number]['verdict'];
  readonly meaning: string;
}

export function verdictRows(snapshot: Snapshot): VerdictRow[] {
  return snapshot.byVerdict.map(({ verdict, key, seats }) => ({
    key,
    verdict,
    canFilter: true,
    label: VERDICT_LABELS[verdict],
    meaning: VERDICT_MEANINGS[verdict],
    seats: counted(seats, 'seat'),
  }));
}

/** Slices of the verdict chart; empty verdicts are left out, the list beside it names them all. */
export function verdictSlices(snapshot: Snapshot): { verdict: string; seats: number }[] {
  return snapshot.byVerdict
    .filter(({ seats }) => seats > 0)
    .map(({ verdict, seats }) => ({ verdict: VERDICT_LABELS[verdict], seats }));
}

/** Colours of the slices, as near to the lozenges' as charts allow. */
export function verdictPalette(): { key: string; value: string }[] {
  return Object.entries(VERDICT_COLORS).map(([verdict, color]) => ({
    key: Object.entries(VERDICT_LABELS).find(([key]) => key === verdict)?.[1] ?? verdict,
    value: `color.chart.${color}.bold`,
  }));
}

/** "Snapshot of 2 Nov 2026 (3 days ago): 412 accounts, 655 seats. Read with …". */
export function snapshotInWords({ takenAt, accounts, seats, mode, depth }: Snapshot, now: string): string {
  const how =
    mode === 'org-key' ? 'with the organization key' : 'from Jira alone, without an organization key';
  const deep =
    depth === 'deep'
      ? ' Account facts of would-be removals are read.'
      : ' Account facts are read when a review opens; until then cleanups are provisional.';
  return `Snapshot of ${dayWithAge(takenAt, now)}: ${counted(accounts, 'account')}, ${counted(seats, 'seat')}, read ${how}.${deep}`;
}

/** How many flags there are, and of what. */
export function flagsInWords(flags: readonly Flag[]): string {
  if (flags.length === 0) {
    return 'Nothing is flagged. The daily scan flags seats that became billable without being used; checks of removals flag what came back.';
  }
  const ofKind = (kind: Flag['kind']): number => flags.filter((flag) => flag.kind === kind).length;
  const parts = [
    [ofKind('more-ended'), 'removal', 'that ended more than was approved'],
    [ofKind('rebound'), 'seat', 'back after removal'],
    [ofKind('newly-billable-stale'), 'seat', 'newly billable without use'],
    [ofKind('scan-failed'), 'scan', 'that failed'],
  ] as const;
  const told = parts.flatMap(([count, noun, what]) =>
    count === 0 ? [] : [`${counted(count, noun)} ${what}`],
  );
  return `${counted(flags.length, 'flag')}: ${told.join(', ')}.`;
}

/** The words on the button of a task. */
export function todoAction({ page }: Todo): string {
  return `Go to ${PAGE_LABELS[page]}`;
}

/** Name of a product by its key; the key itself when nobody told a name. */
export function productNames(overview: Overview): (key: string) => string {
  return (key) => productName(overview.snapshot?.byProduct ?? [], key);
}

function productName(counts: readonly Count[], key: string): string {
  const label = labelOf(counts, key);
  return label === key ? productLabel(key) : label;
}

function labelOf(counts: readonly Count[], key: string): string {
  return counts.find((count) => count.key === key)?.label ?? key;
}

/** The reply names a source by its key or by its label: the key of either. */
function sourceKey(counts: readonly Count[], source: string): string {
  return counts.find(({ label }) => label === source)?.key ?? source;
}

/** What the reply calls a seat whose paths have several sources. */
const SEVERAL = 'mixed';

function sourceName(key: string): string {
  if (key === SEVERAL) return 'Several sources';
  return capitalised(isSource(key) ? SOURCE_LABELS[key] : key);
}

function isSource(key: string): key is PathSource {
  return Object.hasOwn(SOURCE_LABELS, key);
}
