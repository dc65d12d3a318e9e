import ts from 'typescript';

import type { Files } from '../kit/files';
import { filesIn, typescriptFiles } from '../kit/files';
import { exportedNames, lineOf, parse } from '../kit/syntax';
import type { Violation } from '../kit/violation';

/** These tools take their configuration as a default export. */
const CONFIGURATION = /(^|\/)(vite|vitest)\.config\.ts$/;

/** Files that only pass on what others export. `src/index.ts` is the platform's entry and may. */
export function barrels(files: Files): readonly Violation[] {
  return [...typescriptFiles(filesIn(files, 'src/', 'static/', 'test/', 'scripts/'))].flatMap(
    ([path, text]) => {
      if (path === 'src/index.ts' || !onlyPassesOn(parse(path, text))) return [];
      return [
        { file: path, line: 1, message: 'only re-exports what others export; import from those instead' },
      ];
    },
  );
}

/** Default exports, but for configuration files whose tool wants one. */
export function defaultExports(files: Files): readonly Violation[] {
  return [...typescriptFiles(files)].flatMap(([path, text]) => {
    const found = exportedNames(parse(path, text)).get('default');
    if (found === undefined || CONFIGURATION.test(path)) return [];
    return [{ file: path, line: lineOf(found), message: 'has a default export; export by name' }];
  });
}

function onlyPassesOn(source: ts.SourceFile): boolean {
  const imported = new Set<string>();
  let passesOn = false;
  for (const statement of source.statements) {
    if (ts.isImportDeclaration(statement)) addImported(statement, imported);
    else if (!ts.isExportDeclaration(statement)) return false;
    else if (statement.moduleSpecifier !== undefined) passesOn = true;
    else if (!exportsOnly(statement, imported)) return false;
    else passesOn = true;
  }
  return passesOn;
}

function addImported({ importClause }: ts.ImportDeclaration, imported: Set<string>): void {
  const bindings = importClause?.namedBindings;
  if (importClause?.name !== undefined) imported.add(importClause.name.text);
  if (bindings === undefined) return;
  if (ts.isNamespaceImport(bindings)) imported.add(bindings.name.text);
  else for (const element of bindings.elements) imported.add(element.name.text);
}

function exportsOnly({ exportClause }: ts.ExportDeclaration, imported: ReadonlySet<string>): boolean {
  if (exportClause === undefined || !ts.isNamedExports(exportClause) || exportClause.elements.length === 0)
    return false;
  return exportClause.elements.every(({ name, propertyName }) => imported.has((propertyName ?? name).text));
}
