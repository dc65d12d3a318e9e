import ts from 'typescript';

import { unwrap } from '../kit/constants';
import type { Files } from '../kit/files';
import { lineOf, parse, walk } from '../kit/syntax';
import type { Violation } from '../kit/violation';

const RESOLVERS = 'src/contract/resolvers.ts';
const PAGE = 'docs/permissions.md';

/** Resolvers that the table of docs/permissions.md does not name, each as `` `name` `` in a row. */
export function permissionsPage(files: Files): readonly Violation[] {
  const text = files.get(RESOLVERS);
  if (text === undefined) return [{ file: RESOLVERS, line: 0, message: 'is missing' }];
  const rows = (files.get(PAGE) ?? '').split('\n').filter((line) => line.startsWith('|'));
  const resolvers = resolverNames(parse(RESOLVERS, text));
  if (resolvers.length === 0)
    return [{ file: RESOLVERS, line: 0, message: 'exports no resolvers as one object' }];
  return resolvers
    .filter(({ name }) => !rows.some((row) => row.includes(`\`${name}\``)))
    .map(({ name, line }) => ({ file: RESOLVERS, line, message: `${name} is not in a table of ${PAGE}` }));
}

function resolverNames(source: ts.SourceFile): readonly { readonly name: string; readonly line: number }[] {
  const found: { name: string; line: number }[] = [];
  walk(source, (node) => {
    if (
      !ts.isVariableDeclaration(node) ||
      node.name.getText() !== 'resolvers' ||
      node.initializer === undefined
    )
      return;
    const value = unwrap(node.initializer);
    if (!ts.isObjectLiteralExpression(value)) return;
    for (const { name } of value.properties) {
      if (name !== undefined && (ts.isIdentifier(name) || ts.isStringLiteral(name))) {
        found.push({ name: name.text, line: lineOf(name) });
      }
    }
  });
  return found;
}
