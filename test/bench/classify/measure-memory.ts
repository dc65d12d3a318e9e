import { existsSync, readFileSync } from 'node:fs';
import { classifyStored } from './classify-stored';
import { readScanIndex } from './scan-folder';
import type { Memory } from './results';
import { assertSameVerdicts, VerdictCount } from './verdict-count';

/** Child process: classifies once and nothing else, then tells the most memory that it held. */
async function measureMemory(folder: string): Promise<Memory> {
  const index = readScanIndex(folder);
  const verdicts = new VerdictCount();
  await classifyStored(folder, index, verdicts.add);
  assertSameVerdicts(verdicts, index.verdicts);
  return { peakRssKiB: peakRssKiB() };
}

/** `maxRSS` begins, on Linux, with what the process that started this one held; the kernel's own peak does not. */
function peakRssKiB(): number {
  const status = '/proc/self/status';
  const own = existsSync(status) ? /^VmHWM:\s*(\d+) kB$/m.exec(readFileSync(status, 'utf8'))?.[1] : undefined;
  return own === undefined ? process.resourceUsage().maxRSS : Number(own);
}

const [folder = ''] = process.argv.slice(2);
void measureMemory(folder).then((memory) => {
  process.stdout.write(JSON.stringify(memory));
});
