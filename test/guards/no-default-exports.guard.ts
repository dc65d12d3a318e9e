import { it } from 'vitest';

import { projectFiles } from './kit/files';
import { expectNone } from './kit/violation';
import { defaultExports } from './rules/exports';

it('finds no default export', () => {
  expectNone('Modules export by name.', defaultExports(projectFiles()));
});
