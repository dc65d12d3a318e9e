import ts from 'typescript';

import type { Constant } from '../kit/constants';
import { constantsOf, evaluate } from '../kit/constants';
import type { Files } from '../kit/files';
import { filesIn, typescriptFiles } from '../kit/files';
import type { Manifest } from '../kit/manifest';
import { readManifest } from '../kit/manifest';
import { exportedNames, lineOf, parse, walk } from '../kit/syntax';
import type { Violation } from '../kit/violation';

const INDEX = 'src/index.ts';
const MANIFEST = 'manifest.yml';
/** A list or table of queue names may stand under one of these names in src/queues. */
const QUEUE_TABLES = /^(QUEUES|QUEUE_NAMES|queues|queueNames)$/;

/** Differences between what manifest.yml names and what the source offers. */
export function manifestExports(files: Files): readonly Violation[] {
  const manifest = readManifest(files);
  return [...handlers(manifest, files), ...references(manifest, files), ...queues(manifest, files)];
}

function handlers(manifest: Manifest, files: Files): readonly Violation[] {
  const text = files.get(INDEX);
  if (text === undefined)
    return [{ file: INDEX, line: 0, message: 'is missing; the manifest names its exports' }];
  const exported = exportedNames(parse(INDEX, text));
  const wanted = new Set(manifest.functions.map(({ handler }) => handler.replace(/^index\./, '')));
  const missing = [...wanted].filter((name) => !exported.has(name));
  const surplus = [...exported].filter(([name]) => !wanted.has(name));
  return [
    ...missing.map((name) =>
      at(manifest, `index.${name}`, `names index.${name}, which ${INDEX} does not export`),
    ),
    ...surplus.map(([name, node]) => ({
      file: INDEX,
      line: lineOf(node),
      message: `exports ${name}, which no function of ${MANIFEST} names`,
    })),
  ];
}

function references(manifest: Manifest, files: Files): readonly Violation[] {
  const { functions, resources, usedFunctions, usedResources } = manifest;
  const missingFiles = resources.filter(
    ({ path }) => !files.has(path) && filesIn(files, `${path}/`).size === 0,
  );
  return [
    ...undefinedNames(manifest, 'function', {
      used: usedFunctions,
      defined: functions.map(({ key }) => key),
    }),
    ...undefinedNames(manifest, 'resource', {
      used: usedResources,
      defined: resources.map(({ key }) => key),
    }),
    ...functions
      .filter(({ key }) => !usedFunctions.includes(key))
      .map(({ key, handler }) => at(manifest, handler, `defines the function ${key}, which no module uses`)),
    ...resources
      .filter(({ key }) => !usedResources.includes(key))
      .map(({ key, path }) => at(manifest, path, `defines the resource ${key}, which no module uses`)),
    ...missingFiles.map(({ path }) =>
      at(manifest, path, `names the resource file ${path}, which does not exist`),
    ),
  ];
}

function undefinedNames(
  manifest: Manifest,
  kind: 'function' | 'resource',
  keys: { readonly used: readonly string[]; readonly defined: readonly string[] },
): readonly Violation[] {
  return [...new Set(keys.used)]
    .filter((key) => !keys.defined.includes(key))
    .map((key) => at(manifest, `${kind}: ${key}`, `uses the ${kind} ${key}, which it does not define`));
}

function queues(manifest: Manifest, files: Files): readonly Violation[] {
  const inSource = new Map(
    [...typescriptFiles(filesIn(files, 'src/queues/'))].flatMap(([path, text]) =>
      queueNames(parse(path, text)).map((name) => [name, path] as const),
    ),
  );
  const missing = manifest.queues.filter((name) => !inSource.has(name));
  const surplus = [...inSource].filter(([name]) => !manifest.queues.includes(name));
  return [
    ...missing.map((name) =>
      at(manifest, `queue: ${name}`, `consumes the queue ${name}, which src/queues does not name`),
    ),
    ...surplus.map(([name, file]) => ({
      file,
      line: 0,
      message: `names the queue ${name}, which ${MANIFEST} does not consume`,
    })),
  ];
}

/** Names given to `new Queue({ key })`, and those of a table of queues. */
function queueNames(source: ts.SourceFile): readonly string[] {
  const known = constantsOf(source);
  const names = [...known].filter(([name]) => QUEUE_TABLES.test(name)).flatMap(([, value]) => namesIn(value));
  walk(source, (node) => {
    if (!ts.isNewExpression(node) || node.expression.getText() !== 'Queue') return;
    const options = node.arguments?.[0];
    if (options === undefined || !ts.isObjectLiteralExpression(options)) return;
    const value = evaluate(options, known);
    if (value !== null && typeof value === 'object' && 'key' in value && typeof value.key === 'string')
      names.push(value.key);
  });
  return [...new Set(names)];
}

function namesIn(value: Constant): readonly string[] {
  if (value === null || typeof value !== 'object') return [];
  if (Array.isArray(value)) return value.filter((name) => typeof name === 'string');
  return Object.entries(value).map(([key, member]) => (typeof member === 'string' ? member : key));
}

function at(manifest: Manifest, text: string, message: string): Violation {
  return { file: MANIFEST, line: manifest.lineOf(text), message };
}
