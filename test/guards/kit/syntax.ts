import ts from 'typescript';

const parsed = new Map<string, { readonly text: string; readonly source: ts.SourceFile }>();

/** The syntax tree of a file; the same text is parsed once. */
export function parse(path: string, text: string): ts.SourceFile {
  const known = parsed.get(path);
  if (known?.text === text) return known.source;
  const kind = path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, kind);
  parsed.set(path, { text, source });
  return source;
}

/** Calls `visit` for a node and everything below it. */
export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  ts.forEachChild(node, (child) => walk(child, visit));
}

/** Line of a node's first token, counted from 1. */
export function lineOf(node: ts.Node): number {
  const source = node.getSourceFile();
  return source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
}

/** Line of the end of a node, counted from 1. */
export function endLineOf(node: ts.Node): number {
  const source = node.getSourceFile();
  return source.getLineAndCharacterOfPosition(node.getEnd()).line + 1;
}

/** Line of a position in a text, counted from 1. */
export function lineAt(text: string, position: number): number {
  return text.slice(0, position).split('\n').length;
}

/** Names that a module exports, by declaration or by list; `*` for a re-export of everything. */
export function exportedNames(source: ts.SourceFile): ReadonlyMap<string, ts.Node> {
  const names = new Map<string, ts.Node>();
  for (const statement of source.statements) {
    if (ts.isExportAssignment(statement)) names.set('default', statement);
    else if (ts.isExportDeclaration(statement)) addExportList(statement, names);
    else if (hasModifier(statement, ts.SyntaxKind.ExportKeyword)) addDeclared(statement, names);
  }
  return names;
}

/** Whether a declaration carries a modifier such as `export` or `async`. */
export function hasModifier(node: ts.Node, kind: ts.SyntaxKind): boolean {
  return (
    ts.canHaveModifiers(node) && (ts.getModifiers(node)?.some((modifier) => modifier.kind === kind) ?? false)
  );
}

function addExportList(statement: ts.ExportDeclaration, names: Map<string, ts.Node>): void {
  const { exportClause } = statement;
  if (exportClause === undefined) names.set('*', statement);
  else if (ts.isNamespaceExport(exportClause)) names.set(exportClause.name.text, exportClause);
  else for (const element of exportClause.elements) names.set(element.name.text, element);
}

function addDeclared(statement: ts.Statement, names: Map<string, ts.Node>): void {
  if (hasModifier(statement, ts.SyntaxKind.DefaultKeyword)) names.set('default', statement);
  else if (ts.isVariableStatement(statement)) {
    for (const declaration of statement.declarationList.declarations) addBinding(declaration.name, names);
  } else if (isNamedDeclaration(statement) && statement.name !== undefined) {
    names.set(statement.name.text, statement);
  }
}

function isNamedDeclaration(
  node: ts.Node,
): node is
  | ts.FunctionDeclaration
  | ts.ClassDeclaration
  | ts.TypeAliasDeclaration
  | ts.InterfaceDeclaration
  | ts.EnumDeclaration {
  return (
    ts.isFunctionDeclaration(node) ||
    ts.isClassDeclaration(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isEnumDeclaration(node)
  );
}

function addBinding(name: ts.BindingName, names: Map<string, ts.Node>): void {
  if (ts.isIdentifier(name)) names.set(name.text, name);
  else for (const element of name.elements) if (ts.isBindingElement(element)) addBinding(element.name, names);
}
