import { it } from 'vitest';

import { projectFiles } from './kit/files';
import { expectNone } from './kit/violation';
import { importCycles } from './rules/import-cycles';

it('finds no ring of imports', () => {
  expectNone('No two files import each other, directly or round about.', importCycles(projectFiles()));
});
