import type { Files } from '../kit/files';
import type { Violation } from '../kit/violation';

/** Files of a folder of fixtures that are not the same in the folder that they are copied from. */
export function fixtureDifferences(folder: string, copies: Files, originals: Files): readonly Violation[] {
  const names = [...new Set([...copies.keys(), ...originals.keys()])].sort();
  return names.flatMap((name) => {
    const file = `${folder}/${name}`;
    const copy = copies.get(name);
    const original = originals.get(name);
    if (copy === original) return [];
    if (copy === undefined) return [{ file, line: 0, message: 'is missing; copy it from ../shared' }];
    if (original === undefined) return [{ file, line: 0, message: 'is not in ../shared' }];
    return [{ file, line: firstDifference(copy, original), message: 'differs from ../shared' }];
  });
}

function firstDifference(a: string, b: string): number {
  const other = b.split('\n');
  const index = a.split('\n').findIndex((line, at) => line !== other[at]);
  return index < 0 ? other.length : index + 1;
}
