import { it } from 'vitest';

import { projectFiles } from './kit/files';
import { expectNone } from './kit/violation';
import { scopesEndpoints } from './rules/scopes-endpoints';

it('asks for the scopes that the gateways need, and no more', () => {
  expectNone(
    'Each Jira request has its scope and its row in docs/permissions.md, and each scope has a request.',
    scopesEndpoints(projectFiles()),
  );
});
