import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Text of files by their path from the project's root, with forward slashes. Guards see nothing else. */
export type Files = ReadonlyMap<string, string>;

const ROOT = resolve(import.meta.dirname, '../../..');

/** Made by tools and ignored by git. */
const NOT_OURS = new Set(['.git', 'node_modules', '.data', '.cache', 'dist', 'screenshots', 'coverage']);

/** Every text file of the project. */
export function projectFiles(): Files {
  return folderFiles(ROOT);
}

/** Every text file of `../shared/<folder>`, or null where there is no such folder beside the checkout. */
export function sharedFiles(folder: string): Files | null {
  try {
    return folderFiles(join(ROOT, '..', 'shared', folder));
  } catch {
    return null;
  }
}

/** The files whose path begins with one of these. */
export function filesIn(files: Files, ...starts: readonly string[]): Files {
  return new Map([...files].filter(([path]) => starts.some((start) => path.startsWith(start))));
}

/** The files of one folder, by their path inside it. */
export function within(files: Files, folder: string): Files {
  return new Map(
    [...filesIn(files, `${folder}/`)].map(([path, text]) => [path.slice(folder.length + 1), text]),
  );
}

/** The TypeScript files among them. */
export function typescriptFiles(files: Files): Files {
  return new Map([...files].filter(([path]) => /\.tsx?$/.test(path)));
}

function folderFiles(root: string): Files {
  const files = new Map<string, string>();
  const visit = (folder: string): void => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory() && !NOT_OURS.has(entry.name)) visit(path);
      if (!entry.isFile() || entry.name.endsWith('.log')) continue;
      const bytes = readFileSync(join(root, path));
      if (!bytes.includes(0)) files.set(path, bytes.toString('utf8'));
    }
  };
  visit('');
  return files;
}
