import { it } from 'vitest';

import { projectFiles } from './kit/files';
import { expectNone } from './kit/violation';
import { permissionsPage } from './rules/permissions-page';

it('names each resolver', () => {
  expectNone('docs/permissions.md names each resolver.', permissionsPage(projectFiles()));
});
