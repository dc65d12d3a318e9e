import { median } from '../median';
import type { Measured } from './bench';
import type { Round } from './results';

const MOST_RSS_MIB = 256;
const SHOWN_SOURCES = 6;

export interface Report {
  readonly text: string;
  /** Neither the time nor the memory is missed. */
  readonly kept: boolean;
}

/** Medians over the rounds; the ratio is the median of the rounds' own ratios. */
export function reportClassify({ index, rounds, memory }: Measured): Report {
  const ratio = median(rounds.map((each) => each.classifyMs / floorOf(each)));
  const rss = memory.peakRssKiB / 1024;
  const seats = Object.values(index.verdicts).reduce((sum, count) => sum + count, 0);
  const lines = [
    `${count(index.accounts)} accounts, ${count(seats)} seats, ${count(index.pages.length)} pages; medians of ${String(rounds.length)} rounds`,
    '',
    row('JSON.parse of the pages', `${ms(median(rounds.map(floorOf)))} ms`),
    ...sourceRows(rounds),
    row('stored snapshot to every seat', `${ms(median(rounds.map(({ classifyMs }) => classifyMs)))} ms`),
    row('ratio (at most 1)', ratio.toFixed(2)),
    row(`peak RSS (below ${String(MOST_RSS_MIB)} MiB)`, `${rss.toFixed(0)} MiB`),
  ];
  return { text: `${lines.join('\n')}\n`, kept: ratio <= 1 && rss < MOST_RSS_MIB };
}

function sourceRows(rounds: readonly Round[]): string[] {
  const sources = Object.entries(rounds[0]?.pages ?? {}).sort(([, a], [, b]) => b.bytes - a.bytes);
  return sources.slice(0, SHOWN_SOURCES).map(([source, { pages, bytes }]) => {
    const time = median(rounds.map((each) => each.pages[source]?.ms ?? 0));
    return row(
      `  ${source}`,
      `${ms(time)} ms, ${count(pages)} pages of ${(bytes / 1e6).toFixed(1)} MB together`,
    );
  });
}

function floorOf({ pages }: Round): number {
  return Object.values(pages).reduce((sum, each) => sum + each.ms, 0);
}

function row(label: string, value: string): string {
  return `${label.padEnd(72)} ${value}`;
}

function ms(value: number): string {
  return value.toFixed(0).padStart(6);
}

function count(value: number): string {
  return value.toLocaleString('en-US');
}
