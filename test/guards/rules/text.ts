import type { Files } from '../kit/files';
import { filesIn } from '../kit/files';
import { lineAt } from '../kit/syntax';
import type { Violation } from '../kit/violation';

interface Pattern {
  readonly what: string;
  readonly find: RegExp;
}

// Put together from parts, so that this file does not contain what it forbids.
const UNFINISHED = new RegExp(`\\b(${['TO' + 'DO', 'FIX' + 'ME', 'X' + 'XX'].join('|')})\\b`, 'g');

const PRIVATE: readonly Pattern[] = [
  { what: 'a private key', find: /-{5}BEGIN [A-Z ]*PRIVATE KEY-{5}/g },
  { what: 'an Atlassian token', find: /\bAT(ATT|CTT|STT)3x[\w-]{20,}/g },
  { what: 'an access token', find: /\b(npm_|gh[pousr]_|github_pat_|xox[abp]-|glpat-)\w{20,}/g },
  { what: 'a cloud key', find: /\bAKIA[0-9A-Z]{16}\b/g },
  {
    what: 'a path of one machine',
    find: new RegExp(`(?<![\\w.@:}-])/(${['work', 'root', 'home'].join('|')})/`, 'g'),
  },
];

/** Words in code and documents that mark something as unfinished. */
export function unfinishedMarks(files: Files): readonly Violation[] {
  const ours = [...files].filter(
    ([path]) => !path.startsWith('test/fixtures/') && path !== 'package-lock.json',
  );
  return search(new Map(ours), [{ what: 'a mark of unfinished work', find: UNFINISHED }]);
}

/** Secrets and paths of one machine in any file, and hosts of a registry in the lock file. */
export function privateText(files: Files): readonly Violation[] {
  const lock = filesIn(files, 'package-lock.json');
  const hosts: Pattern = {
    what: 'the host of a package registry',
    find: /"resolved":\s*"(https?|git\+\w+):[^"]*"/g,
  };
  return [...search(files, PRIVATE), ...search(lock, [hosts])];
}

function search(files: Files, patterns: readonly Pattern[]): readonly Violation[] {
  return [...files].flatMap(([file, text]) =>
    patterns.flatMap(({ what, find }) =>
      [...text.matchAll(find)].map(({ index, 0: found }) => ({
        file,
        line: lineAt(text, index),
        // A secret must not be repeated in a log.
        message: `holds ${what} (${found.slice(0, 12)}…)`,
      })),
    ),
  );
}
