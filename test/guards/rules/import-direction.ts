import { posix } from 'node:path';

import type { Files } from '../kit/files';
import { filesIn, typescriptFiles } from '../kit/files';
import type { Import } from '../kit/imports';
import { importsOf, packageOf } from '../kit/imports';
import type { Violation } from '../kit/violation';

interface Layer {
  readonly name: string;
  readonly owns: (path: string) => boolean;
  readonly layers: readonly string[];
  /** Layers of which only types may be taken. */
  readonly typesOf?: readonly string[];
  /** Exact names, or a scope such as `@forge/`. */
  readonly packages: readonly string[];
}

const folder = (name: string) => (path: string) => path.startsWith(`src/${name}/`);
const file = (name: string) => (path: string) => path === `src/${name}`;

/** Adapters talk to the platform; what they need of Node is named here. */
const ADAPTER_PACKAGES = ['zod', '@forge/', 'node:zlib', 'node:crypto', 'node:util', 'node:buffer'];
const SRC_FOLDERS = 'lib domain ports usecases contract atlassian storage queues entry'.split(' ');

/** architecture.md §2, one entry per line of its table. A layer may always import itself. */
const LAYERS: readonly Layer[] = [
  { name: 'lib', owns: folder('lib'), layers: [], packages: [] },
  {
    name: 'domain',
    owns: folder('domain'),
    layers: ['lib'],
    packages: ['date-fns', 'canonicalize', 'papaparse', 'node:crypto'],
  },
  { name: 'ports', owns: folder('ports'), layers: ['domain', 'lib'], packages: [] },
  { name: 'usecases', owns: folder('usecases'), layers: ['domain', 'ports', 'lib'], packages: [] },
  { name: 'contract', owns: folder('contract'), layers: ['lib'], typesOf: ['domain'], packages: ['zod'] },
  ...['atlassian', 'storage', 'queues'].map((name) => ({
    name,
    owns: folder(name),
    layers: ['ports', 'domain', 'lib'],
    packages: ADAPTER_PACKAGES,
  })),
  {
    name: 'entry',
    owns: folder('entry'),
    layers: ['usecases', 'contract', 'queues', 'lib'],
    typesOf: ['domain'],
    packages: ['@forge/resolver', '@forge/events'],
  },
  { name: 'app.ts', owns: file('app.ts'), layers: SRC_FOLDERS, packages: ['@forge/', 'node:crypto', 'zod'] },
  { name: 'index.ts', owns: file('index.ts'), layers: ['app.ts'], packages: ['node:crypto'] },
  {
    name: 'static',
    owns: (path) => path.startsWith('static/'),
    layers: ['contract'],
    packages: ['@forge/react', '@forge/bridge', 'react'],
  },
];

/** Imports of src and static that go against the direction of architecture.md §2. */
export function importDirection(files: Files): readonly Violation[] {
  const ours = typescriptFiles(filesIn(files, 'src/', 'static/'));
  return [...ours.keys()].flatMap((path) => {
    const layer = LAYERS.find(({ owns }) => owns(path));
    if (layer === undefined)
      return [{ file: path, line: 0, message: 'lies in no layer of architecture.md §2' }];
    return importsOf(path, files).flatMap((one) => {
      const message = refusal(layer, path, one) ?? heavyForAPage(layer, one, files);
      return message === null ? [] : [{ file: path, line: one.line, message }];
    });
  });
}

/** A page takes no schemas: with them comes the library that checks payloads, a hundred kilobytes of it. */
function heavyForAPage(
  { name }: Layer,
  { specifier, target, typeOnly }: Import,
  files: Files,
): string | null {
  if (name !== 'static' || typeOnly || target?.startsWith('src/contract/') !== true) return null;
  const hasSchemas = importsOf(target, files).some((each) => each.specifier === 'zod' && !each.typeOnly);
  return hasSchemas ? `static may import only types of a contract with schemas (${specifier})` : null;
}

function refusal(layer: Layer, path: string, { specifier, target, typeOnly }: Import): string | null {
  if (!specifier.startsWith('.')) {
    const allowed = layer.packages.some((name) =>
      name.endsWith('/') ? specifier.startsWith(name) : packageOf(specifier) === name,
    );
    return allowed ? null : `${layer.name} may not import the package ${packageOf(specifier)}`;
  }
  const to = target ?? posix.join(posix.dirname(path), specifier);
  const other = LAYERS.find(({ owns }) => owns(to))?.name;
  if (other === layer.name || (other !== undefined && layer.layers.includes(other))) return null;
  if (other !== undefined && layer.typesOf?.includes(other)) {
    return typeOnly ? null : `${layer.name} may import only types of ${other} (${specifier})`;
  }
  return `${layer.name} may not import ${other ?? to} (${specifier})`;
}
