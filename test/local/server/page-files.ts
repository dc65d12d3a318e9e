import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';

const TYPES: ReadonlyMap<string, string> = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.svg', 'image/svg+xml'],
  ['.png', 'image/png'],
  ['.json', 'application/json'],
  ['.woff2', 'font/woff2'],
]);

/** A file of the built page, or undefined when there is none. `path` is as in the URL and stays inside `folder`. */
export async function readPageFile(folder: string, path: string): Promise<Response | undefined> {
  const file = normalize(join(folder, path));
  if (!file.startsWith(folder + sep)) return undefined;
  const content = await readFile(file).catch(() => undefined);
  if (content === undefined) return undefined;
  return new Response(new Uint8Array(content), {
    headers: {
      'content-type': TYPES.get(extname(file)) ?? 'application/octet-stream',
      // Names under assets/ carry a hash of their content.
      'cache-control': path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
    },
  });
}
