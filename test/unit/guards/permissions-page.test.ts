import { expect, it } from 'vitest';

import { permissionsPage } from '../../guards/rules/permissions-page';
import { filesOf, shown } from './files-of';

const resolvers = `export const resolvers = {
  'get-session': { access: 'self' },
  scan: { access: 'reviewer' },
} as const satisfies Record<string, Definition>;`;

it('finds a resolver that no table names', () => {
  const page = 'The resolver `scan` is mentioned here.\n| `get-session` | own account |\n';
  const files = filesOf({ 'src/contract/resolvers.ts': resolvers, 'docs/permissions.md': page });
  expect(shown(permissionsPage(files))).toEqual([
    'src/contract/resolvers.ts:3 scan is not in a table of docs/permissions.md',
  ]);
});

it('finds that there is no table of resolvers at all', () => {
  expect(
    shown(permissionsPage(filesOf({ 'src/contract/resolvers.ts': 'export const other = {};' }))),
  ).toEqual(['src/contract/resolvers.ts:0 exports no resolvers as one object']);
});
