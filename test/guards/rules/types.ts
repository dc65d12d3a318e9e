import ts from 'typescript';

import type { Files } from '../kit/files';
import { filesIn, typescriptFiles } from '../kit/files';
import { lineOf, parse, walk } from '../kit/syntax';
import type { Violation } from '../kit/violation';

/** Where data from outside comes in: there it is parsed, never believed. */
const BORDERS = ['src/atlassian/', 'src/storage/', 'src/entry/'];

/** Every `any`. */
export function anyTypes(files: Files): readonly Violation[] {
  return find(files, ['src/', 'static/', 'test/', 'scripts/'], (node) =>
    node.kind === ts.SyntaxKind.AnyKeyword ? 'has the type any; say unknown and parse' : null,
  );
}

/** Type assertions at the borders, but for `as const` and `as unknown`, which claim nothing. */
export function borderCasts(files: Files): readonly Violation[] {
  return find(files, BORDERS, (node) => {
    if (!ts.isAssertionExpression(node) || ts.isConstTypeReference(node.type)) return null;
    if (node.type.kind === ts.SyntaxKind.UnknownKeyword && !ts.isAssertionExpression(node.parent))
      return null;
    return `claims "as ${node.type.getText()}" on data at a border; parse it with a schema`;
  });
}

function find(
  files: Files,
  starts: readonly string[],
  judge: (node: ts.Node) => string | null,
): readonly Violation[] {
  return [...typescriptFiles(filesIn(files, ...starts))].flatMap(([file, text]) => {
    const violations: Violation[] = [];
    walk(parse(file, text), (node) => {
      const message = judge(node);
      if (message !== null) violations.push({ file, line: lineOf(node), message });
    });
    return violations;
  });
}
