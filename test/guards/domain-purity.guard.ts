import { it } from 'vitest';

import { projectFiles } from './kit/files';
import { expectNone } from './kit/violation';
import { domainPurity } from './rules/domain-purity';

it('finds no clock, chance or outside world in the domain', () => {
  expectNone('The domain depends on its arguments alone.', domainPurity(projectFiles()));
});
