import { classifyStored } from './classify-stored';
import { parsePages } from './parse-pages';
import { readScanIndex } from './scan-folder';
import type { Round } from './results';
import { assertSameVerdicts, VerdictCount } from './verdict-count';

/** Child process: both sides in turn, round after round, so that both meet the same machine. */
async function measureTimes(folder: string, rounds: number): Promise<Round[]> {
  const index = readScanIndex(folder);
  const results: Round[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const verdicts = new VerdictCount();
    const classifyMs = await classifyStored(folder, index, verdicts.add);
    assertSameVerdicts(verdicts, index.verdicts);
    results.push({ classifyMs, pages: Object.fromEntries(parsePages(folder, index)) });
  }
  return results;
}

const [folder = '', rounds = ''] = process.argv.slice(2);
void measureTimes(folder, Number(rounds)).then((results) => {
  process.stdout.write(JSON.stringify(results));
});
