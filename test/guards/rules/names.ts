import type { Files } from '../kit/files';
import { filesIn, typescriptFiles } from '../kit/files';
import { exportedNames, lineOf, parse } from '../kit/syntax';
import type { Violation } from '../kit/violation';

const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/;
/** Upper-case by old custom. */
const CUSTOMARY = new Set(['README.md']);
/** They say that things lie together, not what they are. */
const EMPTY_WORD = /^(utils?|helpers?|managers?|common)$/i;
const EMPTY_ENDING = /(Utils?|Helpers?|Manager)$/;

/** Names of files and folders that are not kebab-case, and names that say nothing (architecture.md §4). */
export function names(files: Files): readonly Violation[] {
  const ours = filesIn(files, 'src/', 'static/', 'test/', 'scripts/');
  const paths = [...ours.keys()].flatMap((file) => {
    const message = pathFault(file);
    return message === null ? [] : [{ file, line: 0, message }];
  });
  return [...paths, ...[...typescriptFiles(ours)].flatMap(([file, text]) => exportFaults(file, text))];
}

function pathFault(path: string): string | null {
  for (const part of path.split('/')) {
    if (!KEBAB.test(part) && !CUSTOMARY.has(part)) return `"${part}" is not kebab-case`;
    const word = part.split(/[.-]/).find((one) => EMPTY_WORD.test(one));
    if (word !== undefined) return `"${word}" in its name does not say what it holds`;
  }
  return null;
}

function exportFaults(file: string, text: string): readonly Violation[] {
  return [...exportedNames(parse(file, text))]
    .filter(([name]) => EMPTY_ENDING.test(name))
    .map(([name, node]) => ({ file, line: lineOf(node), message: `"${name}" does not say what it does` }));
}
