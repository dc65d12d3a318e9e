import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { onTestFinished } from 'vitest';
import { parse, stringify } from 'yaml';

interface ManifestFunction {
  readonly key: string;
  timeoutSeconds?: number;
}

/** Path of a copy of the app's manifest with changed functions; it is deleted after the test. */
export async function aManifest(
  change: (functions: Record<string, ManifestFunction>) => void,
): Promise<string> {
  const manifest = parse(await readFile('manifest.yml', 'utf8')) as {
    modules: { function: ManifestFunction[] };
  };
  change(Object.fromEntries(manifest.modules.function.map((entry) => [entry.key, entry])));
  const folder = await mkdtemp(join(tmpdir(), 'seattrace-manifest-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const path = join(folder, 'manifest.yml');
  await writeFile(path, stringify(manifest));
  return path;
}
