import { describe, expect, it } from 'vitest';

import { manifestExports } from '../../guards/rules/manifest-exports';
import { filesOf, shown } from './files-of';

const manifest = `modules:
  jira:adminPage:
    - { key: page, resource: admin, resolver: { function: resolver } }
  consumer:
    - key: scan-consumer
      queue: scan
      function: scan
  function:
    - { key: resolver, handler: index.resolver }
    - { key: scan, handler: index.scan }
resources:
  - { key: admin, path: static/admin/index.tsx }
`;

const right = {
  'manifest.yml': manifest,
  'src/index.ts': 'const app = createApp();\nexport const { resolver, scan } = app;',
  'src/queues/queues.ts': "export const scanQueue = new Queue({ key: 'scan' });",
  'static/admin/index.tsx': '',
};

function check(changes: Readonly<Record<string, string>>): readonly string[] {
  return shown(manifestExports(filesOf({ ...right, ...changes })));
}

describe('the guard of the manifest', () => {
  it('is content when manifest and source agree', () => {
    expect(check({})).toEqual([]);
  });

  it('finds a handler that is not exported', () => {
    expect(check({ 'src/index.ts': 'export const resolver = 1;' })).toEqual([
      'manifest.yml:10 names index.scan, which src/index.ts does not export',
    ]);
  });

  it('finds an export that no function names', () => {
    const text = "export { resolver, scan } from './app';\nexport const extra = 1;";
    expect(check({ 'src/index.ts': text })).toEqual([
      'src/index.ts:2 exports extra, which no function of manifest.yml names',
    ]);
  });

  it('finds a module whose function is not defined', () => {
    expect(check({ 'manifest.yml': manifest.replace('function: scan', 'function: skan') })).toEqual([
      'manifest.yml:7 uses the function skan, which it does not define',
      'manifest.yml:10 defines the function scan, which no module uses',
    ]);
  });

  it('finds a resource whose file is missing', () => {
    expect(check({ 'manifest.yml': manifest.replace('index.tsx', 'page.tsx') })).toEqual([
      'manifest.yml:12 names the resource file static/admin/page.tsx, which does not exist',
    ]);
  });

  it('finds a queue that only one side knows', () => {
    const text = "const NAME = 'skan';\nexport const queue = new Queue({ key: NAME });";
    expect(check({ 'src/queues/queues.ts': text })).toEqual([
      'manifest.yml:6 consumes the queue scan, which src/queues does not name',
      'src/queues/queues.ts:0 names the queue skan, which manifest.yml does not consume',
    ]);
  });

  it('reads queue names from a table as well', () => {
    const text = 'export const QUEUES = { scan: { body: scanJob } } as const;';
    expect(check({ 'src/queues/queues.ts': text })).toEqual([]);
  });
});
