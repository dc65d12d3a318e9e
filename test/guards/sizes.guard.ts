import { it } from 'vitest';

import { projectFiles } from './kit/files';
import { expectNone } from './kit/violation';
import { sizes } from './rules/sizes';

it('finds nothing too long', () => {
  expectNone('Files and functions are short enough to read.', sizes(projectFiles()));
});
