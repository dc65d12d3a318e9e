import { expect, it } from 'vitest';

import { importCycles } from '../../guards/rules/import-cycles';
import { filesOf, shown } from './files-of';

it('finds a ring of three files and names the way round', () => {
  const files = filesOf({
    'src/a.ts': "import { b } from './b';",
    'src/b.ts': "export { c } from './c';",
    'src/c.ts': "import type { A } from './a';",
  });
  expect(shown(importCycles(files))).toEqual([
    'src/a.ts:0 is in a ring of imports: src/a.ts → src/b.ts → src/c.ts → src/a.ts',
  ]);
});

it('does not mind two ways to the same file', () => {
  const files = filesOf({
    'src/a.ts': "import './b';\nimport './c';",
    'src/b.ts': "import './c';",
    'src/c.ts': '',
  });
  expect(importCycles(files)).toEqual([]);
});
