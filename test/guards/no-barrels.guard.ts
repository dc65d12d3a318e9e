import { it } from 'vitest';

import { projectFiles } from './kit/files';
import { expectNone } from './kit/violation';
import { barrels } from './rules/exports';

it('finds no barrel', () => {
  expectNone('No file only re-exports what others export.', barrels(projectFiles()));
});
