import { it } from 'vitest';

import { projectFiles } from './kit/files';
import { expectNone } from './kit/violation';
import { privateText } from './rules/text';

it('finds nothing private', () => {
  expectNone(
    'No secret, no path of one machine and no registry host is in the project.',
    privateText(projectFiles()),
  );
});
