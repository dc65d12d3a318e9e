import { it } from 'vitest';

import { projectFiles } from './kit/files';
import { expectNone } from './kit/violation';
import { names } from './rules/names';

it('finds only names that say something', () => {
  expectNone('Names say what a thing is.', names(projectFiles()));
});
