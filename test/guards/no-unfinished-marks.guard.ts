import { it } from 'vitest';

import { projectFiles } from './kit/files';
import { expectNone } from './kit/violation';
import { unfinishedMarks } from './rules/text';

it('finds no mark of unfinished work', () => {
  expectNone('Nothing is marked as unfinished.', unfinishedMarks(projectFiles()));
});
