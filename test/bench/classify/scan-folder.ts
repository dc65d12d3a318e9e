import { readFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/**
 * A finished scan on disk: `values/`, what lies in the app's KVS for its snapshot, and `pages/`, the texts of the
 * REST replies that it was made of; one file each, in the order of the index.
 */
const scanIndex = z.object({
  snapshotId: z.string(),
  accounts: z.int().min(1),
  /** Seats by verdict, as the whole snapshot gives them when it is classified at once. */
  verdicts: z.record(z.string(), z.int().min(1)),
  keys: z.array(z.string()),
  pages: z.array(z.object({ source: z.string() })),
});
export type ScanIndex = z.output<typeof scanIndex>;

const INDEX = 'index.json';

/** Writes as it goes; the index comes last, so that a folder with one is whole. */
export class ScanFolderWriter {
  private readonly keys: string[] = [];
  private readonly pages: { source: string }[] = [];

  constructor(private readonly folder: string) {
    for (const part of ['values', 'pages']) mkdirSync(join(folder, part), { recursive: true });
  }

  addPage(source: string, text: string): void {
    writeFileSync(pagePath(this.folder, this.pages.length), text);
    this.pages.push({ source });
  }

  addValue(key: string, value: unknown): void {
    writeFileSync(valuePath(this.folder, this.keys.length), JSON.stringify(value));
    this.keys.push(key);
  }

  finish(facts: Pick<ScanIndex, 'snapshotId' | 'accounts' | 'verdicts'>): void {
    const index: ScanIndex = { ...facts, keys: this.keys, pages: this.pages };
    writeFileSync(join(this.folder, INDEX), JSON.stringify(index));
  }
}

/** @throws Error when the folder holds no whole scan */
export function readScanIndex(folder: string): ScanIndex {
  return scanIndex.parse(JSON.parse(readFileSync(join(folder, INDEX), 'utf8')));
}

export function pagePath(folder: string, index: number): string {
  return join(folder, 'pages', `${String(index)}.json`);
}

export function valuePath(folder: string, index: number): string {
  return join(folder, 'values', `${String(index)}.json`);
}
