import { join } from 'node:path';
import { z } from 'zod';
import { prepareFolder, runNode } from '../run-node';
import { measurement, type Measurement } from './results';
import { readStoredReview, type StoredReview } from './stored-review';

const RESOLVER_ROUNDS = 7;
const PAGE_ROUNDS = 5;
/** Records of decisions; half as many of approval follow. */
const DECISIONS = 300;
const SMALL = { accounts: 30, decisions: 1 };

export interface PagesMeasured {
  readonly review: StoredReview;
  readonly small: StoredReview;
  readonly resolvers: readonly Measurement[];
  readonly pages: readonly Measurement[];
}

/**
 * What the pages ask of the back end, and the pages in a browser, on a review of a generated organization. Each part
 * is a process of its own; the reviews are kept in `folder` for the next run.
 */
export function benchPages(folder: string, accounts: number): PagesMeasured {
  process.stderr.write(
    'Scanning a generated organization and deciding lines of a review; this takes a minute.\n',
  );
  const large = prepareReview(join(folder, 'large'), accounts, DECISIONS);
  const small = prepareReview(join(folder, 'small'), SMALL.accounts, SMALL.decisions);
  const measure = (script: string, args: readonly string[]): Measurement[] =>
    z.array(measurement).parse(JSON.parse(runNode([...process.execArgv, join(__dirname, script), ...args])));
  return {
    review: readStoredReview(large).review,
    small: readStoredReview(small).review,
    resolvers: measure('measure-resolvers.ts', [large, String(RESOLVER_ROUNDS)]),
    pages: measure('measure-pages.ts', [large, small, String(PAGE_ROUNDS)]),
  };
}

function prepareReview(folder: string, accounts: number, decisions: number): string {
  prepareFolder(folder, join(__dirname, 'prepare-review.ts'), [String(accounts), String(decisions)]);
  return folder;
}
