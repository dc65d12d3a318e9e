import { it } from 'vitest';

import { projectFiles } from './kit/files';
import { expectNone } from './kit/violation';
import { budgetsLimits } from './rules/budgets-limits';

it('keeps each budget below its limit', () => {
  expectNone('Each budget lies below the limit of the platform.', budgetsLimits(projectFiles()));
});
