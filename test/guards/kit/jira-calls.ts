import ts from 'typescript';

import { lineOf, walk } from './syntax';

/** One ``requestJira(route`…`)`` as it stands in the source. */
export interface JiraCall {
  readonly line: number;
  /** Null when the method does not stand there literally. */
  readonly method: string | null;
  /** Path with `{}` for each inserted value and without the query; null when it is no literal route. */
  readonly path: string | null;
}

/** Every call of `requestJira` in a file. */
export function jiraCalls(source: ts.SourceFile): readonly JiraCall[] {
  const calls: JiraCall[] = [];
  walk(source, (node) => {
    if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return;
    if (node.expression.name.text !== 'requestJira') return;
    const [route, options] = node.arguments;
    calls.push({ line: lineOf(node), method: methodOf(options), path: pathOf(route) });
  });
  return calls;
}

/** `/rest/api/3/user/{accountId}?x=1` → `/rest/api/3/user/{}`. */
export function normalizePath(path: string): string {
  return path.replace(/\{[^}]*\}/g, '{}').replace(/\?.*$/s, '');
}

function pathOf(route: ts.Expression | undefined): string | null {
  if (route === undefined || !ts.isTaggedTemplateExpression(route) || route.tag.getText() !== 'route')
    return null;
  const { template } = route;
  if (ts.isNoSubstitutionTemplateLiteral(template)) return normalizePath(template.text);
  const text = template.head.text + template.templateSpans.map((span) => `{}${span.literal.text}`).join('');
  // A value after a path segment (`…/search{}`) is a whole query made elsewhere.
  return normalizePath(text).replace(/([^/]){}$/, '$1');
}

/** GET without options or without `method` in an object literal; null when the options are made elsewhere. */
function methodOf(options: ts.Expression | undefined): string | null {
  if (options === undefined) return 'GET';
  if (!ts.isObjectLiteralExpression(options)) return null;
  const method = options.properties.find((property) => property.name?.getText() === 'method');
  if (method === undefined) return options.properties.some(ts.isSpreadAssignment) ? null : 'GET';
  if (!ts.isPropertyAssignment(method) || !ts.isStringLiteralLike(method.initializer)) return null;
  return method.initializer.text;
}
