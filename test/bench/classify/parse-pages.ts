import { readFileSync } from 'node:fs';
import type { PageCost } from './results';
import { pagePath, type ScanIndex } from './scan-folder';
import { Stopwatch } from './stopwatch';

/** The floor: `JSON.parse` and nothing else of each text that Atlassian sent, by source. */
export function parsePages(folder: string, { pages }: ScanIndex): ReadonlyMap<string, PageCost> {
  const costs = new Map<string, PageCost>();
  for (const [index, { source }] of pages.entries()) {
    const text = readFileSync(pagePath(folder, index), 'utf8');
    const watch = new Stopwatch();
    const value = watch.time((): unknown => JSON.parse(text));
    if (typeof value !== 'object' || value === null) throw new Error(`A page of ${source} holds nothing.`);
    const { pages: before, bytes, ms } = costs.get(source) ?? { pages: 0, bytes: 0, ms: 0 };
    costs.set(source, { pages: before + 1, bytes: bytes + text.length, ms: ms + watch.ms });
  }
  return costs;
}
