import { join } from 'node:path';
import { build } from 'vite';

/**
 * Bundles an entry to one plain script, as Forge bundles an app, so that no loader of TypeScript is measured.
 * Gives the script's path.
 */
export async function bundle(entry: string, outDir: string, name: string): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: entry,
      outDir,
      emptyOutDir: false,
      minify: false,
      target: 'node20',
      rolldownOptions: { output: { format: 'cjs', entryFileNames: `${name}.cjs` } },
    },
  });
  return join(outDir, `${name}.cjs`);
}
