import { median } from '../median';
import type { PagesMeasured } from './bench';
import type { Measurement } from './results';

const FEWEST_LINES = 5_000;
/** Most that a resolver may take, in readings of what it reads. */
const RESOLVER_LIMIT = 4;
/** These classify every account of the scan, or check every record of the ledger, besides reading them. */
const COSTLIER: Readonly<Record<string, number>> = {
  'get-overview': 10,
  'list-seats': 15,
  'get-evidence': 8,
};
/** Most that a page may take, in times of the same page on a small site. */
const PAGE_LIMIT = 8;
/** Up to 1,000 lines come together, and a table for each kind of decision. */
const COSTLIER_PAGES: Readonly<Record<string, number>> = { 'Approvals page': 15 };

export interface PagesReport {
  readonly text: string;
  /** The review is large enough and nothing is above its limit. */
  readonly kept: boolean;
}

/** Medians over the rounds; a ratio is the median of the rounds' own ratios. */
export function reportPages({ review, small, resolvers, pages }: PagesMeasured): PagesReport {
  const rows = [
    ...resolvers.map((each) => toRow(each, COSTLIER[each.name.split(',')[0] ?? ''] ?? RESOLVER_LIMIT)),
    ...pages.map((each) => toRow(each, COSTLIER_PAGES[each.name] ?? PAGE_LIMIT)),
  ];
  const lines = [
    `A review of ${String(review.lines)} lines (at least ${String(FEWEST_LINES)}) with ${String(review.decisions)} decisions, of ${String(review.accounts)} accounts; medians`,
    '',
    `${''.padEnd(48)}${'ms'.padStart(8)}${'floor'.padStart(8)}${'ratio'.padStart(8)}${'limit'.padStart(8)}`,
    ...rows.map(({ text }) => text),
    '',
    'Floor of a resolver: reading what it reads once, unpacked and parsed.',
    `Floor of a page: the same page with ${String(small.lines)} lines, of ${String(small.accounts)} accounts.`,
  ];
  return {
    text: `${lines.join('\n')}\n`,
    kept: review.lines >= FEWEST_LINES && rows.every(({ kept }) => kept),
  };
}

function toRow(
  { name, rounds }: Measurement,
  limit: number,
): { readonly text: string; readonly kept: boolean } {
  const ratio = median(rounds.map(({ ms, floorMs }) => ms / floorMs));
  const cells = [
    median(rounds.map(({ ms }) => ms)).toFixed(0),
    median(rounds.map(({ floorMs }) => floorMs)).toFixed(0),
    ratio.toFixed(2),
    String(limit),
  ];
  const kept = ratio <= limit;
  return {
    kept,
    text: `${name.padEnd(48)}${cells.map((cell) => cell.padStart(8)).join('')}${kept ? '' : '  too slow'}`,
  };
}
