import { it } from 'vitest';

import { projectFiles } from './kit/files';
import { expectNone } from './kit/violation';
import { anyTypes } from './rules/types';

it('finds no any', () => {
  expectNone('No value is of type any.', anyTypes(projectFiles()));
});
