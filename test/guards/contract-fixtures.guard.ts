import { it } from 'vitest';

import { projectFiles, sharedFiles, within } from './kit/files';
import { expectNone } from './kit/violation';
import { fixtureDifferences } from './rules/fixtures';

/** Folder of fixtures → folder of `../shared` that it is a copy of. */
const COPIES = [
  ['test/fixtures/contracts', 'contracts'],
  ['test/fixtures/facts', 'specs/facts'],
] as const;

it('finds the same contracts and facts in ../shared, where that is there', () => {
  const files = projectFiles();
  const violations = COPIES.flatMap(([copy, original]) => {
    const originals = sharedFiles(original);
    // Outside the house there is nothing to compare with: the copies are all that a checkout needs.
    return originals === null ? [] : fixtureDifferences(copy, within(files, copy), originals);
  });
  expectNone('The fixtures are copies of ../shared.', violations);
});
