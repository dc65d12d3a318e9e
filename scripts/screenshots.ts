import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '..');
/** Which of the end-to-end run's pictures the README shows. */
const SHOWN = ['overview.png'];

/** Runs the end-to-end test, which takes the pictures, and puts those of the README in place. */
function main(): number {
  const vitest = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs');
  const run = spawnSync(process.execPath, [vitest, 'run', '--project', 'e2e', 'test/e2e/whole-way.e2e.ts'], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  if (run.status !== 0) {
    process.stderr.write('The end-to-end run failed: the pictures stay as they are.\n');
    return 1;
  }
  const images = join(ROOT, 'docs', 'images');
  mkdirSync(images, { recursive: true });
  for (const name of SHOWN) copyFileSync(join(ROOT, 'screenshots', name), join(images, name));
  process.stdout.write(`Updated ${SHOWN.join(', ')} in docs/images.\n`);
  return 0;
}

process.exitCode = main();
