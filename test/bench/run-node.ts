import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';

/** What a process of its own printed. @throws Error when it failed */
export function runNode(args: readonly string[]): string {
  return execFileSync(process.execPath, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 64 * 1024 * 1024,
  });
}

/** Fills a folder by a script that runs with the loader that runs us. The folder has its name only once it is whole. */
export function prepareFolder(folder: string, script: string, args: readonly string[]): void {
  if (existsSync(folder)) return;
  const unfinished = `${folder}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  runNode([...process.execArgv, script, unfinished, ...args]);
  renameSync(unfinished, folder);
}
