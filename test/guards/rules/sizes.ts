import ts from 'typescript';
import { z } from 'zod';

import type { Files } from '../kit/files';
import { filesIn } from '../kit/files';
import { endLineOf, lineOf, parse, walk } from '../kit/syntax';
import type { Violation } from '../kit/violation';

const EXCEPTIONS = 'test/guards/size-exceptions.json';
const CODE = /\.(ts|tsx|js|mjs|cjs|css|html)$/;
const FILE_LINES = 300;
const FUNCTION_LINES = 60;
const COMPONENT_LINES = 100;
const PARAMETERS = 4;

/** Path of a file, or `path#function` → why it may be longer. */
const exceptionsSchema = z.record(z.string(), z.string().min(20));

type Finding = Violation & { readonly key: string };

/** Files, functions and components beyond the sizes of architecture.md §4, and exceptions that nothing needs. */
export function sizes(files: Files): readonly Violation[] {
  const exceptions = exceptionsSchema.parse(JSON.parse(files.get(EXCEPTIONS) ?? '{}'));
  const ours = filesIn(files, 'src/', 'static/', 'test/', 'scripts/');
  const findings = [...ours]
    .filter(([path]) => CODE.test(path) && !path.startsWith('test/fixtures/'))
    .flatMap(([path, text]) => [...fileSize(path, text), ...functionSizes(path, text)]);
  const unused = Object.keys(exceptions).filter((key) => !findings.some((finding) => finding.key === key));
  return [
    ...findings.filter(({ key }) => exceptions[key] === undefined),
    ...unused.map((key) => ({
      file: EXCEPTIONS,
      line: 0,
      message: `excepts ${key}, which is within the sizes`,
    })),
  ];
}

function fileSize(file: string, text: string): readonly Finding[] {
  const lines = text.replace(/\n$/, '').split('\n').length;
  if (lines <= FILE_LINES) return [];
  const message = `has ${String(lines)} lines; at most ${String(FILE_LINES)}`;
  return [{ key: file, file, line: FILE_LINES + 1, message }];
}

function functionSizes(file: string, text: string): readonly Finding[] {
  if (!/\.[cm]?[jt]sx?$/.test(file)) return [];
  const findings: Finding[] = [];
  walk(parse(file, text), (node) => {
    if (!ts.isFunctionLike(node) || !('body' in node) || node.body === undefined || isSuite(node)) return;
    const name = nameOf(node);
    const limit = file.endsWith('.tsx') && /^[A-Z]/.test(name) ? COMPONENT_LINES : FUNCTION_LINES;
    const lines = endLineOf(node) - lineOf(node) + 1;
    const key = `${file}#${name}`;
    const add = (message: string): unknown => findings.push({ key, file, line: lineOf(node), message });
    if (lines > limit) add(`${name} has ${String(lines)} lines; at most ${String(limit)}`);
    if (node.parameters.length > PARAMETERS) {
      add(
        `${name} has ${String(node.parameters.length)} parameters; at most ${String(PARAMETERS)}, else one object`,
      );
    }
  });
  return findings;
}

/** The callback of `describe` only holds tests together, as a file does. */
function isSuite(node: ts.Node): boolean {
  return ts.isCallExpression(node.parent) && /^describe\b/.test(node.parent.expression.getText());
}

function nameOf(node: ts.SignatureDeclaration): string {
  if (ts.isConstructorDeclaration(node)) return 'constructor';
  if (node.name !== undefined) return node.name.getText();
  let { parent } = node;
  // const Page = memo(() => …): the variable names the function.
  while (ts.isCallExpression(parent) || ts.isParenthesizedExpression(parent)) parent = parent.parent;
  if (ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent)) return parent.name.getText();
  return `function at line ${String(lineOf(node))}`;
}
