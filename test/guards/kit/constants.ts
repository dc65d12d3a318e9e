import ts from 'typescript';

/** A value that can be read off the source text without running it; null for everything else. */
export type Constant = number | string | null | readonly Constant[] | { readonly [name: string]: Constant };

/** Values of the top-level constants of a module that are numbers, texts, or lists and objects of them. */
export function constantsOf(source: ts.SourceFile): ReadonlyMap<string, Constant> {
  const known = new Map<string, Constant>();
  for (const statement of source.statements) {
    if (!ts.isVariableStatement(statement)) continue;
    for (const { name, initializer } of statement.declarationList.declarations) {
      if (ts.isIdentifier(name) && initializer !== undefined)
        known.set(name.text, evaluate(initializer, known));
    }
  }
  return known;
}

/** Value of an expression in which the names of `known` may occur. */
export function evaluate(node: ts.Expression, known: ReadonlyMap<string, Constant>): Constant {
  const plain = unwrap(node);
  if (ts.isNumericLiteral(plain)) return Number(plain.text);
  if (ts.isStringLiteralLike(plain)) return plain.text;
  if (ts.isIdentifier(plain)) return known.get(plain.text) ?? null;
  if (ts.isPropertyAccessExpression(plain))
    return memberOf(evaluate(plain.expression, known), plain.name.text);
  if (ts.isBinaryExpression(plain)) return calculate(plain, known);
  if (ts.isArrayLiteralExpression(plain)) return plain.elements.map((element) => evaluate(element, known));
  if (ts.isObjectLiteralExpression(plain)) return objectOf(plain, known);
  return null;
}

/** The expression inside parentheses, `as const` and `satisfies`. */
export function unwrap(node: ts.Expression): ts.Expression {
  return ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isSatisfiesExpression(node)
    ? unwrap(node.expression)
    : node;
}

/** Numbers inside a constant by their path: `KVS_LIMITS.valueBytes`. */
export function numbersIn(name: string, value: Constant): readonly (readonly [string, number])[] {
  if (typeof value === 'number') return [[name, value]];
  if (value === null || typeof value === 'string') return [];
  return Object.entries(value).flatMap(([key, member]) => numbersIn(`${name}.${key}`, member));
}

function memberOf(value: Constant, name: string): Constant {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return null;
  return Object.entries(value).find(([key]) => key === name)?.[1] ?? null;
}

function objectOf(node: ts.ObjectLiteralExpression, known: ReadonlyMap<string, Constant>): Constant {
  const members: Record<string, Constant> = {};
  for (const property of node.properties) {
    if (ts.isShorthandPropertyAssignment(property))
      members[property.name.text] = known.get(property.name.text) ?? null;
    if (!ts.isPropertyAssignment(property)) continue;
    const { name } = property;
    if (ts.isIdentifier(name) || ts.isStringLiteral(name))
      members[name.text] = evaluate(property.initializer, known);
  }
  return members;
}

function calculate(node: ts.BinaryExpression, known: ReadonlyMap<string, Constant>): Constant {
  const left = evaluate(node.left, known);
  const right = evaluate(node.right, known);
  if (typeof left !== 'number' || typeof right !== 'number') return null;
  switch (node.operatorToken.kind) {
    case ts.SyntaxKind.PlusToken:
      return left + right;
    case ts.SyntaxKind.MinusToken:
      return left - right;
    case ts.SyntaxKind.AsteriskToken:
      return left * right;
    case ts.SyntaxKind.SlashToken:
      return left / right;
    case ts.SyntaxKind.AsteriskAsteriskToken:
      return left ** right;
    default:
      return null;
  }
}
