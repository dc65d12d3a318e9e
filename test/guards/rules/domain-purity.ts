import ts from 'typescript';

import type { Files } from '../kit/files';
import { filesIn, typescriptFiles } from '../kit/files';
import { hasModifier, lineOf, parse, walk } from '../kit/syntax';
import type { Violation } from '../kit/violation';

/** Names that reach for the clock, chance, the machine or the outside. */
const IMPURE = new Set(
  'process console setTimeout setInterval setImmediate queueMicrotask fetch performance globalThis crypto Intl Promise'.split(
    ' ',
  ),
);
const IMPURE_MEMBERS = new Set(['Date.now', 'Math.random']);
/** Their result depends on the language of the machine. */
const BY_LOCALE = new Set([
  'localeCompare',
  'toLocaleString',
  'toLocaleDateString',
  'toLocaleTimeString',
  'toLocaleLowerCase',
  'toLocaleUpperCase',
]);
/** Functions of date-fns that read the clock. */
const READS_CLOCK =
  /^(is(Today|Tomorrow|Yesterday|Past|Future|This[A-Z]\w*)|(start|end)Of(Today|Tomorrow|Yesterday)|formatDistanceToNow(Strict)?|constructNow)$/;

/** Code in src/domain whose outcome depends on anything but its arguments (architecture.md §1). */
export function domainPurity(files: Files): readonly Violation[] {
  return [...typescriptFiles(filesIn(files, 'src/domain/'))].flatMap(([path, text]) => {
    const violations: Violation[] = [];
    walk(parse(path, text), (node) => {
      const found = impurity(node);
      if (found !== null)
        violations.push({ file: path, line: lineOf(node), message: `${found} is not pure` });
    });
    return violations;
  });
}

function impurity(node: ts.Node): string | null {
  if (hasModifier(node, ts.SyntaxKind.AsyncKeyword)) return 'async';
  if (ts.isAwaitExpression(node)) return 'await';
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) return 'import()';
  if (ts.isNewExpression(node) && isDate(node.expression) && (node.arguments?.length ?? 0) === 0)
    return 'new Date()';
  if (ts.isCallExpression(node) && isDate(node.expression)) return 'Date()';
  if (ts.isPropertyAccessExpression(node)) {
    const member = `${node.expression.getText()}.${node.name.text}`;
    if (IMPURE_MEMBERS.has(member)) return member;
    if (BY_LOCALE.has(node.name.text)) return `${node.name.text} (the machine's language)`;
  }
  if (ts.isImportSpecifier(node)) return impureImport(node);
  return ts.isIdentifier(node) && IMPURE.has(node.text) && isFreeName(node) ? node.text : null;
}

function isDate(node: ts.Node): boolean {
  return ts.isIdentifier(node) && node.text === 'Date';
}

function impureImport(node: ts.ImportSpecifier): string | null {
  const from = node.parent.parent.parent.moduleSpecifier;
  const name = (node.propertyName ?? node.name).text;
  if (!ts.isStringLiteral(from)) return null;
  if (from.text === 'node:crypto' && !['createHash', 'Hash'].includes(name)) return `${name} of node:crypto`;
  return from.text === 'date-fns' && READS_CLOCK.test(name) ? `${name} of date-fns` : null;
}

/** Whether an identifier stands for a variable, not for a member's or property's own name. */
function isFreeName(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isQualifiedName(parent)) return parent.left === node;
  return !(
    (ts.isPropertyAssignment(parent) ||
      ts.isPropertySignature(parent) ||
      ts.isMethodSignature(parent) ||
      ts.isMethodDeclaration(parent) ||
      ts.isPropertyDeclaration(parent) ||
      ts.isImportSpecifier(parent) ||
      ts.isFunctionDeclaration(parent)) &&
    parent.name === node
  );
}
