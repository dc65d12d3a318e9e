import { it } from 'vitest';

import { projectFiles } from './kit/files';
import { expectNone } from './kit/violation';
import { manifestExports } from './rules/manifest-exports';

it('agrees with the source', () => {
  expectNone('manifest.yml names what the source offers, and all of it.', manifestExports(projectFiles()));
});
