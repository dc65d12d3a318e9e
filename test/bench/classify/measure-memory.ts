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
  return { peakRssKiB: process.resourceUsage().maxRSS };
}

const [folder = ''] = process.argv.slice(2);
void measureMemory(folder).then((memory) => {
  process.stdout.write(JSON.stringify(memory));
});
