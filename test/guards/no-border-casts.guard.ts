import { it } from 'vitest';

import { projectFiles } from './kit/files';
import { expectNone } from './kit/violation';
import { borderCasts } from './rules/types';

it('finds no cast where data comes in', () => {
  expectNone('Data from outside is parsed, not cast.', borderCasts(projectFiles()));
});
