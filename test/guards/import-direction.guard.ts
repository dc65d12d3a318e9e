import { it } from 'vitest';

import { projectFiles } from './kit/files';
import { expectNone } from './kit/violation';
import { importDirection } from './rules/import-direction';

it('lets each layer import only what lies below it', () => {
  expectNone('Imports follow the direction of architecture.md §2.', importDirection(projectFiles()));
});
